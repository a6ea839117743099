import type { FeeCurveData } from './fee-curve.ts';
import { type Axis, createAxis } from './scale.ts';

/**
 * The axis of profit. Where fees gain, room for that; a loss is shown to half as much again, and runs out of the plot
 * beyond, unless that is where the fee stands that is set: `needle` is its profit.
 */
export function createFeeAxis({ line, low80 = line, high80 = line }: FeeCurveData, needle?: number): Axis {
  const high = Math.max(...high80, ...line, needle ?? 0);
  const low = Math.min(...low80, ...line);
  const gains = Math.max(...line) > 0.1 * -Math.min(...line);
  const shown = gains ? Math.max(low, -1.6 * high) : low;
  return createAxis(Math.min(shown, needle ?? 0), high, 4);
}
