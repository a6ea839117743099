import { discountFactors } from '../models/analysis/break-even.ts';
import { presentProfit } from '../models/analysis/impact.ts';
import { type PopulationTrajectory, simulatePopulation } from '../models/engine/population.ts';
import { createSampler } from '../models/engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../models/engine/simulate.ts';
import type { Plan, Scenario } from '../models/index.ts';

/** A population's figure less the cohort's, over replications: mean and standard error. */
export interface Difference {
  readonly mean: number;
  readonly error: number;
}

/** A plan run both ways at best values. Differences are relative to the cohort's figure. */
export interface PopulationComparison {
  readonly plan: string;
  /** Customers of the starting base still here at the end. */
  readonly survivors: Difference;
  /** All customers at the end. */
  readonly customers: Difference;
  /** Present value of profit. */
  readonly profit: Difference;
  /** The cohort's extra leavers as a share of the starting base, and the population's less those, in the same share. */
  readonly attrition: number;
  readonly extraAttrition: Difference;
}

export interface ComparisonSize {
  readonly customers: number;
  readonly replications: number;
}

interface Figures {
  readonly survivors: number;
  readonly customers: number;
  readonly profit: number;
}

/** Compares do nothing and every plan of a scenario, each replication with customers and draws of its own. */
export function comparePopulation(
  scenario: Scenario,
  { customers, replications }: ComparisonSize,
): PopulationComparison[] {
  const sample = createSampler(scenario, scenario.seed)('best');
  const populate = (plan: Plan) =>
    Array.from({ length: replications }, (_, k) =>
      withoutLuck(simulatePopulation(scenario, plan, sample, { customers, seed: `replication ${k}` })),
    );
  const plans = [doNothing, ...scenario.plans];
  const cohorts = plans.map((plan) => figuresOf(simulate(scenario, plan, sample)));
  const base = simulate(scenario, doNothing, sample).segments.reduce((sum, part) => sum + part.base[0], 0);
  const [before, nothing] = [cohorts[0], populate(doNothing)];
  return plans.map((plan, k) => {
    const runs = k === 0 ? nothing : populate(plan);
    const cohort = cohorts[k];
    const relative = (name: keyof Figures) => differ(runs.map((run) => run[name] / cohort[name] - 1));
    const attrition = (before.survivors - cohort.survivors) / base;
    return {
      ...{ plan: plan.name, attrition },
      ...{ survivors: relative('survivors'), customers: relative('customers'), profit: relative('profit') },
      extraAttrition: differ(
        runs.map((run, at) => (nothing[at].survivors - run.survivors) / base - attrition),
      ),
    };
  });
}

function figuresOf(run: Trajectory | PopulationTrajectory): Figures {
  const discounts = discountFactors(run.months, run.monthlyDiscount);
  const total = (of: (segment: (typeof run.segments)[number]) => number) =>
    run.segments.reduce((sum, segment) => sum + of(segment), 0);
  return {
    survivors: total(({ base }) => base[run.months]),
    customers: total(({ customers }) => customers[run.months]),
    profit: total((segment) => presentProfit(segment, discounts)),
  };
}

/** The figures with the luck of the draws of leaving taken off: the same mean, less noise. */
function withoutLuck(run: PopulationTrajectory): Figures {
  const { survivors, customers, profit } = figuresOf(run);
  const luck = (name: 'base' | 'customers' | 'profit') =>
    run.segments.reduce((sum, segment) => sum + segment.luck[name], 0);
  return {
    survivors: survivors - luck('base'),
    customers: customers - luck('customers'),
    profit: profit - luck('profit'),
  };
}

function differ(values: readonly number[]): Difference {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}
