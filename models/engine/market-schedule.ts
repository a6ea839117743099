import type { Zeros } from '../core/zeros.ts';
import type { SegmentSchedule } from '../mechanisms/state.ts';
import type { MarketSchedule } from '../mechanisms/state-market.ts';
import type { Action } from '../scenario/scenario.ts';
import { withIndirect } from './programme-cost.ts';
import type { ScheduleInput } from './schedule.ts';

/** Months in which nobody is sent, bought, won back or sent away; `size` entries for price groups and months. */
export function createUnchangedMarket(months: number, size: number, zeros: Zeros): MarketSchedule {
  const perMonth = () => zeros(months + 1);
  return {
    referralLift: perMonth(),
    referralReward: perMonth(),
    acquisitionBudget: perMonth(),
    winBackShare: perMonth(),
    winBackCost: perMonth(),
    separatedShare: perMonth(),
    separationCost: perMonth(),
    leastValuable: new Uint8Array(months + 1),
    chargedUseFee: zeros(size),
  };
}

/** Writes what an action sets for newcomers, returners and separation; later actions replace earlier ones. */
export function scheduleMarket(schedule: SegmentSchedule, action: Action, input: ScheduleInput): void {
  if (action.advocates) scheduleAdvocates(schedule, action, action.advocates, input);
  if (action.acquire) scheduleAcquisition(schedule, action, action.acquire, input);
  if (action.winBack) {
    schedule.winBackShare.fill(input.sample.of(action.winBack.by), action.at);
    schedule.winBackCost.fill(input.sample.of(action.winBack.perReturn), action.at);
  }
  if (action.separate && action.at <= schedule.months) {
    schedule.separatedShare[action.at] = input.sample.of(action.separate.share);
    schedule.separationCost[action.at] = input.sample.of(action.separate.cost);
    schedule.leastValuable[action.at] = action.separate.leastValuable ? 1 : 0;
  }
}

function scheduleAdvocates(
  schedule: SegmentSchedule,
  action: Action,
  { lift, reward, once, monthly }: NonNullable<Action['advocates']>,
  { sample, parameters, shareOf }: ScheduleInput,
): void {
  schedule.referralLift.fill(sample.of(lift), action.at);
  schedule.referralReward.fill(sample.of(reward), action.at);
  const share = shareOf(action);
  for (let month = action.at; month <= schedule.months; month++) {
    const spent = month === action.at ? sample.of(once) + sample.of(monthly) : sample.of(monthly);
    schedule.programmeCost[month] += share * withIndirect(spent, parameters);
  }
}

function scheduleAcquisition(
  schedule: SegmentSchedule,
  action: Action,
  { monthly, months, once }: NonNullable<Action['acquire']>,
  { sample, shareOf }: ScheduleInput,
): void {
  const share = shareOf(action);
  const end = months === undefined ? schedule.months : Math.min(schedule.months, action.at + months - 1);
  for (let month = action.at; month <= end; month++) {
    const spent = (monthly ? sample.of(monthly) : 0) + (once && month === action.at ? sample.of(once) : 0);
    schedule.acquisitionBudget[month] += share * spent;
  }
}
