import { describe, expect, test } from 'vitest';
import type { FeeCurve } from '../../models/index.ts';
import {
  customersFanTitle,
  feeCurveTitle,
  feeLineTitle,
  profitFanTitle,
  segmentsTitle,
} from '../../web/findings.ts';
import { summary } from '../support/results.ts';

function curve(best: number, profit: number, over: Partial<FeeCurve> = {}): FeeCurve {
  const changes = [-0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4];
  const points = changes.map((change) => ({
    change,
    profit: summary(profit * (1 - ((change - best) / best) ** 2)),
    chanceOfLoss: change < 0 ? 1 : change,
    best: 0,
  }));
  const optimum = { change: best, profit, onBound: false };
  return { draws: 128, points, optimum, breakEven: 2 * best, evidenceRange: [-0.2, 0.6], ...over };
}
const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('the fee curve', () => {
  test.each([
    [0.02, 'A higher fee would earn a lot more and risk a lot more'],
    [0.12, 'A higher fee would earn more and risk a lot more'],
    [0.14, 'A higher fee would earn a little more and risk more'],
    [0.17, 'This is about the fee that earns most on average'],
    [0.2, 'This is about the fee that earns most on average'],
    [0.25, 'Past +20 % each point of fee costs more than it brings'],
    [0.42, 'At +42 % the rise loses money on average'],
    [-0.05, 'Up to +40 % a higher fee earns more than today’s'],
  ])('best at +20 %%, and a fee of %d', (change, title) => {
    expect(plain(feeCurveTitle(curve(0.2, 100), change))).toBe(title);
  });

  test('an optimum on the bound is never called the best', () => {
    const optimum = { change: 0.4, profit: 9, onBound: true };
    const title = feeCurveTitle(curve(0.2, 100, { optimum, breakEven: null }), 0.08);
    expect(plain(title)).toBe('Profit still rises at +40 %: the best fee lies beyond this scale');
  });

  test('a scale on which nothing pays promises no better fee beyond it', () => {
    const optimum = { change: 0.4, profit: -9, onBound: true };
    const title = feeCurveTitle(curve(0.2, 100, { optimum, breakEven: null }), 0.08);
    expect(plain(title)).toBe('No fee on this scale pays; the loss is least at +40 %');
  });

  test('where nothing earns more than today, it says so', () => {
    const optimum = { change: 0, profit: 0, onBound: false };
    expect(feeCurveTitle(curve(0.2, 100, { optimum }), 0.08)).toBe('No other fee earns more than today’s');
  });

  test('before the draws it says only where the line is highest', () => {
    expect(feeLineTitle([-20, 0, 20, 40], [-9, 0, 5, 2], 8)).toBe('A higher fee would earn more');
    expect(feeLineTitle([-20, 0, 20, 40], [-9, 0, 5, 2], 20)).toBe('This is about the fee that earns most');
    expect(feeLineTitle([-20, 0, 20, 40], [-9, 0, 5, 9], 40)).toBe(
      'Profit still rises where this scale ends',
    );
    expect(feeLineTitle([-20, 0, 20, 40], [-9, 0, -5, -9], 20)).toBe('No other fee earns more than today’s');
  });
});

describe('the profit fan', () => {
  test.each([
    [[0, 0, 1, 2, 3, 4, 5, 6, 7, 8], 'Ahead from month 2 and still gaining'],
    [[0, -1, -1, 2, 4, 5, 5.5, 5.8, 6, 6.1], 'Ahead from month 3, then slowing'],
    [[0, 1, 2, 4, 7, 11, 16, 22, 29], 'Ahead from month 1, then faster'],
    [[0, 1, 3, 5, 4, 3], 'Ahead from month 1, less so after month 3'],
    [[0, 1, 1, -2, -4], 'Ahead until month 2, then behind'],
    [[0, 0, -1, -2, -3], 'Behind from month 2'],
    [[0, 0, 0], 'No difference from doing nothing'],
  ])('%j', (profit, title) => {
    expect(profitFanTitle(profit)).toBe(title);
  });
});

describe('customers', () => {
  test.each([
    [[0, -100, -240], '240 fewer customers in month 2'],
    [[0, -300, -240], '240 fewer customers in month 2, after a low in month 1'],
    [[0, 3, 3.2], 'About 3 more customers in month 2'],
    [[0, 0, -1.2], 'About 1 fewer customer in month 2'],
    [[0, 0, 4], '4 more customers in month 2'],
    [[0, 0, -0.3], 'No fewer customers at the end'],
    [[0, 0, 0], 'No fewer customers at the end'],
  ])('%j', (customers, title) => {
    expect(customersFanTitle(customers)).toBe(title);
  });
});

describe('who leaves', () => {
  const bar = (name: string, lost: number, share: number) => ({ name, lost, share });

  test.each([
    [[bar('A', 75, 0.08), bar('B', 25, 0.02)], 0.1, '100 more customers leave, 75 % of them from A'],
    [[bar('A', 75, 0.12), bar('B', 25, 0.02)], 0.1, '100 more customers leave; A passes break-even'],
    [[bar('A', 75, 0.08), bar('B', -5, -0.01)], 0.1, '70 more customers leave, all from A'],
    [[bar('A', -20, -0.01), bar('B', -5, -0.01)], null, '25 customers stay who would have left'],
    [[bar('A', -4.3, -0.01)], null, 'About 4 customers stay who would have left'],
    [[bar('A', 1.2, 0.01)], null, 'About 1 more customer leaves, all from A'],
    [[bar('A', 0.01, 0), bar('B', 0, 0)], null, 'Nobody leaves because of it'],
  ])('%j', (bars, breakEven, title) => {
    expect(plain(segmentsTitle(bars, breakEven))).toBe(title);
  });
});
