import {
  type CrowdRun,
  type CrowdRunner,
  createCrowdRunner,
  doNothing,
  type MechanismTrace,
  type PadScope,
  type Plan,
  type Scenario,
} from '../../models/index.ts';
import {
  firstTeaching,
  offeredOf,
  type PadPoint,
  type Played,
  playedToday,
  type Teaching,
} from '../state/teaching.ts';
import { type CrowdDots, createDots } from './crowd-dots.ts';
import { toLevel } from './pad-steps.ts';
import { words } from './text.ts';

/** A scenario as a trainer plays it: what is set, what runs and beside what. */
export interface TeachDesk {
  readonly scenario: Scenario;
  readonly months: number;
  /** What is set; all else follows from it. */
  teaching: Teaching;
  readonly scope: PadScope;
  readonly played: Played;
  readonly beside: Played | null;
  /** Where the pad stands. */
  readonly point: PadPoint;
  run(played: Played): CrowdRun;
  /** What each mechanism does in that run. */
  trace(played: Played): MechanismTrace;
  dots(played: Played): CrowdDots;
  name(played: Played): string;
  /** All that can be played, in the order in which it is offered. */
  readonly offered: readonly Played[];
  /** Runs the pad at a point, whatever is set. */
  runPoint(point: PadPoint, scope: PadScope): CrowdRun;
}

/** Sets up a scenario as it begins. */
export function createTeachDesk(scenario: Scenario): TeachDesk {
  const runner = createCrowdRunner(scenario);
  const runs = new Map<string, CrowdRun>();
  const traces = new Map<string, MechanismTrace>();
  const dots = new WeakMap<CrowdRun, CrowdDots>();
  const desk: TeachDesk = {
    scenario,
    months: scenario.months,
    teaching: firstTeaching(scenario),
    offered: offeredOf(scenario),
    get scope() {
      return desk.teaching.scope;
    },
    get played() {
      return desk.teaching.played;
    },
    get beside() {
      return desk.teaching.beside;
    },
    get point() {
      return desk.teaching.point ?? roundPoint(runner.pad.start(desk.scope));
    },
    run: (played) => keep(runs, keyOf(played, desk), () => runner.run(planOf(played, desk, runner))),
    trace: (played) => keep(traces, keyOf(played, desk), () => runner.trace(planOf(played, desk, runner))),
    dots(played) {
      const run = desk.run(played);
      const known = dots.get(run) ?? createDots(run);
      dots.set(run, known);
      return known;
    },
    name: (played) => nameOf(played, desk.point),
    runPoint: ({ promise, delivery }, scope) => runner.run(planAt(runner, promise, delivery, scope)),
  };
  return desk;
}

/** Runs of the pad are many; the last few are enough. */
const mostKept = 24;

function keep<Kept>(runs: Map<string, Kept>, key: string, make: () => Kept): Kept {
  const run = runs.get(key) ?? make();
  runs.delete(key);
  runs.set(key, run);
  if (runs.size > mostKept) runs.delete(runs.keys().next().value!);
  return run;
}

function keyOf(played: Played, { point: { promise, delivery }, scope }: TeachDesk): string {
  if (played === 'pad') return `${scope} ${promise} ${delivery}`;
  return played === 'kept' ? `${scope} ${delivery} ${delivery}` : played;
}

function planOf(played: Played, { scenario, point, scope }: TeachDesk, runner: CrowdRunner): Plan {
  if (played === 'pad') return planAt(runner, point.promise, point.delivery, scope);
  if (played === 'kept') return planAt(runner, point.delivery, point.delivery, scope);
  const name = played.slice('plan '.length);
  return scenario.plans.find((plan) => plan.name === name) ?? doNothing;
}

/** A level that is today’s but for its rounding is today’s. */
function planAt({ pad }: CrowdRunner, promise: number, delivery: number, scope: PadScope): Plan {
  const today = pad.start(scope);
  const exact = (value: number, now: number) => (value === toLevel(now) ? now : value);
  return pad.plan(exact(promise, today.promise), exact(delivery, today.delivery), scope);
}

function roundPoint({ promise, delivery }: PadPoint): PadPoint {
  return { promise: toLevel(promise), delivery: toLevel(delivery) };
}

function nameOf(played: Played, { promise, delivery }: PadPoint): string {
  if (played === 'pad') return words.padAt(promise, delivery);
  if (played === 'kept') return words.padAt(delivery, delivery);
  return played === playedToday ? words.today : played.slice('plan '.length);
}
