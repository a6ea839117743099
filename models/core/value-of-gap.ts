import { power } from './numbers.ts';

/**
 * Satisfaction value of a gap between perception and will-expectation in one month.
 *
 * Equation  v(d) = d^α for d ≥ 0, −λ·|d|^α below; d counts a shortfall from the expectation and a surplus
 *           from the upper edge of the tolerance zone, and is 0 in between
 * Inputs    gap [points], zone [points], lossAversion λ [1], curvature α [1]
 * Returns   value [points^α]
 * Source    Tversky & Kahneman (1992); zone of tolerance: Zeithaml, Berry & Parasuraman (1993)
 */
export function valueOfGap(gap: number, zone: number, lossAversion: number, curvature: number): number {
  if (gap < 0) return -lossAversion * power(-gap, curvature);
  return gap > zone ? power(gap - zone, curvature) : 0;
}
