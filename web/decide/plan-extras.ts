import type { Action, Change, Quantity } from '../../models/index.ts';
import type { Situation } from '../state/choice.ts';
import type { Edit } from '../state/edits.ts';

export const dimensions = ['reliability', 'responsiveness', 'assurance', 'empathy', 'tangibles'] as const;
export type Dimension = (typeof dimensions)[number];

/** Who keeps the old price, and until when; `null` for nobody. */
export interface Spared {
  readonly tenureMonths: number;
  readonly until: number | undefined;
}

/** A promise of one dimension from the fee's month on, in points; `null` as today. */
export interface Promised {
  readonly dimension: Dimension;
  readonly level: number;
}

/** Money spent on one dimension; `null` for none. */
export interface Investment {
  readonly dimension: Dimension;
  readonly points: number;
  readonly once: number;
  readonly monthly: number;
}

/** What else a plan may change beside its fee, as it stands; `undefined` where the file holds more than one row can say. */
export interface PlanExtras {
  readonly spared: Spared | null | undefined;
  readonly promised: Promised | null | undefined;
  readonly investment: Investment | null | undefined;
  /** Agents on duty under the plan; `null` where the scenario has none. */
  readonly agents: { readonly today: number; readonly planned: number } | null | undefined;
}

/** Reads them from the plan as it is set. */
export function readExtras(situation: Situation): PlanExtras {
  const { plan, target, scenario } = situation;
  const fee = plan.actions[target.actionIndex];
  const grandfather = fee?.price?.grandfather;
  const { operations } = scenario.world;
  return {
    spared: fee?.price ? (grandfather ? { until: undefined, ...grandfather } : null) : undefined,
    promised: readPromised(situation),
    investment: readInvestment(situation),
    agents: operations ? readAgents(situation, situation.bestValue(operations.agents)) : null,
  };
}

/** Parts of actions that the rows of the plan say in full. */
export function partsInRows(situation: Situation): (keyof Action)[] {
  const { promised, investment, agents } = readExtras(situation);
  const isStaffOnly = situation.plan.actions.every(
    ({ staff }) => !staff || otherParts(staff, 'agents') === 0,
  );
  return [
    ...(promised ? (['promise'] as const) : []),
    ...(investment ? (['invest'] as const) : []),
    ...(agents && isStaffOnly ? (['staff'] as const) : []),
  ];
}

/** What customers are promised and get today, over all customers. */
export function promisedToday({ scenario, bestValue }: Situation, dimension: Dimension) {
  let [customers, promise, delivery] = [0, 0, 0];
  for (const segment of scenario.world.segments) {
    const weight = bestValue(segment.customers);
    customers += weight;
    promise += weight * bestValue(segment.service[dimension].promise);
    delivery += weight * bestValue(segment.service[dimension].delivery);
  }
  return { promise: promise / customers, delivery: delivery / customers };
}

export function sparedEdits({ target }: Situation, spared: Spared | null): Edit[] {
  const path = ['plans', target.planIndex, 'actions', target.actionIndex, 'price', 'grandfather'];
  if (!spared) return [{ path, value: undefined }];
  const { tenureMonths, until } = spared;
  const value = { tenure: `at least ${tenureMonths} months`, ...(until === undefined ? {} : { until }) };
  return [{ path, value }];
}

export function promisedEdits(situation: Situation, promised: Promised | null): Edit[] {
  const value = promised ? { [promised.dimension]: { to: promised.level } } : undefined;
  return partEdits(situation, 'promise', value);
}

export function investmentEdits(situation: Situation, investment: Investment | null): Edit[] {
  const value = investment && {
    in: investment.dimension,
    by: investment.points,
    once: investment.once,
    monthly: investment.monthly,
  };
  return partEdits(situation, 'invest', value ?? undefined);
}

