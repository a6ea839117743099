import { describe, expect, it } from 'vitest';
import { dimensions } from '../../../models/core/dimensions.ts';
import { startPopulation } from '../../../models/engine/population.ts';
import { createBench } from '../../../models/engine/population-bench.ts';
import { regroupedMonth, runPopulationMonth } from '../../../models/engine/population-month.ts';
import { keptBySeats } from '../../../models/engine/population-seats.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { doNothing, simulate } from '../../../models/engine/simulate.ts';
import { type Step, steps } from '../../../models/engine/steps.ts';
import { account } from '../../../models/mechanisms/finance.ts';
import type { SegmentState } from '../../../models/mechanisms/state.ts';
import type { Plan, Scenario } from '../../../models/scenario/scenario.ts';
import { arbitraryScenario } from '../../support/arbitrary-scenario.ts';
import { buildEverything } from '../../support/build-everything.ts';
import fc, { runs } from '../../support/properties.ts';
import { reachableBytes } from '../../support/reachable-bytes.ts';
import { mixed, rise, runPopulation } from '../../support/run-population.ts';

const everything = buildEverything();

/** What a run holds after its months, in bytes. */
function bytesOf(scenario: Scenario, plan: Plan, customers: number): number {
  const sample = createSampler({ ...scenario, plans: [plan] }, scenario.seed)('best');
  const run = startPopulation(scenario, plan, sample, { customers, block: 500 });
  for (let month = 1; month <= run.months; month++) runPopulationMonth(run.followed, run.firm, month);
  return reachableBytes(run);
}

/** What each further customer takes. */
function bytesPerCustomer(scenario: Scenario, plan: Plan): number {
  const [few, many] = [4000, 12_000];
  return (bytesOf(scenario, plan, many) - bytesOf(scenario, plan, few)) / (many - few);
}

describe('the memory of a population', () => {
  it('is at most 128 bytes a customer where nothing rests', () => {
    expect(bytesPerCustomer(everything.scenario, everything.plan)).toBeLessThanOrEqual(128);
  });

  it('is at most 80 bytes where a price rises and service rests', () => {
    expect(bytesPerCustomer(mixed, rise)).toBeLessThanOrEqual(80);
  });

  it('is under 2 megabytes beside that', () => {
    expect(bytesOf(everything.scenario, everything.plan, 2)).toBeLessThan(2e6);
  });

  it('has a place on the bench for each array over cells', () => {
    const { scenario, plan } = everything;
    const sample = createSampler(scenario, scenario.seed)('best');
    const [, { population }] = startPopulation(scenario, plan, sample, { block: 1009 }).followed;
    const places = createBench(1009);
    for (const [name, values] of Object.entries(population.block)) {
      if (!ArrayBuffer.isView(values)) continue;
      const { length } = values as Float64Array;
      const expected = name in places ? [1009, 1009 * dimensions.length] : [dimensions.length, 16];
      expect(expected, `${name} has ${length}`).toContain(length);
    }
  });

  it('keeps all that outlasts a month: a cohort that forgets the rest is the same to the last bit', () => {
    // Who is there is counted anew as a month closes; last month's leavers reach the contact centre as a sum.
    const others = 'present weight places spending downSpending lastingFactor left'.split(' ');
    const forgotten = (Object.keys(createBench(1)) as (keyof SegmentState)[]).filter(
      (name) => ![...keptBySeats, ...others, 'priceGroup', 'expiryQuarter', 'fromStart'].includes(name),
    );
    expect(forgotten.length).toBeGreaterThan(15);
    const starts = new Map<SegmentState, readonly Float64Array[]>();
    const forget = (segment: SegmentState) => {
      const arrays = forgotten.map((name) => segment[name] as Float64Array);
      const start = starts.get(segment);
      if (start) arrays.forEach((values, k) => void values.set(start[k]));
      else
        starts.set(
          segment,
          arrays.map((values) => values.slice()),
        );
    };
    const { scenario, plan } = everything;
    const sample = createSampler(scenario, scenario.seed)('best');
    const order = [{ number: 0, title: 'Forget', run: [forget] }, ...steps];
    expect(simulate(scenario, plan, sample, undefined, order)).toEqual(simulate(scenario, plan, sample));
    expect(starts.size).toBe(2);
  });
});

describe('blocks of a population', () => {
  it.each([
    ['a rise', mixed, rise, 1500],
    ['every mechanism', everything.scenario, everything.plan, 700],
  ] as const)('of 1, 7 and 4096 customers give the same bytes under %s', (_, scenario, plan, customers) => {
    const [one, seven, many] = [1, 7, 4096].map((block) =>
      runPopulation(scenario, plan, { customers, block }),
    );
    expect(seven).toEqual(one);
    expect(many).toEqual(one);
    expect(one.segments[0].members.leftIn.some((month) => month > 0)).toBe(true);
  });
});

describe('the month of a population', () => {
  const { firmFirst, inBlocks, firmLater, segmentLater, inParts, leftOut } = regroupedMonth;

  it('has every function of the month', () => {
    const all = steps.flatMap(({ firmWide, run }) => [...run, ...(firmWide ? [firmWide] : [])]);
    const own = [firmFirst, inBlocks, firmLater, segmentLater, inParts, leftOut].flat();
    expect(new Set<unknown>(own)).toEqual(new Set<unknown>(all));
  });

  it('is the month of the cohort: in this order it gives the same to the last bit', () => {
    const [endRelationships, acquire] = inParts;
    const step = (part: Partial<Step>): Step => ({ number: 0, title: '', run: [], ...part });
    const order = [
      ...firmFirst.map((firmWide) => step({ firmWide: (...args) => firmWide(...args) })),
      // Money goes last here, as it takes the sum of all costs.
      step({ run: inBlocks.filter((work) => work !== account) }),
      step({ run: [endRelationships] }),
      ...firmLater.map((firmWide) => step({ firmWide: (...args) => firmWide(...args) })),
      step({ run: [...segmentLater, acquire] }),
      ...leftOut.map((firmWide) => step({ firmWide })),
      step({ run: [account] }),
    ];
    const expectSame = (scenario: Scenario, plan: Plan) => {
      const sample = createSampler(scenario, scenario.seed)('best');
      expect(simulate(scenario, plan, sample, undefined, order)).toEqual(simulate(scenario, plan, sample));
    };
    expectSame(everything.scenario, everything.plan);
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        for (const plan of [doNothing, ...scenario.plans]) expectSame(scenario, plan);
      }),
      runs(25),
    );
  });
});
