import { describe, expect, it } from 'vitest';
import { backtestCases } from '../../../models/analysis/backtest-cases.ts';
import {
  digestOfCases,
  type KeptPriors,
  priorsWithout,
  whyStale,
} from '../../../models/analysis/kept-priors.ts';

const priors = { priceResponse: { median: 1, sdLog: 0.75 } };
const kept: KeptPriors = {
  ...{ format: 'kept-priors/1', engine: '1', cases: digestOfCases({ 'a.yaml': 'a' }), estimated: priors },
  leftOut: { [backtestCases[0].name]: priors },
  atBest: Object.fromEntries(backtestCases.map(({ name }) => [name, 1])),
};

describe('whyStale', () => {
  it('has nothing to say while cases and model are the same', () => {
    expect(whyStale(kept, kept)).toEqual([]);
  });

  it('names another engine, other cases, and the cases of which the model says something else', () => {
    const [first] = backtestCases;
    const atBest = { ...kept.atBest, [first.name]: 1 + 0.03 * first.noise };
    const cases = digestOfCases({ 'a.yaml': 'b' });
    const reasons = whyStale(kept, { engine: '2', cases, atBest });
    expect(reasons).toEqual([
      'They were estimated with engine 1; this is 2.',
      'A case file or an observed figure has changed since.',
      `The model now says something else of ${first.name}.`,
    ]);
  });

  it('forgives what no observation could tell', () => {
    const atBest = { ...kept.atBest, [backtestCases[0].name]: 1 + 0.01 * backtestCases[0].noise };
    expect(whyStale(kept, { ...kept, atBest })).toEqual([]);
  });

  it('counts a case that was not there before', () => {
    expect(whyStale({ ...kept, atBest: {} }, kept)).toHaveLength(1);
  });
});

describe('priorsWithout', () => {
  it('finds a case’s priors, and says what to do where there are none', () => {
    expect(priorsWithout(kept, backtestCases[0].name)).toBe(priors);
    expect(() => priorsWithout(kept, 'Elsewhere 1999')).toThrow('npm run priors');
  });
});
