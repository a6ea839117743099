/** A linear axis with round lines. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  /** Values of the lines, 0 among them when it is in range. */
  readonly lines: readonly number[];
}

/** The smallest of 1, 2, 5 times a power of ten that is at least `size`; `size` above 0. */
export function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size) + 1e-9);
  const step = [1, 2, 5, 10].find((factor) => factor * power >= size * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** Axis that holds all values and zero, with at most `lines` lines besides zero; its ends lie half a step apart. */
export function createAxis(low: number, high: number, lines = 5): Axis {
  const bottom = Math.min(0, low);
  const top = Math.max(0, high);
  // Nothing to show is shown on a scale of one.
  const range = top - bottom > 1e-9 ? top - bottom : 1;
  const step = niceStep(range / lines);
  const min = Math.floor((bottom / step) * 2) * (step / 2);
  const max = Math.ceil((top / step) * 2) * (step / 2);
  const first = Math.ceil(min / step - 1e-9);
  const count = Math.floor(max / step + 1e-9) - first + 1;
  const values = Array.from({ length: count }, (_, index) => (first + index) * step);
  return { min, max: max === min ? min + step : max, lines: values };
}
