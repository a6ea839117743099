import { dimensions, doNothing, type PadScope, type Scenario } from '../../models/index.ts';

/** A promise and a delivery, 0 to 10. */
export interface PadPoint {
  readonly promise: number;
  readonly delivery: number;
}

/** What can be played: the pad, what is promised being delivered, or a plan by its name. */
export type Played = 'pad' | 'kept' | `plan ${string}`;

export const playedToday: Played = `plan ${doNothing.name}`;

/** Where a trainer has set the pad, and what is played beside what. */
export interface Teaching {
  readonly scope: PadScope;
  /** `null`: what is promised and delivered today. */
  readonly point: PadPoint | null;
  readonly played: Played;
  /** `null`: one crowd alone. */
  readonly beside: Played | null;
}

/** A lesson begins with the plans of its first claim, all else with the pad as today. */
export function firstTeaching({ lesson }: Scenario): Teaching {
  const claim = lesson?.claim[0];
  return {
    scope: 'all',
    point: null,
    played: claim ? `plan ${claim.plan}` : 'pad',
    beside: claim ? `plan ${claim.beats}` : null,
  };
}

/** The pad moved, which is then what is played; `null` for as today. */
export function withPoint(teaching: Teaching, point: PadPoint | null): Teaching {
  return { ...teaching, point, played: 'pad' };
}

/** All that can be played, in the order in which it is offered. */
export function offeredOf({ plans }: Scenario): readonly Played[] {
  return ['pad', 'kept', playedToday, ...plans.map(({ name }): Played => `plan ${name}`)];
}

/** What was kept or came by a link, if it is whole and belongs to the scenario. */
export function teachingThatFits(value: unknown, scenario: Scenario): Teaching | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { scope, point, played, beside } = value as Teaching;
  const offered = offeredOf(scenario);
  const fits =
    (scope === 'all' || dimensions.includes(scope)) &&
    (point === null || isPoint(point)) &&
    offered.includes(played) &&
    (beside === null || offered.includes(beside));
  return fits ? { scope, point, played, beside } : undefined;
}

/** What is set, in another text of its scenario: what played a plan that is gone begins anew, scope and point stay. */
export function teachingIn(teaching: Teaching, scenario: Scenario): Teaching {
  const offered = offeredOf(scenario);
  const first = firstTeaching(scenario);
  const { played, beside } = teaching;
  return {
    ...teaching,
    played: offered.includes(played) ? played : first.played,
    beside: beside === null || offered.includes(beside) ? beside : first.beside,
  };
}

function isPoint(value: unknown): value is PadPoint {
  if (typeof value !== 'object' || value === null) return false;
  const { promise, delivery } = value as PadPoint;
  return [promise, delivery].every((level) => Number.isFinite(level) && level >= 0 && level <= 10);
}