/** `null` for as many as today. */
export function agentsEdits(situation: Situation, agents: number | null): Edit[] {
  const index = indexOf(situation, 'staff');
  const staff = situation.plan.actions[index]?.staff;
  // Whatever else is done for the staff stays.
  if (staff && otherParts(staff, 'agents') > 0) {
    const path = ['plans', situation.target.planIndex, 'actions', index, 'staff', 'agents'];
    return [{ path, value: agents === null ? undefined : { to: agents } }];
  }
  return partEdits(situation, 'staff', agents === null ? undefined : { agents: { to: agents } });
}

type Part = 'promise' | 'invest' | 'staff';

/** Writes one part of an action: where the plan has it, else as a new action in the fee's first month. */
function partEdits(situation: Situation, part: Part, value: object | undefined): Edit[] {
  const { plan, target, levers } = situation;
  const actions = ['plans', target.planIndex, 'actions'];
  const index = indexOf(situation, part);
  if (index >= 0) {
    const alone = value === undefined && isOnly(plan.actions[index], part);
    return [{ path: alone ? [...actions, index] : [...actions, index, part], value }];
  }
  if (value === undefined) return [];
  if (plan.actions.length === 0 && situation.scenario.plans.length === 0)
    return [{ path: ['plans'], value: [{ name: plan.name, actions: [{ at: levers.at, [part]: value }] }] }];
  return [{ path: [...actions, plan.actions.length], value: { at: levers.at, [part]: value } }];
}

function indexOf({ plan }: Situation, part: Part): number {
  return plan.actions.findIndex((action) => action[part] !== undefined);
}

/** An action without this part would do nothing. */
function isOnly(action: Action, part: Part): boolean {
  const frame = ['at', 'announce', 'announced', 'segments', 'customers', 'reason', 'notify'];
  return Object.entries(action).every(
    ([key, value]) => key === part || frame.includes(key) || value === undefined,
  );
}

function otherParts(staff: object, part: string): number {
  return Object.entries(staff).filter(
    ([key, value]) => ![part, 'once', 'monthly'].includes(key) && value !== undefined,
  ).length;
}

/** The only action with this part, if it is for everyone; `undefined` where there are several, or it is for some. */
function onlyAction({ plan, scenario }: Situation, part: Part): Action | null | undefined {
  const found = plan.actions.filter((action) => action[part] !== undefined);
  if (found.length === 0) return null;
  const [action] = found;
  const everyone = action.segments.length === scenario.world.segments.length && !action.customers;
  return found.length === 1 && everyone ? action : undefined;
}

function readPromised(situation: Situation): Promised | null | undefined {
  const action = onlyAction(situation, 'promise');
  if (!action) return action;
  const given = dimensions.flatMap((dimension) => {
    const change = action.promise?.[dimension];
    return change ? [{ dimension, change }] : [];
  });
  const [only] = given;
  if (given.length !== 1) return undefined;
  const { promise } = promisedToday(situation, only.dimension);
  return { dimension: only.dimension, level: levelOf(only.change, promise, situation.bestValue) };
}

function readInvestment(situation: Situation): Investment | null | undefined {
  const action = onlyAction(situation, 'invest');
  const invest = action?.invest;
  if (!invest) return action === undefined ? undefined : null;
  const { bestValue } = situation;
  const dimension = dimensions.find((name) => name === invest.in);
  if (!dimension || !invest.monthly) return undefined;
  return {
    dimension,
    points: bestValue(invest.by),
    once: bestValue(invest.once),
    monthly: bestValue(invest.monthly),
  };
}

function readAgents(situation: Situation, today: number) {
  const found = situation.plan.actions.filter(({ staff }) => staff?.agents);
  if (found.length > 1) return undefined;
  const change = found[0]?.staff?.agents;
  return { today, planned: change ? levelOf(change, today, situation.bestValue) : today };
}

function levelOf({ kind, quantity }: Change, today: number, bestValue: (of: Quantity) => number): number {
  const value = bestValue(quantity);
  if (kind === 'to') return value;
  return kind === 'byPercent' ? today * (1 + value) : today + value;
}
