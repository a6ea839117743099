import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { buildAction, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { runBest, watch } from '../../support/run-scenario.ts';

function promise(by: number) {
  const change = { kind: 'byAmount', quantity: fixed(by) } as const;
  return { name: 'Promise', actions: [buildAction({ at: 2, promise: { reliability: change } })] };
}

function cut(by: number) {
  const invest = { in: 'reliability' as const, by: fixed(-by), rampMonths: 1, once: fixed(0) };
  return { name: 'Cut', actions: [buildAction({ at: 2, invest })] };
}

describe('will and should expectations', () => {
  it('rises at once by ω × trust × the change of the promise', () => {
    const scenario = buildScenario({
      assumptions: { promiseWeight: 0.3, learningNew: 0.01, learningSettled: 0.005 },
    });
    const will = watch(scenario, promise(1), 'will');
    // One month of learning at 1 / (1 / 0.01 + 25) has followed.
    expect(will[1]).toBeCloseTo(7 + 0.18 * (1 - 1 / (100 + 25)), 10);
  });

  it('ratchets the should-expectation up to a better promise and never down', () => {
    const should = watch(buildScenario(), promise(2), 'should');
    expect(should[35]).toBeGreaterThan(8.9);
    for (let k = 1; k < 36; k++) expect(should[k]).toBeGreaterThanOrEqual(should[k - 1]);
    expect(watch(buildScenario(), promise(-2), 'should')[35]).toBe(7);
  });

  it('lets will adapt to worse delivery while should stays (T3, of disconfirmation)', () => {
    const plan = cut(2);
    const will = watch(buildScenario({ months: 60 }), plan, 'will');
    expect(will[1]).toBeGreaterThan(6.7);
    expect(Math.abs(will[59] - 5)).toBeLessThan(0.05);
    expect(watch(buildScenario({ months: 60 }), plan, 'should')[59]).toBe(7);
  });

  it('moves a newcomer’s will at least twice as far as a five-year customer’s (T4)', () => {
    const shift = (months: number) =>
      7 -
      watch(
        buildScenario({ segments: [buildSegment({ tenure: [{ months, share: 1 }] })] }),
        cut(2),
        'will',
      )[1];
    expect(shift(0)).toBeGreaterThan(2 * shift(60));
  });
});

describe('a competitor who serves better', () => {
  const rival = (points: number, exposure = 0.5) =>
    buildScenario({
      assumptions: { competitorExposure: exposure },
      world: { events: [{ at: 3, competitorService: fixed(points) }] },
    });
  const nothing = { name: 'Nothing', actions: [] };

  it('raises what customers find they are owed by the part of it that they see', () => {
    const should = watch(rival(2), nothing, 'should');
    expect(should[1]).toBe(7);
    for (let month = 3; month < 36; month++) expect(should[month]).toBeGreaterThanOrEqual(should[month - 1]);
    expect(should[35]).toBeGreaterThan(7.95);
    expect(should[35]).toBeLessThanOrEqual(8);
    expect(watch(rival(2, 0), nothing, 'should')[35]).toBe(7);
  });

  it('makes the same service less satisfying, and more of the customers leave', () => {
    const [better, usual] = [rival(2), rival(0)].map((scenario) => runBest(scenario).segments[0]);
    expect(better.satisfaction[36]).toBeLessThan(usual.satisfaction[36]);
    expect(better.base[36]).toBeLessThan(usual.base[36]);
  });

  it('changes nothing when it serves worse', () => {
    expect(runBest(rival(-2)).segments[0].base[36]).toBe(runBest(rival(0)).segments[0].base[36]);
  });
});
