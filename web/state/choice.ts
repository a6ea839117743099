import type { Plan, Scenario } from '../../models/index.ts';
import { type BestValue, readBase, type SegmentBase } from './base.ts';
import { type FeeTarget, findFeeTarget, firstFeePlan, percentFromWritten } from './fee-target.ts';
import { isSame } from './is-same.ts';
import { type Levers, planWithLevers, readLevers } from './levers.ts';
import type { Teaching } from './teaching.ts';

/** Scenarios that come with the page, those among them that are copied to start anew, that teach or that test it against the past, those in the server's folder, and the reader's own. */
export type ScenarioGroup = 'template' | 'shipped' | 'lesson' | 'backtest' | 'server' | 'own';

/** A scenario that can be picked, loaded when it is. */
export interface ScenarioOffer {
  readonly key: string;
  readonly group: ScenarioGroup;
  readonly title: string;
  readonly load: () => Promise<OpenDocument>;
}

/** A scenario that is open, with the text it came from. */
export interface OpenDocument {
  /** Tells it from all others that are open. */
  readonly key: string;
  /** Under which heading it is offered. */
  readonly group: ScenarioGroup;
  /** Name of the file, without folder. */
  readonly file: string;
  readonly scenario: Scenario;
  readonly bestValue: BestValue;
  readonly text: () => Promise<string>;
  /** The document as it was opened, once its text has been changed. */
  readonly opened?: OpenDocument;
}

/** What a document was on the server when it was last read or saved. */
export interface Stored {
  readonly name: string;
  readonly etag: string;
  readonly title: string;
}

/** The key under which a file of the server is offered. */
export function serverKey(name: string): string {
  return `server ${name}`;
}

/** All that the reader has chosen; one value of the history. */
export interface Choice {
  readonly document: OpenDocument;
  readonly planIndex: number;
  /** Levers of the plans that were touched, by the plan's index. */
  readonly levers: { readonly [planIndex: number]: Levers };
  /** Absent until a trainer has set something. */
  readonly teaching?: Teaching | undefined;
}

/** What was set in a document, besides the plan that is looked at. */
export type Settings = Partial<Pick<Choice, 'levers' | 'teaching'>>;

/** What the choice comes to: the plan to run and what the controls show. */
export interface Situation {
  readonly scenario: Scenario;
  readonly bestValue: BestValue;
  readonly base: readonly SegmentBase[];
  readonly target: FeeTarget;
  readonly initial: Levers;
  readonly levers: Levers;
  /** The same as they were when the document was opened. */
  readonly openedLevers: Levers;
  /** The plan is no longer what it was then. */
  readonly isChanged: boolean;
  readonly plan: Plan;
  /** Change of the fee in percent of the mean price of those it is meant for. */
  readonly percent: number;
}

/** A file as it is, at its first plan with a fee unless another is named. */
export function openChoice(document: OpenDocument, planIndex = firstFeePlan(document.scenario)): Choice {
  return { document, planIndex, levers: {} };
}

/** Whether two choices are of the same file with the same fee: what is played in Teach is no part of either. */
export function isSameDecision(one: Choice, other: Choice): boolean {
  return one.document === other.document && one.planIndex === other.planIndex && one.levers === other.levers;
}

export function withLevers(choice: Choice, levers: Levers): Choice {
  return { ...choice, levers: { ...choice.levers, [choice.planIndex]: levers } };
}

export function createSituation(choice: Choice): Situation {
  const { document, planIndex } = choice;
  const { scenario, bestValue } = document;
  const base = readBase(scenario, bestValue);
  const target = findFeeTarget(scenario.plans[planIndex], planIndex);
  const initial = initialLevers(document, planIndex);
  const levers = choice.levers[planIndex] ?? initial;
  const plan = planWithLevers(scenario, planIndex, initial, levers);
  const percent = percentFromWritten(target, levers.written, base, levers.segments);
  const opened = openedChoice(choice);
  const openedPlan = opened.document.scenario.plans[opened.planIndex];
  return {
    ...{ scenario, bestValue, base, target, initial, levers, plan, percent },
    openedLevers: initialLevers(opened.document, opened.planIndex),
    isChanged: !isSame(plan.actions, openedPlan?.actions ?? []),
  };
}

/** The plan as it was when the document was opened. */
export function openedChoice({ document, planIndex }: Choice): Choice {
  const opened = document.opened ?? document;
  const name = document.scenario.plans[planIndex]?.name;
  const same = opened.scenario.plans.findIndex((plan) => plan.name === name);
  return { document: opened, planIndex: same < 0 ? planIndex : same, levers: {} };
}

/** The levers of one plan as its file has them. */
export function initialLevers(document: OpenDocument, planIndex: number): Levers {
  const { scenario, bestValue } = document;
  return readLevers(scenario, planIndex, bestValue);
}
