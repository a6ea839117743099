import { formatAxisMoney, formatSignedFee, formatSignedMoney } from '../format.ts';
import { createResultKeeper, type Rest, type Results, type Runners, type Wanted } from '../runner/results.ts';
import { text } from '../text.ts';
import {
  type Choice,
  createSituation,
  isSameDecision,
  type OpenDocument,
  openChoice,
  type Settings,
  type Situation,
  withLevers,
} from './choice.ts';
import { createFeeScale, type FeeScale } from './fee-scale.ts';
import { lowestPercent, writtenFromPercent } from './fee-target.ts';
import type { History } from './history.ts';
import { withLever } from './levers.ts';
import type { FeeMove, LeverMove, TeachMove } from './moves.ts';
import { createStore } from './store.ts';
import { teachingIn } from './teaching.ts';
import { createWanted } from './wanted.ts';

/** All that a room is drawn from. */
export interface Model {
  readonly choice: Choice;
  readonly situation: Situation;
  readonly results: Results;
  readonly scale: FeeScale;
  /** A gain or loss in the scenario's currency. */
  readonly money: (value: number) => string;
  /** The same for round values on an axis. */
  readonly axisMoney: (value: number) => string;
}

/** The history as a list. */
export interface Steps {
  /** What was done, oldest first; those that were undone last. */
  readonly names: readonly string[];
  /** How many of them are in force. */
  readonly done: number;
  /** What is open as it was when it was opened. */
  readonly opened: OpenDocument;
}

/** What the reader does, and what comes of it. */
export interface Session {
  /** `null` while no scenario is open. */
  readonly model: Model | null;
  /** Names of the next steps back and forth; `null` where there is none. */
  readonly undoName: string | null;
  readonly redoName: string | null;
  /** `null` while no scenario is open. */
  readonly steps: Steps | null;
  /** Opens a file at one of its plans, with what was set before if anything; by default as `openChoice` does. */
  open(document: OpenDocument, planIndex?: number, settings?: Settings): void;
  /** The document that is open with another text; the fee that was set is in it. `merge` as in `record`. */
  revise(document: OpenDocument, name: string, merge?: string): void;
  setPlan(planIndex: number): void;
  setFee(move: FeeMove): void;
  setLever(move: LeverMove): void;
  setTeaching(move: TeachMove): void;
  undo(): void;
  redo(): void;
  /** Undoes or does again until so many steps are in force. */
  goTo(done: number): void;
  /** Whether anybody looks at draws of the plan that is set. */
  watchDraws(watched: boolean): void;
  stop(): void;
}

/** Starts without a scenario; `changed` is called whenever there is something new to draw. */
export function createSession(runners: Runners, changed: () => void, rest?: Rest): Session {
  const store = createStore<Choice | null>(null);
  const keeper = createResultKeeper(runners, changed, rest);
  const shown = createShown((wanted) => keeper.show(wanted));

  store.subscribe(() => {
    shown.follow(store.history.present);
    changed();
  });

  const change = (next: (choice: Choice, situation: Situation) => Choice, name: string, merge?: string) => {
    const choice = store.history.present;
    const { situation } = shown;
    if (choice && situation) store.set(next(choice, situation), name, merge);
  };

  return {
    get model() {
      const choice = store.history.present;
      const { situation, scale } = shown;
      return choice && situation ? createModel(choice, situation, keeper.results, scale) : null;
    },
    get undoName() {
      // The first scenario opens by itself; there is no page without one to go back to.
      const { past } = store.history;
      return past.length > 1 ? past[past.length - 1].name : null;
    },
    get redoName() {
      return store.history.future[0]?.name ?? null;
    },
    get steps() {
      return stepsOf(store.history);
    },
    open: (document, planIndex, settings) =>
      store.set({ ...openChoice(document, planIndex), ...settings }, text.stepOpen(document.scenario.title)),
    revise: (document, name, merge) => change((choice) => revised(choice, document), name, merge),
    setPlan: (planIndex) => {
      const name = planName(store.history.present, planIndex);
      change((choice) => ({ ...choice, planIndex }), text.stepPlan(name));
    },
    setFee: ({ percent, stroke }) => change(withFee(percent), text.stepFee(formatSignedFee(percent)), stroke),
    setLever: ({ lever, value, name }) =>
      change((choice, { levers }) => withLevers(choice, withLever(levers, lever, value)), name),
    setTeaching: ({ teaching, name, stroke }) => change((choice) => ({ ...choice, teaching }), name, stroke),
    undo: () => store.undo(),
    redo: () => store.redo(),
    goTo: (done) => store.goTo(done + 1),
    watchDraws: (watched) => keeper.watch(watched),
    stop: () => keeper.stop(),
  };
}

