/** The scale of the fee curve and its fader, in percent. */
export interface FeeScale {
  readonly min: number;
  readonly max: number;
  /** Changes at which the curve is computed, as fractions; 0 is one of them. */
  readonly changes: readonly number[];
}

/**
 * −20 % to +40 %, widened by tens where a plan needs it, so that the fader always stands on its scale; it begins at
 * `lowest` where less is impossible.
 */
export function createFeeScale(lowest: number, ...percents: readonly number[]): FeeScale {
  const wide = Math.min(-20, ...percents.map((percent) => Math.floor(percent / 10) * 10));
  const min = Math.max(wide, Math.ceil(lowest / 5 - 1e-9) * 5 + 0);
  const max = Math.max(40, ...percents.map((percent) => Math.ceil(percent / 10) * 10));
  const step = max - min > 120 ? 10 : 5;
  const count = (max - min) / step;
  const changes = Array.from({ length: Math.round(count) + 1 }, (_, index) => (min + index * step) / 100);
  return { min, max, changes };
}

/** The next half percent in a direction: from 8.25 up to 8.5, from 8 up to 8.5. */
export function stepFee(percent: number, direction: 1 | -1, size = 0.5): number {
  const steps = percent / size;
  const next = direction > 0 ? Math.floor(steps + 1e-9) + 1 : Math.ceil(steps - 1e-9) - 1;
  return next * size;
}
