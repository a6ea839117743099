import { breakEvenRuleOfThumb } from '../../models/index.ts';
import { formatNumber, formatPercent, formatPrice, spokenPercent } from '../format.ts';
import { meanOver } from '../state/base.ts';
import type { Situation } from '../state/choice.ts';
import { meanPrice } from '../state/fee-target.ts';
import { text } from '../text.ts';

export interface FeeWords {
  /** Mean price today and with the plan, over those it is meant for. */
  readonly today: string;
  readonly then: string;
  /** Where the change is charged as a fee of its own. */
  readonly asFee: string | null;
  readonly ruleOfThumb: string | null;
  /** The fader's value in words. */
  readonly spoken: string;
}

/** The fee change in money. */
export function createFeeWords({ base, levers, percent, plan, target, scenario }: Situation): FeeWords {
  const price = meanPrice(base, levers.segments);
  const then = formatPrice(price * (1 + percent / 100), scenario.currency);
  const fee = plan.actions[target.actionIndex]?.fee;
  return {
    today: formatPrice(price, scenario.currency),
    then,
    asFee:
      target.of === 'fee' && fee
        ? text.separateFee(
            fee.name,
            signedPrice((price * percent) / 100, scenario.currency),
            text.shown[fee.shown],
          )
        : null,
    ruleOfThumb: ruleOfThumb(percent / 100, 1 - meanOver(base, levers.segments, ({ cost }) => cost) / price),
    spoken: text.feeSpoken(spokenPercent(percent), then),
  };
}

/** The classic one-period formula, where it means something: a rise on a margin above nothing. */
function ruleOfThumb(rise: number, margin: number): string | null {
  if (rise <= 0 || !(margin > 0)) return null;
  const bare = formatNumber(rise * 100, 2, 0);
  return text.ruleOfThumb(
    formatPercent(breakEvenRuleOfThumb(rise, margin)),
    bare,
    formatNumber(margin * 100),
  );
}

function signedPrice(amount: number, currency: string): string {
  const written = formatPrice(amount, currency);
  return amount > 0 ? `+${written}` : written;
}