/** What the choice comes to, on which scale, with its results asked for. */
function createShown(show: (wanted: Wanted) => void) {
  let shown: Choice | null = null;
  let situation: Situation | null = null;
  let scale = createFeeScale(-100);
  return {
    get situation() {
      return situation;
    },
    get scale() {
      return scale;
    },
    follow(choice: Choice | null): void {
      const before = shown;
      shown = choice;
      // Nothing that is run for Decide depends on what a trainer sets.
      if (choice && before && isSameDecision(before, choice)) return;
      const last = situation;
      situation = choice && createSituation(choice);
      if (!choice || !situation) return;
      const same =
        choice.document.key === before?.document.key && last?.target.planIndex === situation.target.planIndex;
      scale = nextScale(scale, same, situation);
      show(createWanted(choice, situation, scale));
    },
  };
}

function withFee(percent: number) {
  return (choice: Choice, { target, base, levers }: Situation): Choice => {
    const written = writtenFromPercent(target, percent, base, levers.segments);
    return withLevers(choice, withLever(levers, 'written', written));
  };
}

/** Without the step that opened the first scenario by itself. */
function stepsOf({ past, present, future }: History<Choice | null>): Steps | null {
  if (!present) return null;
  const names = [...past.slice(1), ...future].map(({ name }) => name);
  let opened = present.document;
  for (const { value } of past.toReversed()) {
    if (value?.document.key !== present.document.key) break;
    opened = value.document;
  }
  opened = opened.opened ?? opened;
  return { names, done: Math.max(0, past.length - 1), opened };
}

/** The scale of a plan only ever widens, so that it does not move under the hand. */
function nextScale(scale: FeeScale, same: boolean, now: Situation): FeeScale {
  const { percent, target, base, levers } = now;
  const lowest = lowestPercent(target, base, levers.segments);
  // A plan that opens near an end gets room beyond it.
  const room = percent > 35 ? percent + 10 : percent < -15 ? percent - 10 : percent;
  const next = same
    ? createFeeScale(lowest, scale.min, scale.max, percent)
    : createFeeScale(lowest, percent, room);
  return next.min === scale.min && next.max === scale.max ? scale : next;
}

/** All that figures are made of, from what is chosen and what is known. */
export function createModel(choice: Choice, situation: Situation, results: Results, scale: FeeScale): Model {
  const { currency } = situation.scenario;
  const money = (value: number) => formatSignedMoney(value, currency);
  const axisMoney = (value: number) => formatAxisMoney(value, currency);
  return { choice, situation, results, scale, money, axisMoney };
}

/** The choice in another text; what is set in Teach stays, but for plans that are gone. */
function revised(choice: Choice, document: OpenDocument): Choice {
  const teaching = choice.teaching && teachingIn(choice.teaching, document.scenario);
  return { document, planIndex: planIn(document, choice), levers: {}, teaching };
}

/** The plan of the same name in another text, or the one in its place, or the last. */
function planIn({ scenario: { plans } }: OpenDocument, { document, planIndex }: Choice): number {
  const name = document.scenario.plans[planIndex]?.name;
  const same = plans.findIndex((plan) => plan.name === name);
  return same >= 0 ? same : Math.max(0, Math.min(planIndex, plans.length - 1));
}

function planName(choice: Choice | null, planIndex: number): string {
  return choice?.document.scenario.plans[planIndex]?.name ?? '';
}
