import { dimensions } from '../core/dimensions.ts';
import { listen, updateInsight } from '../mechanisms/listening.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import type { Sample } from './sample.ts';

/** What management knows of its customers, months 0..T, 0..1: it depends on plan and world alone. */
export function insightPath(scenario: Scenario, plan: Plan, sample: Sample): Float64Array {
  const parameters = sample.parameters({});
  const start = sample.of(scenario.world.insight);
  const path = new Float64Array(scenario.months + 1).fill(start);
  const listening = plan.actions.flatMap(({ at, listen }) => (listen ? [{ at, ...listen }] : []));
  if (listening.length === 0) return path;
  for (let month = 1; month <= scenario.months; month++) {
    const active = listening.filter(
      ({ at, months = Number.POSITIVE_INFINITY }) => month >= at && month < at + months,
    );
    // Asking the same customers twice in the same way tells nothing more.
    const channels = [...new Set(active.flatMap(({ by }) => by))];
    path[month] = updateInsight(path[month - 1], start, channels, parameters);
  }
  return path;
}

/** The boardroom's view beside the customers', months 0..T, all in 0..1. */
export interface BoardroomView {
  readonly insight: Float64Array;
  /** Share of customers who call the service superior, and the share that management believes in. */
  readonly superior: Float64Array;
  readonly believedSuperior: Float64Array;
}

/** What the firm's state holds of it before the first month. */
export function createBoardroomState() {
  const perDimension = () => new Float64Array(dimensions.length);
  return {
    insight: 0,
    superior: 0,
    believedSuperior: 0,
    believedDelivery: perDimension(),
    believedWeights: perDimension(),
  };
}

/** Entries for every month, that of the start filled in. */
export function createBoardroomView(
  firm: FirmState,
  segments: readonly SegmentState[],
  months: number,
): BoardroomView {
  const perMonth = () => new Float64Array(months + 1);
  const view = { insight: perMonth(), superior: perMonth(), believedSuperior: perMonth() };
  listen(firm, segments, 0);
  recordBoardroom(view, firm, 0);
  return view;
}

export function recordBoardroom(view: BoardroomView, firm: FirmState, month: number): void {
  view.insight[month] = firm.insight;
  view.superior[month] = firm.superior;
  view.believedSuperior[month] = firm.believedSuperior;
}
