import { expect, test } from 'vitest';
import { verdictOf } from '../../../web/analyse/plan-figures.ts';
import { impactResult, runResult } from '../../support/results.ts';

const verdict = (chanceOfLoss: number) =>
  verdictOf(runResult({ impact: impactResult({ chanceOfLoss }) }), 'Raise 8 %');

test('the verdict says in how many of a hundred runs the plan loses money', () => {
  expect(verdict(0.14)).toEqual({
    ...{ before: 'Raise 8 % loses money in ', chance: '14 of 100', after: ' runs.' },
    costs: true,
  });
});

test('a chance of loss is in the colour of costs only where some run of a hundred loses', () => {
  expect(verdict(0.004)).toMatchObject({ chance: 'fewer than 1 of 100', costs: false });
  expect(verdict(0.006)).toMatchObject({ chance: '1 of 100', costs: true });
});
