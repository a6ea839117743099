import { KeptError } from '../core/errors.ts';
import { createSampler, type Draw } from '../engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../engine/simulate.ts';
import type { Claim, ClaimMeasure } from '../scenario/lesson.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { discountFactors } from './break-even.ts';
import { presentProfit } from './impact.ts';

/**
 * Which claims of the scenario's lesson hold in one draw, or in the run at best values; in the lesson's order.
 *
 * Returns  an empty list for a scenario without a lesson
 * Errors   unknown-plan
 */
export function checkClaims(scenario: Scenario, draw: Draw = 'best'): boolean[] {
  const sample = createSampler(scenario, scenario.seed)(draw);
  const runs = new Map<string, Trajectory>();
  const runOf = (name: string) => {
    const run = runs.get(name) ?? simulate(scenario, planNamed(scenario, name), sample);
    runs.set(name, run);
    return run;
  };
  return (scenario.lesson?.claim ?? []).map((claim) => holds(claim, runOf));
}

function planNamed(scenario: Scenario, name: string) {
  const plan = [doNothing, ...scenario.plans].find((candidate) => candidate.name === name);
  if (!plan)
    throw new KeptError('unknown-plan', `there is no plan named ${JSON.stringify(name)}`, { plan: name });
  return plan;
}

function holds({ plan, beats, on }: Claim, runOf: (name: string) => Trajectory): boolean {
  return claimFigure(runOf(plan), on) > claimFigure(runOf(beats), on);
}

/** The figure of a whole run that a claim rests on, so signed that more is better. */
export function claimFigure(run: Trajectory, measure: ClaimMeasure): number {
  const { segments, months } = run;
  const total = (of: (segment: (typeof segments)[number]) => number) =>
    segments.reduce((sum, segment) => sum + of(segment), 0);
  const profit = () => {
    const discounts = discountFactors(months, run.monthlyDiscount);
    return total((segment) => presentProfit(segment, discounts));
  };
  switch (measure) {
    case 'profit':
      return profit();
    case 'profit with equity':
      return profit() + total(({ equity }) => equity);
    case 'customers':
      return total(({ customers }) => customers[months]);
    case 'leavers':
      return -total(({ leavers }) => leavers.reduce((sum, count) => sum + count, 0));
    case 'satisfaction': {
      const present = total(({ customers }) => customers[months - 1]);
      return total(({ customers, satisfaction }) => customers[months - 1] * satisfaction[months]) / present;
    }
  }
}
