import { describe, expect, it } from 'vitest';
import { medianOf, quantileOf } from '../../../models/core/distributions.ts';
import type { Distribution } from '../../../models/core/quantity.ts';
import fc from '../../support/properties.ts';
import { problemsOf, readParts, type ScenarioParts } from '../../support/scenario-text.ts';

const segmentOf = (segment: string, rest: ScenarioParts = {}) =>
  readParts({ ...rest, segment }).world.segments[0];
const churn = (text: string) => segmentOf(`churn: ${text}`).churnPerMonth.belief;
const cost = (text: string) => segmentOf(`costToServe: ${text}`).costToServe;
const fixedAt = (value: number) => ({ kind: 'fixed', value });

describe('a number in its place', () => {
  it('keeps percents to the last digit', () => {
    for (const text of ['0.07', '1.1', '2.4', '2.9', '8', '57']) {
      expect(churn(`${text} %/month`)).toEqual(fixedAt(Number(`${text}e-2`)));
    }
  });

  it('turns a yearly churn into the monthly one that compounds to it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 99, noNaN: true }), (percent) => {
        const belief = churn(`${percent} %/year`);
        const monthly = belief.kind === 'fixed' ? belief.value : Number.NaN;
        expect(1 - Math.exp(12 * Math.log1p(-monthly))).toBeCloseTo(percent / 100, 12);
      }),
    );
  });

  it('reads the discount rate a year, from either period', () => {
    const rate = (text: string) => readParts({ top: `discountRate: ${text}` }).discountRatePerYear.belief;
    expect(rate('10 %/year')).toEqual(fixedAt(0.1));
    expect(rate('0 %/year')).toEqual(fixedAt(0));
    expect(medianOf(rate('1 %/month') as Distribution)).toBeCloseTo(0.126825030131969, 12);
  });

  it('reads newcomers and money a month, from either period', () => {
    expect(segmentOf('joiners: 92 /month').joinersPerMonth).toMatchObject({ belief: fixedAt(92) });
    expect(segmentOf('joiners: 1104 /year').joinersPerMonth).toMatchObject({ belief: fixedAt(92) });
    expect(cost('120 /year').belief).toEqual(fixedAt(10));
    expect(cost('10 /month').belief).toEqual(fixedAt(10));
  });

  it('reads a share as a percent or a fraction', () => {
    const follows = (text: string) =>
      readParts({ world: `market: { competitorFollows: ${text} }` }).world.market.competitorFollows.belief;
    expect(follows('10 %')).toEqual(fixedAt(0.1));
    expect(follows('0.1')).toEqual(fixedAt(0.1));
  });

  it('reads durations in months and years', () => {
    const term = (text: string) => segmentOf(`contract: { term: ${text} }`).contract?.termMonths;
    expect([term('18 months'), term('1.5 years'), term('2 years')]).toEqual([18, 18, 24]);
  });
});

describe('a range', () => {
  it('has its ends at the 10th and 90th percentile, on the scale of its place', () => {
    const interval = (low: number, high: number, scale: string) => ({ kind: 'interval', scale, low, high });
    expect(churn('1.9 %/month to 3 %/month')).toEqual(interval(0.019, 0.03, 'share'));
    expect(cost('20 to 28').belief).toEqual(interval(20, 28, 'positive'));
    const service = segmentOf('service: { empathy: { promise: 6 to 8 } }').service;
    expect(service.empathy.promise.belief).toEqual(interval(6, 8, 'signed'));
  });

  it('takes best as its median', () => {
    const { belief } = cost('{ best: 22, range: 20 to 28 }');
    expect(belief).toEqual({ kind: 'interval', scale: 'positive', low: 20, high: 28, best: 22 });
    expect(medianOf(belief as Distribution)).toBe(22);
    expect(quantileOf(belief as Distribution, 0.1)).toBeCloseTo(20, 10);
    expect(quantileOf(belief as Distribution, 0.9)).toBeCloseTo(28, 10);
  });

  it('of an input is a share, a positive or a signed number by what is written', () => {
    const scale = (text: string) => {
      const { belief } = readParts({ top: `inputs: { x: ${text} }` }).inputs[0].quantity;
      return belief.kind === 'interval' ? belief.scale : belief.kind;
    };
    expect(scale('1 % to 4 %')).toBe('share');
    expect(scale('80 % to 150 %')).toBe('positive');
    expect(scale('3 to 6')).toBe('positive');
    expect(scale('-2 % to 3 %')).toBe('signed');
    expect(scale('0 to 3')).toBe('signed');
  });

  it('of a programme may reach below 0 where it is a cut', () => {
    const action = (invest: string) => `- { at: 1, invest: { in: empathy, by: ${invest} } }`;
    const by = (invest: string) =>
      readParts({ actions: action(invest) }).plans[0].actions[0].invest?.by.belief;
    expect(by('0.5 to 1.5')).toMatchObject({ scale: 'positive' });
    expect(by('-1.5 to -0.5')).toMatchObject({ scale: 'signed' });
  });
});

