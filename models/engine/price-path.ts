import type { Parameters } from '../mechanisms/index.ts';
import type { SegmentSchedule } from '../mechanisms/state.ts';
import type { Action, Change, PriceAction, Reason } from '../scenario/scenario.ts';
import type { Sample } from './sample.ts';
import type { TenureGroup } from './tenure.ts';

/** One change of money that reaches one price group: when it is told, when it is billed, how much. */
interface Step {
  readonly told: number;
  readonly billed: number;
  readonly amount: number;
}

/** Weight of the reason given for a price change, in the judgement of its fairness. */
function motiveOf(reason: Reason, parameters: Parameters): number {
  switch (reason) {
    case 'none':
      return parameters.motiveNone;
    case 'cost':
      return parameters.motiveCost;
    case 'quality':
      return parameters.motiveQuality;
    case 'market':
      return parameters.motiveMarket;
    case 'profit':
      return parameters.motiveProfit;
  }
}

/** Total change of a level that stands at `level`, in the level's unit. */
export function amountOf(change: Change, level: number, sample: Sample): number {
  const value = sample.of(change.quantity);
  if (change.kind === 'byPercent') return level * value;
  return change.kind === 'byAmount' ? value : value - level;
}

/**
 * Writes a headline price action into a group's price path: equal money steps, each with its own equal notice.
 * Customers whom the action spares meet all steps in the month their protection ends.
 */
export function schedulePrice(
  schedule: SegmentSchedule,
  group: number,
  tenure: TenureGroup | undefined,
  action: Action & { readonly price: PriceAction },
  sample: Sample,
  parameters: Parameters,
): void {
  const offset = group * (schedule.months + 1);
  const { price, at, announce } = action;
  if (at > schedule.months) return;
  const total = amountOf(price.change, schedule.chargedPrice[offset + at - 1], sample);
  const protectedUntil = protection(price, tenure, announce);
  for (let phase = 0; phase < price.phases; phase++) {
    const billed = Math.max(at + phase * price.everyMonths, protectedUntil);
    const step = { billed, told: billed - (at - announce), amount: total / price.phases };
    addStep(schedule, offset, step, motiveOf(action.reason, parameters));
  }
}

/** First month in which a group pays the new price whatever the phase; 0 when it is not spared. */
function protection(price: PriceAction, tenure: TenureGroup | undefined, announce: number): number {
  const { grandfather } = price;
  if (!grandfather || tenure === undefined) return 0;
  const spared = tenure.months + announce >= grandfather.tenureMonths;
  return spared ? (grandfather.until ?? Number.POSITIVE_INFINITY) : 0;
}

function addStep(schedule: SegmentSchedule, offset: number, step: Step, motive: number): void {
  const { months } = schedule;
  for (let month = Math.max(1, step.told); month <= months; month++) {
    schedule.announcedPrice[offset + month] += step.amount;
    schedule.motive[offset + month] = motive;
    if (month >= step.billed) schedule.chargedPrice[offset + month] += step.amount;
  }
  if (step.amount === 0) return;
  if (step.told <= months) schedule.notice[offset + Math.max(1, step.told)] = 1;
  if (step.billed <= months) schedule.firstBill[offset + step.billed] = 1;
}

/**
 * Writes a separate fee into a group's path.
 *
 * A fee shown at purchase has the salience θ; one shown at billing counts in full on the bill and not at all
 * for a newcomer; billed without an announcement, both surprise.
 */
export function scheduleFee(
  schedule: SegmentSchedule,
  group: number,
  action: Action,
  amount: number,
  parameters: Parameters,
): void {
  const { shown } = action.fee!;
  const offset = group * (schedule.months + 1);
  const salience = shown === 'at purchase' ? parameters.feeSalience : 1;
  const surprising = shown !== 'in the price' && !action.announced;
  for (let month = surprising ? action.at : action.announce; month <= schedule.months; month++) {
    schedule.announcedFee[offset + month] += salience * amount;
    schedule.motive[offset + month] = motiveOf(action.reason, parameters);
    if (month < action.at) continue;
    schedule.chargedFee[offset + month] += amount;
    if (action.fee?.perUse) schedule.chargedUseFee[offset + month] += amount;
    schedule.perceivedFee[offset + month] += salience * amount;
    schedule.newcomerFee[offset + month] += shown === 'at billing' ? 0 : salience * amount;
  }
  if (amount === 0) return;
  if (!surprising) schedule.notice[offset + action.announce] = 1;
  schedule.firstBill[offset + action.at] = 1;
  if (surprising) schedule.surprise[offset + action.at] = 1;
}
