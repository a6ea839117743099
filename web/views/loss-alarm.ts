import { isOneOfHundred } from '../format.ts';

/** A chance below this is told as none of a hundred runs, which is no alarm. */
const least = 0.005;

/**
 * Whether a chance of loss is written in the colour of costs. Over all draws, where it is told as one of a hundred or
 * more; before, only where fewer than one set in twenty of so many draws would hold so many losses at a chance that is no
 * alarm, so that a few early draws raise none that the rest take back.
 *
 * Equation  P(X ≥ losses) < 5 %, X binomial with n = done and p = 0.5 %
 */
export function isLossAlarm(chance: number, done: number, total: number): boolean {
  if (done >= total) return isOneOfHundred(chance);
  const losses = Math.round(chance * done);
  let [term, fewer] = [(1 - least) ** done, 0];
  for (let count = 0; count < losses; count++) {
    fewer += term;
    term *= ((done - count) / (count + 1)) * (least / (1 - least));
  }
  return 1 - fewer < 0.05;
}
