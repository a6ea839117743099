import type { Plan, Scenario } from '../../models/index.ts';
import type {
  BestAnswer,
  BestRequest,
  CurveAnswer,
  DrawsAnswer,
  DrawsRequest,
  Failure,
  PlanAnswer,
  Runner,
} from './runner.ts';

/** What is known at this moment about the plan that is set. */
export interface Results {
  readonly best: BestAnswer | null;
  /** Draws of the plan that is set; of an earlier one while `drawsStale`. */
  readonly draws: PlanAnswer | null;
  readonly drawsStale: boolean;
  readonly curve: CurveAnswer | null;
  readonly curveStale: boolean;
  /** Why there are no figures at all. */
  readonly failure: Failure | null;
  /** Why the draws stopped; figures at best values stand. */
  readonly drawsFailure: Failure | null;
}

/** What is to be run. Two with the same `curveKey` have the same fee curve. */
export interface Wanted {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly curvePlan: Plan;
  readonly curveKey: string;
  /** Whose draws these are: with the same key, those before are of the same customers over the same months. */
  readonly baseKey: string;
  readonly changes: readonly number[];
}

export interface Runners {
  readonly best: Runner<BestRequest, BestAnswer>;
  readonly plan: Runner<DrawsRequest, DrawsAnswer>;
  readonly curve: Runner<DrawsRequest, DrawsAnswer>;
}

export const noResults: Results = {
  best: null,
  draws: null,
  drawsStale: false,
  curve: null,
  curveStale: false,
  failure: null,
  drawsFailure: null,
};

/** Calls back once the hand has rested; a newer call replaces the one that waits. */
export type Rest = (then: () => void) => void;

/** Milliseconds without a move after which draws begin: while the fader moves, they would take its time. */
const restMilliseconds = 120;

function createRest(): Rest {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (then) => {
    clearTimeout(waiting);
    waiting = setTimeout(then, restMilliseconds);
  };
}

/**
 * Keeps results in step with what is wanted: best values at once, draws as they come, unless nobody looks at them.
 */
export function createResultKeeper(runners: Runners, changed: () => void, rest: Rest = createRest()) {
  let results = noResults;
  let shown: Wanted | null = null;
  let curveKey: string | null = null;
  let [planDue, curveDue] = [false, false];
  let isWatched = true;
  const run = runInto(runners, (news) => {
    results = { ...results, ...news };
    changed();
  });
  const draw = () => {
    if (!isWatched || !shown) return;
    if (planDue) run.plan(shown);
    if (curveDue) run.curve(shown);
    [planDue, curveDue] = [false, false];
  };
  const cut = () => {
    planDue ||= isUnfinished(results.draws, results.drawsStale);
    curveDue ||= isUnfinished(results.curve, results.curveStale);
    runners.plan.cancel();
    runners.curve.cancel();
  };
  return {
    get results() {
      return results;
    },
    show(wanted: Wanted): void {
      const another = wanted.scenario !== shown?.scenario;
      if (!another && wanted.plan === shown?.plan) return;
      const curveToo = another || wanted.curveKey !== curveKey;
      // Bands of other customers would say nothing about these.
      if (wanted.baseKey !== shown?.baseKey) results = noResults;
      shown = wanted;
      curveKey = wanted.curveKey;
      results = { ...results, drawsStale: true, curveStale: curveToo, drawsFailure: null };
      run.best(wanted);
      // What fails at best values fails in every draw.
      if (results.failure) {
        curveKey = null;
        [planDue, curveDue] = [false, false];
        rest(() => {});
        return;
      }
      runners.plan.cancel();
      if (curveToo) runners.curve.cancel();
      [planDue, curveDue] = [true, curveDue || curveToo];
      rest(draw);
    },
    /** Whether draws are looked at; those that nobody does would take the time of what is. */
    watch(watched: boolean): void {
      if (watched === isWatched) return;
      isWatched = watched;
      if (watched) rest(draw);
      else cut();
    },
    stop: () => stopAll(runners),
  };
}

function stopAll({ best, plan, curve }: Runners): void {
  for (const runner of [best, plan, curve]) runner.stop();
}

function isUnfinished(answer: PlanAnswer | CurveAnswer | null, stale: boolean): boolean {
  return stale || (answer !== null && answer.done < answer.total);
}

/** Starts each kind of run; what it finds becomes part of the results. */
function runInto(runners: Runners, become: (news: Partial<Results>) => void) {
  const fail = (failure: Failure) => become({ ...noResults, failure });
  const failDraws = (drawsFailure: Failure) => become({ drawsFailure });
  return {
    best(wanted: Wanted): void {
      runners.best.run(wanted, { answer: (best) => become({ best, failure: null }), fail });
    },
    plan({ scenario, plan }: Wanted): void {
      const answer = (draws: DrawsAnswer) => {
        if (draws.kind === 'plan') become({ draws, drawsStale: false });
      };
      runners.plan.run({ kind: 'plan', scenario, plan }, { answer, fail: failDraws });
    },
    curve({ scenario, curvePlan: plan, changes }: Wanted): void {
      const answer = (curve: DrawsAnswer) => {
        if (curve.kind === 'curve') become({ curve, curveStale: false });
      };
      runners.curve.run({ kind: 'curve', scenario, plan, changes }, { answer, fail: failDraws });
    },
  };
}
