import { describe, expect, it } from 'vitest';
import { createBestRun } from '../../../models/analysis/best-run.ts';
import { createFeeCurveTask, meanPrice, withFeeChange } from '../../../models/analysis/fee-curve.ts';
import { createRunTask, formatResult, runScenario } from '../../../models/analysis/run.ts';
import { runTask } from '../../../models/analysis/task.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';

const kpi = {
  op: 'call',
  name: 'divide',
  args: [
    { op: 'name', name: 'profit' },
    { op: 'name', name: 'customers' },
  ],
} as const;
const rise = buildRise(0.08, { at: 4, announce: 3, announced: true, reason: 'cost' });
const scenario = buildScenario({
  segments: [
    buildSegment({ churn: 0.025, price: 60, cost: 22 }),
    buildSegment({ name: 'Others', churn: 0.01 }),
  ],
  plans: [rise, { ...buildRise(0.2), name: 'Twenty' }],
  overrides: {
    kpis: [
      { name: 'Margin', formula: 'profit / customers', tree: kpi, unit: 'USD/month', over: 'mean' },
      {
        name: 'Nothing',
        formula: '',
        tree: { ...kpi, args: [kpi.args[0], { op: 'number', value: 0 }] },
        unit: '',
        over: 'end',
      },
    ],
  },
});
const result = runScenario(scenario, { draws: 60 });

describe('runScenario', () => {
  it('puts do nothing first, without impact, and every plan after it', () => {
    expect(result.plans.map((plan) => plan.name)).toEqual(['do nothing', rise.name, 'Twenty']);
    expect(result.plans.map((plan) => plan.impact !== undefined)).toEqual([false, true, true]);
  });

  it('adds means up: months to the horizon’s revenue, segments to the firm', () => {
    const [nothing, plan] = result.plans;
    const rate = Math.expm1(Math.log(1.1) / 12);
    let revenue = 0;
    for (const [k, month] of plan.months.entries()) {
      revenue +=
        (month.revenue.mean - nothing.months[k].revenue.mean) * Math.exp(-(k + 1) * Math.log(1 + rate));
    }
    expect(plan.impact!.revenue.mean).toBeCloseTo(revenue, 6);
    const segments = plan.impact!.segments.reduce((sum, segment) => sum + segment.profit.mean, 0);
    expect(plan.impact!.profit.mean).toBeCloseTo(segments, 6);
    const months = plan.months.every(
      ({ revenue: r, costs, profit }) => Math.abs(r.mean - costs.mean - profit.mean) < 1e-8,
    );
    expect(months).toBe(true);
  });

  it('reports the chance of loss with its standard error', () => {
    const { chanceOfLoss, chanceOfLossError } = result.plans[2].impact!;
    expect(chanceOfLossError).toBeCloseTo(Math.sqrt((chanceOfLoss * (1 - chanceOfLoss)) / 60), 12);
  });

  it('orders its hundred dots by safety margin', () => {
    const margins = result.plans[1].impact!.dots.map((dot) => dot.safetyMargin);
    expect(margins).toHaveLength(100);
    expect([...margins].sort((a, b) => a - b)).toEqual(margins);
  });

  it('evaluates the user’s own figures and counts draws without a value', () => {
    const [margin, nothing] = result.plans[0].kpis;
    const months = result.plans[0].months;
    const mean =
      months.reduce((sum, month) => sum + month.profit.mean / month.customers.mean, 0) / months.length;
    expect(margin.value!.mean).toBeCloseTo(mean, 2);
    expect(nothing.value).toBeNull();
  });

  it('gives the same bytes twice and others for another seed', () => {
    const bytes = formatResult(result);
    expect(formatResult(runScenario(scenario, { draws: 60 }))).toBe(bytes);
    expect(formatResult(runScenario(scenario, { draws: 60, seed: 'other' }))).not.toBe(bytes);
    expect(bytes).not.toMatch(/NaN|null,\n\s*"low/);
  });

  it('meets the same world in each plan, however many are run', () => {
    const alone = runScenario(scenario, { draws: 60, plans: ['Twenty'] });
    expect(alone.plans[1].impact).toEqual(result.plans[2].impact);
  });

  it('flags what lies beyond the evidence', () => {
    const far = { ...scenario, plans: [{ ...buildRise(0.8), name: 'Far' }], months: 72 };
    const [everyone, horizon] = runScenario(far, { draws: 2 }).plans[1].impact!.beyondEvidence;
    expect(everyone).toContain('80 %');
    expect(horizon).toContain('72 months');
    expect(result.plans[1].impact!.beyondEvidence).toEqual([]);
  });

  it.each([0, 1.5, 1_000_001, Number.NaN])('refuses %s draws', (draws) => {
    expect(() => createRunTask(scenario, { draws })).toThrow(/whole number/);
  });

  it('refuses a plan that does not exist', () => {
    expect(() => createRunTask(scenario, { plans: ['Tvelve'] })).toThrow(/no plan named/);
  });
});

describe('createBestRun', () => {
  it('lies inside the bands of the draws', () => {
    const figures = createBestRun(scenario).figures(rise);
    const impact = result.plans[1].impact!;
    for (const key of ['attrition', 'profit', 'joinersForgone', 'customersLost'] as const) {
      expect(figures[key]).toBeGreaterThan(impact[key].low95);
      expect(figures[key]).toBeLessThan(impact[key].high95);
    }
  });
});

describe('createFeeCurveTask', () => {
  const curve = runTask(createFeeCurveTask(scenario, rise, { draws: 24 }));

  it('has no impact where the fee does not change, and that of the plan at its own size', () => {
    const zero = curve.points.find((point) => point.change === 0)!;
    expect(zero.profit.mean).toBe(0);
    const same = runTask(createFeeCurveTask(scenario, rise, { draws: 24, changes: [0, 0.08] }));
    const impact = runScenario(scenario, { draws: 24, plans: [rise.name] }).plans[1].impact!;
    expect(same.points[1].profit.mean).toBeCloseTo(impact.profit.mean, 4);
  });

  it('loses money on a cut of this fee and says where the best point lies', () => {
    expect(curve.points[0].profit.mean).toBeLessThan(0);
    expect(curve.points[0].chanceOfLoss).toBe(1);
    expect(curve.optimum.profit).toBeGreaterThanOrEqual(
      Math.max(...curve.points.map((point) => point.profit.mean)) - 1e-6,
    );
  });

  it('moves a separate fee by the same share of the mean price', () => {
    const fee = { name: 'network', change: { kind: 'to', quantity: fixed(5) }, shown: 'at billing' } as const;
    const plan = { name: 'Fee', actions: [buildAction({ segments: ['Everyone', 'Others'], fee })] };
    expect(meanPrice(scenario, ['Everyone', 'Others'])).toBe(35);
    const change = withFeeChange(scenario, plan, 0.1).actions[0].fee!.change;
    expect(change).toMatchObject({ kind: 'byAmount', quantity: { belief: { value: 3.5 } } });
  });
});
