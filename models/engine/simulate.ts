import { KeptError } from '../core/errors.ts';
import { sum } from '../core/sum.ts';
import { createZeros } from '../core/zeros.ts';
import { mechanisms } from '../mechanisms/index.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import { applyProfile } from '../scenario/profile.ts';
import type { Action, Plan, Scenario } from '../scenario/scenario.ts';
import { createBands } from './bands.ts';
import { createSegmentState } from './cells.ts';
import { closeMonth } from './close-month.ts';
import { computeEquity } from './equity.ts';
import { createFirmTrajectory, type FirmTrajectory, recordFirmMonth } from './firm-trajectory.ts';
import {
  type BoardroomView,
  createBoardroomState,
  createBoardroomView,
  insightPath,
  recordBoardroom,
} from './insight.ts';
import { createMarketFirm } from './market.ts';
import { createOperations } from './operations.ts';
import { amountOf } from './price-path.ts';
import type { Sample } from './sample.ts';
import { createSchedule } from './schedule.ts';
import { type Step, steps } from './steps.ts';
import { createTrajectory, recordMonth, type SegmentTrajectory } from './trajectory.ts';

/** The baseline that always exists. */
export const doNothing: Plan = { name: 'do nothing', actions: [] };

/** One plan in one draw. */
export interface Trajectory {
  readonly months: number;
  readonly monthlyDiscount: number;
  readonly segments: readonly SegmentTrajectory[];
  /** Customers of the firm at the start of each month 1..T. */
  readonly customers: Float64Array;
  readonly firm: FirmTrajectory;
  readonly boardroom: BoardroomView;
}

/**
 * Runs one plan in one draw, from the steady state to the horizon. `observe` sees the state of each segment at
 * the end of each month, before leavers go and newcomers arrive; `order` is the month, for tests that watch it.
 * `baseline` is `do nothing` in the same draw; where it is missed and needed, it is run.
 *
 * Errors   non-finite-state, naming mechanism, state, segment and month; invalid-scenario
 */
export function simulate(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  observe?: (state: Readonly<SegmentState>, month: number, firm: Readonly<FirmState>) => void,
  order: readonly Step[] = steps,
  baseline?: Pick<Trajectory, 'customers'>,
): Trajectory {
  const { months } = scenario;
  const monthlyDiscount = Math.expm1(Math.log(1 + sample.of(scenario.discountRatePerYear)) / 12);
  const states = createStates(scenario, plan, sample);
  const usual = findUsual(scenario, plan, sample, baseline);
  const firm = createFirm(scenario, plan, states, sample, usual);
  const zeros = createZeros();
  const segments = states.map((state) => createTrajectory(state, months, zeros));
  const boardroom = createBoardroomView(firm, states, months);
  const firmTrajectory = createFirmTrajectory(firm, months);
  for (let month = 1; month <= months; month++) {
    runMonth(order, states, firm, month);
    recordFirmMonth(firmTrajectory, firm, month);
    recordBoardroom(boardroom, firm, month);
    states.forEach((state, index) => {
      recordMonth(segments[index], state, month);
      assertFinite(segments[index], state, month);
      observe?.(state, month, firm);
      closeMonth(state, month, firm);
    });
  }
  states.forEach((state, index) => {
    segments[index].equity = computeEquity(state, segments[index], monthlyDiscount);
    segments[index].tradedDown = countTradedDown(state);
  });
  return { months, monthlyDiscount, segments, customers: firm.customers, firm: firmTrajectory, boardroom };
}

function countTradedDown({ weight, tradedDown, downgradePrice }: SegmentState): number {
  let count = 0;
  if (downgradePrice === Number.POSITIVE_INFINITY) return count;
  for (let node = 0; node < weight.length; node++) count += weight[node] * tradedDown[node];
  return count;
}

/** Customers under `do nothing`, from which imitation deviates; of no use without a market that can be filled. */
export function findUsual(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  baseline?: Pick<Trajectory, 'customers'>,
) {
  if (plan.actions.length === 0 || scenario.world.market.potential === undefined) return undefined;
  return (baseline ?? simulate(scenario, doNothing, sample)).customers;
}

/** One month, step after step: first what the firm shares, then segment after segment. */
export function runMonth(
  order: readonly Step[],
  states: readonly SegmentState[],
  firm: FirmState,
  month: number,
): void {
  for (const step of order) {
    step.firmWide?.(firm, states, month);
    for (const state of states) for (const run of step.run) run(state, month, firm);
  }
}

