/**
 * Margin multiple: the present value of a customer's margins when the first is paid after one period.
 *
 * Equation  r/(1 + i − r)
 * Inputs    retention r per period in 0..1, discount rate i per period ≥ 0, not both r = 1 and i = 0
 * Returns   periods' worth of margin
 * Source    Gupta & Lehmann (2003)
 */
export function marginMultiple(retention: number, discountRate: number): number {
  return retention / (1 + discountRate - retention);
}
