import type {
  AttributedPlan,
  FifthsResult,
  Flip,
  Indices,
  SafetyBound,
  SafetyResult,
  Scenario,
  Tornado,
  ValueOfInformation,
} from '../../models/index.ts';
import { type Choice, isSameDecision } from '../state/choice.ts';
import { writeChoice } from '../state/documents.ts';
import type { Model } from '../state/session.ts';
import { shownDrivers } from './drivers-view.ts';
import { type Ask, FollowedStudy } from './followed-study.ts';

/** Milliseconds without a change, with all draws done, before anything more is worked out by itself. */
const restMilliseconds = 600;
/** Draws of the split by cause below which a result so far says too little. */
const fewestDraws = 16;
/** Rows of the design that splits the spread: half of what the command line takes, for an answer in half the time. */
const spreadRows = 256;

/** Answers beyond verdict and curve. Each follows the choice; what takes long waits to be asked for. */
export class Answers {
  /** The split by cause at best values, at once; then as means over draws. */
  readonly firstCauses: FollowedStudy<AttributedPlan>;
  readonly causes: FollowedStudy<AttributedPlan>;
  readonly tornado: FollowedStudy<Tornado>;
  readonly flips: FollowedStudy<readonly Flip[]>;
  readonly spread: FollowedStudy<Indices>;
  readonly worth: FollowedStudy<ValueOfInformation>;
  readonly fifths: FollowedStudy<FifthsResult>;
  readonly safety: FollowedStudy<SafetyResult>;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private model: Model | null = null;
  /** The choice whose split over draws is not wanted. */
  private splitRefused: object | null = null;
  /** The choice for which work has begun by itself. */
  private begun: object | null = null;
  private decisions = new WeakMap<object, Choice[]>();
  private boundsOf = new WeakMap<object, Map<string, object>>();

  constructor(changed: () => void, ask?: Ask) {
    const study = <Result>() => new FollowedStudy<Result>(changed, ask);
    this.firstCauses = study();
    this.causes = study();
    this.tornado = study();
    this.flips = study();
    this.spread = study();
    this.worth = study();
    this.fifths = study();
    this.safety = study();
  }

  /** Those that are about the plan alone. */
  private get plain(): readonly FollowedStudy<unknown>[] {
    const { firstCauses, causes, tornado, flips, spread, worth, fifths } = this;
    return [firstCauses, causes, tornado, flips, spread, worth, fifths];
  }

  /** Says what is chosen; once its draws are done, what is cheap is worked out by itself. */
  follow(model: Model, bound: SafetyBound): void {
    const choice = this.decisionOf(model.choice);
    const another = choice !== this.model?.choice;
    this.model = { ...model, choice };
    for (const study of this.plain) study.follow(choice);
    this.safety.follow(this.keyOf(choice, bound));
    if (another) this.rest();
    const { draws, drawsStale } = model.results;
    // A first estimate takes so little that it does not wait for the last of the draws.
    if (draws && !drawsStale && this.firstCauses.isDue) void this.askFirstCauses();
    if (isSettled(model) && this.begun !== choice && this.waiting === undefined) this.wait(choice);
  }

  stop(): void {
    this.rest();
    this.model = null;
    this.begun = null;
    for (const study of [...this.plain, this.safety]) study.cancel();
  }

  /** The split by cause over draws is being worked out, or will be by itself. */
  get areMeansToCome(): boolean {
    const { causes, model } = this;
    return causes.asked.running || (causes.isDue && this.splitRefused !== model?.choice);
  }

  /** Leaves the split by cause as far as it has come. */
  stopCauses(): void {
    this.splitRefused = this.model?.choice ?? null;
    this.causes.cancel();
  }

  /** Who leaves by fifth of spend within each segment. */
  async askFifths(): Promise<void> {
    const scenario = this.planAlone();
    if (!scenario) return;
    await this.fifths.start({ kind: 'task', task: { kind: 'fifths', scenario } }, same);
  }

  /** The split of the spread by evidence, then what it would be worth to know more. */
  async askSpread(): Promise<void> {
    const scenario = this.planAlone();
    if (!scenario) return;
    const options = { inputs: [], rows: spreadRows };
    const task = { kind: 'indices', scenario, options } as const;
    if (!(await this.spread.start({ kind: 'task', task }, same, nothingSoFar))) return;
    await this.worth.start({ kind: 'task', task: { kind: 'information', scenario } }, same, nothingSoFar);
  }

  async askSafety(bound: SafetyBound): Promise<void> {
    const { model } = this;
    if (!model) return;
    const text = await writeChoice(model.choice);
    if (model.choice !== this.model?.choice) return;
    await this.safety.start(
      { kind: 'safe', text, plan: model.situation.plan.name, bound },
      same,
      nothingSoFar,
    );
  }

  private async askFirstCauses(): Promise<void> {
    const scenario = this.planAlone();
    if (scenario) await this.firstCauses.start({ kind: 'causes', scenario, plan: scenario.plans[0] }, same);
  }

  private rest(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  private wait(choice: object): void {
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      if (choice === this.model?.choice) void this.workOut();
    }, restMilliseconds);
  }

  private async workOut(): Promise<void> {
    const scenario = this.planAlone();
    const { model } = this;
    if (!scenario || !model) return;
    const [plan] = scenario.plans;
    this.begun = model.choice;
    const { causes, tornado, flips } = this;
    if (tornado.isDue) {
      const task = { kind: 'tornado', scenario } as const;
      if (!(await tornado.start({ kind: 'task', task }, same, nothingSoFar))) return;
    }
    const inputs = (tornado.asked.result?.inputs ?? []).slice(0, shownDrivers).map(({ path }) => path);
    if (flips.isDue && inputs.length > 0) {
      const task = { kind: 'flips', scenario, options: { inputs } } as const;
      if (!(await flips.start({ kind: 'task', task }, same, nothingSoFar))) return;
    }
    if (!causes.isDue) return;
    const task = { kind: 'attribution', scenario, plan } as const;
    await causes.start({ kind: 'task', task }, same, (result) =>
      (causes.asked.progress?.done ?? 0) >= fewestDraws ? result : null,
    );
  }

  /** The scenario with the plan as it is set, and no other. */
  private planAlone(): (Scenario & { plans: readonly [Scenario['plans'][number]] }) | null {
    if (!this.model) return null;
    const { scenario, plan } = this.model.situation;
    return { ...scenario, plans: [plan] };
  }

  /** One choice for all that differ only in what is played in Teach, so that answers stay and come back with any of them. */
  private decisionOf(choice: Choice): Choice {
    const known = this.decisions.get(choice.levers) ?? [];
    const same = known.find((one) => isSameDecision(one, choice));
    if (same) return same;
    this.decisions.set(choice.levers, [...known, choice]);
    return choice;
  }

  /** One object for each choice and bound, so that both can come back. */
  private keyOf(choice: object, { measure, atMost }: SafetyBound): object {
    const bounds = this.boundsOf.get(choice) ?? new Map<string, object>();
    this.boundsOf.set(choice, bounds);
    const name = `${measure} ${atMost}`;
    const key = bounds.get(name) ?? {};
    bounds.set(name, key);
    return key;
  }
}

function same<Result>(result: Result): Result {
  return result;
}

function nothingSoFar(): null {
  return null;
}

/** All draws of plan and curve are done: nothing is taken from them by what comes now. */
function isSettled({ results }: Model): boolean {
  const { draws, drawsStale, curve, curveStale, failure, drawsFailure } = results;
  if (failure || drawsFailure || !draws || drawsStale || !curve || curveStale) return false;
  return draws.done === draws.total && curve.done === curve.total;
}
