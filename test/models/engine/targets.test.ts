import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../../models/core/numbers.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { createBands, reaches } from '../../../models/engine/bands.ts';
import { simulatePopulation } from '../../../models/engine/population.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { doNothing, simulate } from '../../../models/engine/simulate.ts';
import { mergeTenure } from '../../../models/engine/tenure.ts';
import type { CustomerTarget, Plan, Scenario, Segment } from '../../../models/scenario/scenario.ts';
import { assume, buildAction, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';

const top: CustomerTarget = { value: { end: 'top', share: 0.2 } };
const rest: CustomerTarget = { value: { end: 'bottom', share: 0.8 } };
const content: CustomerTarget = { satisfaction: { bound: 'above', level: 8 } };
const discontent: CustomerTarget = { satisfaction: { bound: 'below', level: 8 } };
const everybody: CustomerTarget = { tenure: { bound: 'under', months: 1200 } };

const rise = (customers?: CustomerTarget, name = 'Rise'): Plan => ({
  name,
  actions: buildRise(0.1, { at: 4, announce: 3, announced: true, ...(customers && { customers }) }).actions,
});
const together = (...parts: readonly CustomerTarget[]): Plan => ({
  name: 'Together',
  actions: parts.flatMap((customers) => rise(customers).actions),
});
const correlated = assume({ spendFrailtyCorrelation: 0.3, spendSensitivityCorrelation: -0.2 });
/** Nobody hears of what the others meet, and nobody comes back. */
const quiet = assume({ praisePull: 0, complaintDeterrence: 0, referralEdge: 0, returnRate: 0 });
const segmentOf = (parts: Parameters<typeof buildSegment>[0] = {}): Segment =>
  buildSegment({ spread: 0.8, tenure: [6, 30].map((months) => ({ months, share: 0.5 })), ...parts });
const scenarioOf = (plans: readonly Plan[], segments = [segmentOf()]): Scenario =>
  buildScenario({ plans, segments, months: 24 });
const run = (scenario: Scenario, plan: Plan = scenario.plans[0]) =>
  simulate(scenario, plan, createSampler(scenario, 'kept')('best'));

const series = ['customers', 'leavers', 'joiners', 'revenue', 'costs', 'base', 'satisfaction'] as const;

function expectSame(a: ReturnType<typeof run>, b: ReturnType<typeof run>, tolerance: number) {
  a.segments.forEach((segment, s) => {
    for (const key of series)
      segment[key].forEach((value, month) => {
        const other = b.segments[s][key][month];
        expect(Math.abs(value - other)).toBeLessThanOrEqual(tolerance * (1 + Math.abs(value)));
      });
  });
}

describe('a target that covers everybody', () => {
  it('equals no target, to the last bit, where newcomers are in it', () => {
    expectSame(run(scenarioOf([rise(everybody)])), run(scenarioOf([rise()])), 0);
  });

  it.each([
    ['value', [top, rest]],
    ['satisfaction', [content, discontent]],
  ])('in two parts by %s equals none on the same cells', (_, parts) => {
    const alone = segmentOf({ joinersPerMonth: fixed(0), assumptions: { ...correlated, ...quiet } });
    const scenario = scenarioOf([together(...parts), rise()], [alone]);
    expectSame(run(scenario), run(scenario, scenario.plans[1]), 1e-12);
  });

  it('by value equals no target on any cells', () => {
    const alone = segmentOf({ joinersPerMonth: fixed(0), assumptions: { ...correlated, ...quiet } });
    expectSame(run(scenarioOf([together(top, rest)], [alone])), run(scenarioOf([rise()], [alone])), 1e-12);
  });
});

describe('cells of a scenario with targets', () => {
  const bound = segmentOf({ contract: { termMonths: 12 }, assumptions: correlated });
  const plans = [together(top, rest, content, { tenure: { bound: 'at least', months: 24 } })];

  it.each([
    ['free', segmentOf({ assumptions: correlated })],
    ['bound', bound],
  ])('lose exactly the observed churn in month 1 (%s)', (_, segment) => {
    const { leavers, customers } = run(scenarioOf(plans, [segment]), doNothing).segments[0];
    expect(customers[0]).toBeCloseTo(1000, 9);
    expect(leavers[1] / customers[0]).toBeCloseTo(0.03, 11);
  });

  it('keep that churn for ever while nothing moves', () => {
    const { leavers } = run(scenarioOf(plans), doNothing).segments[0];
    for (let month = 1; month <= 24; month++) expect(leavers[month]).toBeCloseTo(30, 7);
  });

  it('bring the revenue of the same scenario without them', () => {
    const cut = run(scenarioOf(plans), doNothing).segments[0].revenue;
    const whole = run(scenarioOf([rise()]), doNothing).segments[0].revenue;
    cut.forEach((value, month) => {
      expect(value).toBeCloseTo(whole[month], 6);
    });
  });

  it('conserve customers in every month', () => {
    for (const plan of [doNothing, ...plans]) {
      const { customers, leavers, joiners, cells } = run(scenarioOf(plans, [bound]), plan).segments[0];
      for (let month = 1; month <= 24; month++) {
        expect(customers[month]).toBe(customers[month - 1] - leavers[month] + joiners[month]);
        const present = cells.weight.subarray((month - 1) * cells.count, month * cells.count);
        expect(present.reduce((sum, value) => sum + value, 0)).toBeCloseTo(customers[month - 1], 6);
      }
    }
  });

  it('are those of today where no plan has a target', () => {
    const bands = createBands(segmentOf(), [rise()]);
    expect(bands.kinds).toHaveLength(1);
    expect(run(scenarioOf([rise()])).segments[0].cells.count).toBe(3);
    expect(run(scenarioOf([rise(), rise(top, 'Top')])).segments[0].cells.count).toBe(6);
  });

  it('do not care whether a segment is split into equal halves', () => {
    const halves = ['Everyone', 'Others'].map((name) => segmentOf({ name, customers: 500 }));
    const both = { segments: ['Everyone', 'Others'] };
    const plan = { name: 'Rise', actions: [{ ...rise(top).actions[0], ...both }] };
    const split = run(scenarioOf([plan], halves));
    const whole = run(scenarioOf([rise(top)])).segments[0];
    for (const key of ['customers', 'leavers', 'revenue'] as const) {
      const sum = split.segments[0][key][24] + split.segments[1][key][24];
      expect(Math.abs(sum / whole[key][24] - 1)).toBeLessThan(1e-12);
    }
  });
});

describe('customers by value', () => {
  it('pay the share of revenue of the lognormal', () => {
    const scenario = scenarioOf([rise(top)]);
    let [paid, all, count, everyone] = [0, 0, 0, 0];
    simulate(scenario, doNothing, createSampler(scenario, 'kept')('best'), (state, month) => {
      if (month > 1) return;
      state.cellRevenue.forEach((revenue, cell) => {
        all += revenue;
        everyone += state.present[cell];
        if (state.priceGroup[cell] % 2 === 0) return;
        paid += revenue;
        count += state.present[cell];
      });
    });
    expect(count / everyone).toBeCloseTo(0.2, 11);
    const sd = Math.sqrt(Math.log(1 + 0.8 * 0.8));
    expect(paid / all).toBeCloseTo(normalCdf(sd - normalQuantile(0.8)), 11);
  });

  it('are the only ones to meet what is meant for them; newcomers do not', () => {
    const scenario = scenarioOf([rise(top)], [segmentOf({ assumptions: quiet })]);
    const nothing = run(scenario, doNothing).segments[0].cells;
    const { cells } = run(scenario).segments[0];
    // Two tenure groups of two kinds, then newcomers of two kinds; the upper kind comes second.
    const leavers = (of: typeof cells, cell: number, month: number) =>
      of.leavers[(month - 1) * of.count + cell];
    for (const cell of [1, 3]) expect(leavers(cells, cell, 3)).toBeGreaterThan(leavers(nothing, cell, 3));
    for (const cell of [0, 2]) {
      for (let month = 1; month <= 24; month++)
        expect(leavers(cells, cell, month)).toBe(leavers(nothing, cell, month));
    }
    for (const cell of [4, 5]) {
      expect(leavers(cells, cell, 4)).toBeCloseTo(leavers(nothing, cell, 4), 12);
    }
  });

  it('are all whom a credit costs', () => {
    const credit = (customers?: CustomerTarget): Plan => ({
      name: 'Credit',
      actions: [
        buildAction({ at: 1, credit: { amount: fixed(1), months: 1 }, ...(customers && { customers }) }),
      ],
    });
    const scenario = scenarioOf([credit(top)]);
    const cost = (plan: Plan) => run(scenario, plan).segments[0].costs[1];
    expect(cost(credit(top)) - cost(doNothing)).toBeCloseTo(200, 8);
  });

  it('carry a fee of their own, from which a later change for all starts', () => {
    const fee = (at: number, amount: number, kind: 'to' | 'byAmount', customers?: CustomerTarget) =>
      buildAction({
        at,
        fee: { name: 'extra', change: { kind, quantity: fixed(amount) }, shown: 'at billing' },
        ...(customers && { customers }),
      });
    const scenario = scenarioOf([{ name: 'Fees', actions: [fee(2, 3, 'to', top), fee(5, 5, 'to')] }]);
    simulate(scenario, scenario.plans[0], createSampler(scenario, 'kept')('best'), ({ schedule }) => {
      const charged = (group: number, month: number) => schedule.chargedFee[group * 25 + month];
      expect([charged(0, 2), charged(1, 2), charged(4, 2)]).toEqual([0, 3, 0]);
      expect([charged(0, 5), charged(1, 5), charged(4, 5)]).toEqual([5, 5, 5]);
    });
  });
});

describe('a population run', () => {
  it('takes targets', () => {
    const populate = (plan: Plan) => {
      const scenario = scenarioOf([plan]);
      const sample = createSampler(scenario, 'kept')('best');
      return simulatePopulation(scenario, plan, sample, { customers: 5000 });
    };
    for (const target of [content, top]) {
      const cohort = run(scenarioOf([rise(target)])).segments[0].customers[24];
      // Each of 5,000 stays or goes by a draw: some 7 of 1,000 are noise. Newcomers who took after nobody gave 6 %.
      expect(Math.abs(populate(rise(target)).segments[0].customers[24] / cohort - 1)).toBeLessThan(0.02);
    }
  });
});

describe('customers by satisfaction', () => {
  it('leave less the more content they are, at their shares of the normal distribution', () => {
    const { cells } = run(scenarioOf([rise(content)]), doNothing).segments[0];
    const hazard = (cell: number) => cells.leavers[cell] / cells.weight[cell];
    expect(hazard(1)).toBeLessThan(0.8 * hazard(0));
    expect(cells.weight[1] / (cells.weight[0] + cells.weight[1])).toBeCloseTo(1 - normalCdf(1 / 2.2), 11);
  });

  it('get a letter that the others do not', () => {
    const letter = { name: 'Letter', actions: [buildAction({ at: 2, notify: true, customers: content })] };
    const scenario = scenarioOf([letter]);
    simulate(scenario, letter, createSampler(scenario, 'kept')('best'), (state, month) => {
      if (month === 2)
        expect([...state.awake].map((awake) => awake > 0)).toEqual([false, true, false, true, false, false]);
    });
  });
});

describe('customers by tenure', () => {
  const old: CustomerTarget = { tenure: { bound: 'at least', months: 24 } };
  const groups = [1, 20, 23, 25, 60, 90].map((months) => ({ months, share: 1 / 6 }));

  it('are not merged across the line that a plan draws', () => {
    for (const limit of [2, 21, 24, 30, 61]) {
      const merged = mergeTenure(groups, true, [limit]);
      const share = (list: typeof groups) =>
        list.filter(({ months }) => months >= limit).reduce((sum, group) => sum + group.share, 0);
      expect(share([...merged])).toBeCloseTo(share(groups), 12);
      expect(merged.length).toBeLessThanOrEqual(3);
    }
  });

  it('count their months when they are told, and those who come later are new', () => {
    const action = buildAction({ at: 6, announce: 4, announced: true, customers: old });
    const bands = createBands(segmentOf({ tenure: groups }), [{ name: 'Old', actions: [action] }]);
    const reached = bands.tenure.map((_, group) => reaches(action, bands, group));
    expect(bands.tenure.map(({ months }) => months + 4 >= 24)).toEqual(reached);
    expect(reaches(action, bands, bands.tenure.length)).toBe(false);
    const young = { ...action, customers: { tenure: { bound: 'under', months: 24 } } } as const;
    expect(bands.tenure.map((_, group) => reaches(young, bands, group))).toEqual(reached.map((is) => !is));
    expect(reaches(young, bands, bands.tenure.length)).toBe(true);
  });
});
