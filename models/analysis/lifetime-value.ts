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

/**
 * Margin multiple when the first margin is paid at once: one more than `marginMultiple`.
 *
 * Equation  (1 + i)/(1 + i − r)
 * Inputs    as `marginMultiple`
 * Returns   periods' worth of margin
 * Source    Gupta & Lehmann (2003)
 */
export function immediateMarginMultiple(retention: number, discountRate: number): number {
  return (1 + discountRate) / (1 + discountRate - retention);
}

/**
 * Margin multiple when the margin grows by a constant rate each period after the first payment.
 *
 * Equation  r/(1 + i − r·(1 + g))
 * Inputs    as `marginMultiple`, growth g per period with r·(1 + g) < 1 + i
 * Returns   periods' worth of the first margin
 * Source    Gupta & Lehmann (2003)
 */
export function growingMarginMultiple(retention: number, discountRate: number, growth: number): number {
  return retention / (1 + discountRate - retention * (1 + growth));
}
