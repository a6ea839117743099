import { computeImpact, type Impact } from '../../models/analysis/impact.ts';
import { createSampler } from '../../models/engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../../models/engine/simulate.ts';
import { steps } from '../../models/engine/steps.ts';
import type { SegmentState } from '../../models/mechanisms/state.ts';
import type { FirmState } from '../../models/mechanisms/state-firm.ts';
import type { Plan, Scenario } from '../../models/scenario/scenario.ts';

/** One run at best values. */
export function runBest(
  scenario: Scenario,
  plan: Plan = doNothing,
  observe?: (state: Readonly<SegmentState>, month: number) => void,
): Trajectory {
  return simulate(
    scenario,
    plan,
    createSampler({ ...scenario, plans: [plan] }, scenario.seed)('best'),
    observe,
  );
}

export function impactBest(scenario: Scenario, plan: Plan): Impact {
  return computeImpact(runBest(scenario, plan), runBest(scenario));
}

/** A named array of the first segment's first cell, month by month (index 0 is month 1). */
export function watch(scenario: Scenario, plan: Plan, name: keyof SegmentState, index = 0): number[] {
  const seen: number[] = [];
  const first = scenario.world.segments[0].name;
  runBest(scenario, plan, (state) => {
    if (state.name === first) seen.push((state[name] as Float64Array)[index]);
  });
  return seen;
}

/** Ratio of cumulative hazards, plan over do nothing, over months from..to. */
export function hazardRatio(scenario: Scenario, plan: Plan, from: number, to: number): number {
  const cumulative = (run: Trajectory) => {
    let hazard = 0;
    for (let month = from; month <= to; month++) {
      const left = run.segments.reduce((sum, segment) => sum + segment.leavers[month], 0);
      const present = run.segments.reduce((sum, segment) => sum + segment.customers[month - 1], 0);
      hazard -= Math.log(1 - left / present);
    }
    return hazard;
  };
  return cumulative(runBest(scenario, plan)) / cumulative(runBest(scenario));
}

/** What segments share, month by month (index 0 is month 1). */
export function watchFirm(scenario: Scenario, plan: Plan = doNothing): FirmState[] {
  const seen: FirmState[] = [];
  const watching = {
    number: 99,
    title: 'Watch',
    firmWide: (firm: FirmState) => seen.push({ ...firm }),
    run: [],
  };
  const sample = createSampler({ ...scenario, plans: [plan] }, scenario.seed)('best');
  simulate(scenario, plan, sample, undefined, [...steps, watching]);
  return seen;
}
