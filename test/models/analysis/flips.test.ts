import { describe, expect, it } from 'vitest';
import { createFlipsTask } from '../../../models/analysis/flips.ts';
import { runTask } from '../../../models/analysis/task.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { buildCertain, buildSpending, normal } from '../../support/uncertain-scenario.ts';

const path = (action: number) => `plans.Spend.actions.${action}.invest.once`;
const flipsOf = (amounts: Parameters<typeof buildSpending>[1], inputs: readonly number[]) =>
  runTask(createFlipsTask(buildCertain([buildSpending('Spend', amounts)]), { inputs: inputs.map(path) }));

describe('the value that flips an answer', () => {
  // What is spent pays while it comes to less than nothing: 40 + a + b < 0.
  const amounts = [normal(-60, 30), normal(-10, 100), fixed(40)];

  it('is where the money crosses zero, with all else at its best', () => {
    const [one, other] = flipsOf(amounts, [0, 1]);
    expect(one.value).toBeCloseTo(-30, 6);
    expect(other.value).toBeCloseTo(20, 6);
    expect([one.path, other.path]).toEqual([path(0), path(1)]);
  });

  it('is none where no value that is believed possible does', () => {
    expect(flipsOf([normal(-60, 1), fixed(40)], [0])[0].value).toBeNull();
  });

  it('is none where the plan changes nothing to begin with', () => {
    expect(flipsOf([normal(0, 10)], [0])[0].value).toBeNull();
  });

  it('refuses an input that is certain', () => {
    expect(() => flipsOf(amounts, [2])).toThrow(`no uncertain input is at ${path(2)}`);
  });
});
