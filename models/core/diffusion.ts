/** How a novelty spreads through a market of 1, per period. */
export interface Diffusion {
  /** p > 0: adoption of one's own accord. */
  readonly innovation: number;
  /** q ≥ 0: adoption in step with those who have adopted. */
  readonly imitation: number;
}

/**
 * Share of the market that has adopted by a time (Bass).
 *
 * Equation  F(t) = (1 − e^{−(p+q)t})/(1 + (q/p)·e^{−(p+q)t}), the solution of f/(1 − F) = p + q·F
 * Inputs    time t ≥ 0 in periods
 * Source    Bass (1969), A new product growth model for consumer durables
 */
export function adoptedBy({ innovation: p, imitation: q }: Diffusion, time: number): number {
  const left = Math.exp(-(p + q) * time);
  return (1 - left) / (1 + (q / p) * left);
}

/**
 * Adoption per period at a time, as a share of the market.
 *
 * Equation  f(t) = (p + q·F)·(1 − F)
 * Source    Bass (1969)
 */
export function adoptionRate(diffusion: Diffusion, time: number): number {
  const adopted = adoptedBy(diffusion, time);
  return (diffusion.innovation + diffusion.imitation * adopted) * (1 - adopted);
}

/**
 * Time of the fastest adoption.
 *
 * Equation  t* = ln(q/p)/(p + q); 0 where q ≤ p, because adoption only slows down then
 * Source    Bass (1969)
 */
export function peakTime({ innovation: p, imitation: q }: Diffusion): number {
  return q <= p ? 0 : Math.log(q / p) / (p + q);
}

/**
 * Adopters of each of the periods 1 to `periods`, as shares of the market.
 *
 * Equation  n_t = (p + q·N_{t−1})·(1 − N_{t−1}), N the sum so far
 * Inputs    p + q ≤ 1, so that nobody adopts twice
 * Source    Bass (1969), discrete analogue
 */
export function adoptersPerPeriod(diffusion: Diffusion, periods: number): readonly number[] {
  const adopters: number[] = [];
  let adopted = 0;
  for (let t = 1; t <= periods; t++) {
    adopters.push((diffusion.innovation + diffusion.imitation * adopted) * (1 - adopted));
    adopted += adopters[t - 1];
  }
  return adopters;
}