describe('what a number rests on', () => {
  it('is assumed and stated in the file unless said otherwise', () => {
    expect(cost('20')).toMatchObject({ evidence: 'assumed', source: 'stated in the file', given: true });
  });

  it('is kept as it is written', () => {
    const fitted = { evidence: 'fitted', source: 'telco.csv', given: true };
    expect(cost('{ value: 20, evidence: fitted, source: telco.csv }')).toEqual({
      belief: fixedAt(20),
      ...fitted,
    });
    expect(cost('{ range: 20 to 28, evidence: fitted, source: telco.csv }')).toMatchObject(fitted);
  });

  it('may go with a formula', () => {
    const top = 'inputs: { wageRise: 1 % to 4 % }';
    const quantity = segmentOf(
      'costToServe: { value: "= 18 * (1 + wageRise)", evidence: expert, source: HR }',
      { top },
    );
    expect(quantity.costToServe).toMatchObject({
      belief: { kind: 'formula', text: '18 * (1 + wageRise)' },
      evidence: 'expert',
    });
  });
});

describe('an input', () => {
  it('worked out from numbers is that number', () => {
    expect(readParts({ top: 'inputs: { x: "= 19.99 * 1.08" }' }).inputs[0].quantity.belief).toEqual(
      fixedAt(19.99 * 1.08),
    );
  });

  it.each([
    ['{ a: 1, b: "= a + 1" }', 'inputs may not depend on each other'],
    ['{ a: "= 1 / 0" }', 'gives no finite number'],
    ['{ a: 3 %/year }', 'has a period'],
  ])('%s is refused', (inputs, message) => {
    expect(problemsOf({ top: `inputs: ${inputs}` }).join()).toContain(message);
  });
});

describe('a change', () => {
  const change = (text: string) =>
    readParts({ actions: `- { at: 2, price: { ${text} } }` }).plans[0].actions[0].price?.change;

  it.each([
    ['by: 8 %', 'byPercent', fixedAt(0.08)],
    ['by: -8 %', 'byPercent', fixedAt(-0.08)],
    ['by: 0 %', 'byPercent', fixedAt(0)],
    ['by: 5.30', 'byAmount', fixedAt(5.3)],
    ['to: 25', 'to', fixedAt(25)],
    ['by: 5 to 10 %', 'byPercent', { kind: 'interval', scale: 'signed', low: 0.05, high: 0.1 }],
    ['by: -1 to 2', 'byAmount', { kind: 'interval', scale: 'signed', low: -1, high: 2 }],
    ['by: { best: 6 %, range: 5 % to 10 % }', 'byPercent', { kind: 'interval', best: 0.06 }],
  ])('%s is %s', (text, kind, belief) => {
    expect(change(text)).toMatchObject({ kind, quantity: { belief } });
  });

  it('of a promise is in points, of a level to a level', () => {
    const promise = (text: string) =>
      readParts({ actions: `- { at: 2, promise: { empathy: { ${text} } } }` }).plans[0].actions[0].promise
        ?.empathy;
    expect(promise('by: -0.5')).toMatchObject({ kind: 'byAmount', quantity: { belief: fixedAt(-0.5) } });
    expect(promise('to: 8 points')).toMatchObject({ kind: 'to', quantity: { belief: fixedAt(8) } });
  });
});

describe('a formula', () => {
  const inputs = 'inputs: { loss: -5 to -1, share: 10 % }';

  it('is checked where its inputs stand at their best', () => {
    const wrong = problemsOf({ top: inputs, segment: 'costToServe: "= 10 + 5 * loss"' });
    expect(wrong).toEqual([
      'world.segments[0].costToServe is -5 at the best values of the inputs; it cannot be negative',
    ]);
    expect(problemsOf({ top: inputs, segment: 'costToServe: "= 20 + 5 * loss"' })).toEqual([]);
  });

  it('gives a fraction where a share or a rate stands', () => {
    expect(problemsOf({ top: inputs, segment: 'churn: "= share / 5"' })).toEqual([]);
    expect(problemsOf({ top: inputs, segment: 'churn: "= 20 * share"' })[0]).toContain('must be below 100 %');
  });
});