/** The segments of a plan in one draw, at the start. */
export function createStates(scenario: Scenario, plan: Plan, sample: Sample): SegmentState[] {
  const { segments } = scenario.world;
  const customers = new Map(segments.map((segment) => [segment.name, sample.of(segment.customers)]));
  const total = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + customers.get(name)!, 0);
  const everyone = total(customers.keys());
  const fixedCost = sample.of(scenario.world.fixedCostPerMonth);
  const insight = insightPath(scenario, plan, sample);
  const zeros = createZeros();
  return segments.map((segment) => {
    const stated = sample.parameters(segment.assumptions);
    const parameters = segment.profile ? applyProfile(stated, segment.profile, segment.assumptions) : stated;
    // A plan from outside the scenario may draw lines of its own.
    const bands = createBands(segment, [...scenario.plans, plan]);
    const own = customers.get(segment.name)!;
    const shareOf = (action: Action) => own / total(action.segments);
    const fixedCostPerMonth = (fixedCost * own) / everyone;
    const schedule = createSchedule({
      segment,
      plan,
      months: scenario.months,
      sample,
      parameters,
      bands,
      shareOf,
      fixedCostPerMonth,
      standards: scenario.world.standards,
      insight,
      zeros,
    });
    return createSegmentState(segment, sample, parameters, bands, schedule, zeros);
  });
}

/** What segments share, at the start. */
export function createFirm(
  scenario: Scenario,
  plan: Plan,
  states: readonly SegmentState[],
  sample: Sample,
  usualCustomers?: Float64Array,
): FirmState {
  const { market, events } = scenario.world;
  const startPrice = market.competitorPrice ? sample.of(market.competitorPrice) : undefined;
  const ratio = new Float64Array(scenario.months + 1).fill(1);
  for (const event of [...events].sort((a, b) => a.at - b.at)) {
    if (!event.competitorPrice) continue;
    // Without a known price only relative moves have a meaning; the parser refuses the others.
    const level = (startPrice ?? 1) * ratio[event.at];
    const factor = 1 + amountOf(event.competitorPrice, level, sample) / level;
    for (let month = event.at; month <= scenario.months; month++) ratio[month] *= factor;
  }
  const revenues = states.map((state) => state.start.price * sum(state.weight));
  const revenue = revenues.reduce((total, value) => total + value, 0);
  const shared = createMarketFirm(scenario, sample, usualCustomers);
  const operations = createOperations(scenario, plan, states, sample);
  const boardroom = createBoardroomState();
  // Written out: an object of spreads soon becomes a hash table, slow for all who ask it for something.
  return {
    economy: shared.economy,
    competitorService: shared.competitorService,
    usualCustomers: shared.usualCustomers,
    potential: shared.potential,
    customers: shared.customers,
    diffusion: shared.diffusion,
    imitation: shared.imitation,
    praise: shared.praise,
    complaint: shared.complaint,
    competitor: 1,
    competitorEvents: ratio,
    competitorFollows: sample.of(market.competitorFollows),
    competitorSpeed: sample.parameters({}).competitorSpeed,
    parameters: operations.parameters,
    schedule: operations.schedule,
    customerShares: operations.customerShares,
    centre: operations.centre,
    centreMonth: operations.centreMonth,
    morale: operations.morale,
    attitude: operations.attitude,
    cynicism: operations.cynicism,
    skill: operations.skill,
    turnover: operations.turnover,
    staffCost: operations.staffCost,
    rootCauseEffort: 1,
    hearingBias: 0,
    insight: boardroom.insight,
    superior: boardroom.superior,
    believedSuperior: boardroom.believedSuperior,
    believedDelivery: boardroom.believedDelivery,
    believedWeights: boardroom.believedWeights,
    revenueShares: Float64Array.from(revenues, (value) => (revenue > 0 ? value / revenue : 0)),
  };
}

/** A sum over the month shows whether anything broke; only then is it worth finding out what. */
function assertFinite(trajectory: SegmentTrajectory, state: SegmentState, month: number): void {
  const sum =
    trajectory.customers[month] +
    trajectory.revenue[month] -
    trajectory.costs[month] +
    trajectory.satisfaction[month];
  if (Number.isFinite(sum)) return;
  for (const mechanism of mechanisms) {
    for (const name of mechanism.writes) {
      const value = (state as unknown as Record<string, unknown>)[name];
      const values = typeof value === 'number' ? [value] : value instanceof Float64Array ? value : [];
      if (values.every(Number.isFinite)) continue;
      throw new KeptError(
        'non-finite-state',
        `${mechanism.title} left ${name} without a finite value in segment ${state.name}, month ${month}`,
        { mechanism: mechanism.name, state: name, segment: state.name, month },
      );
    }
  }
  throw new KeptError('non-finite-state', `segment ${state.name} has no finite totals in month ${month}`, {
    mechanism: 'finance',
    state: 'revenue',
    segment: state.name,
    month,
  });
}
