import type { Action, Change } from '../../models/index.ts';
import { formatNumber, formatPrice, formatSigned, thin } from '../format.ts';
import type { BestValue } from '../state/base.ts';
import type { Situation } from '../state/choice.ts';
import { text } from '../text.ts';

/** What the plan does besides the fee on the fader, one line an action; it is changed in the file. */
export function describeOtherActions({ scenario, target, bestValue }: Situation): string[] {
  const actions = scenario.plans[target.planIndex]?.actions ?? [];
  return actions
    .filter((_, index) => index !== target.actionIndex)
    .map((action) => describe(action, scenario.currency, bestValue));
}

function describe(action: Action, currency: string, bestValue: BestValue): string {
  const { price, fee, credit, promise, invest, listen, notify } = action;
  const change = (one: Change) => writeChange(one, currency, bestValue);
  const parts = [
    ...(price ? [text.alsoPrice(change(price.change))] : []),
    ...(fee ? [text.alsoFee(fee.name, change(fee.change))] : []),
    ...(credit ? [text.alsoCredit(formatPrice(bestValue(credit.amount), currency), credit.months)] : []),
    ...(promise ? [text.alsoPromise(Object.keys(promise))] : []),
    ...(invest ? [text.alsoInvest(invest.in, formatNumber(bestValue(invest.by), 1))] : []),
    ...(listen ? [text.alsoListen(listen.by)] : []),
    ...(notify ? [text.alsoLetter] : []),
  ];
  return text.inMonth(action.at, parts.join(', '));
}

function writeChange({ kind, quantity }: Change, currency: string, bestValue: BestValue): string {
  const value = bestValue(quantity);
  if (kind === 'byPercent') {
    const percent = value * 100;
    return `${formatSigned(percent, Math.abs(percent - Math.round(percent)) < 0.05 ? 0 : 1)}${thin}%`;
  }
  const amount = formatPrice(value, currency);
  return kind === 'to' ? text.toAmount(amount) : value > 0 ? `+${amount}` : amount;
}
