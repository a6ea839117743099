/**
 * Profit of one customer by year with the firm, year 0 being that of acquisition; the last figure stands for every
 * later year.
 */
export type ProfitProfile = readonly number[];

/**
 * Present value of a customer who stays for a fixed number of years, usually 1/defection rate.
 *
 * Equation  Σ_{t=0}^{years} π_t/(1 + i)^t
 * Inputs    whole years ≥ 0, discount rate i > −1 per year
 * Returns   money of the profile
 * Source    layout of Reichheld & Sasser (1990), Zero defections; the exhibit states neither life nor discount rate
 */
export function valueOfFixedLife(profile: ProfitProfile, years: number, discountRate: number): number {
  let value = 0;
  for (let t = 0; t <= years; t++) value += profitIn(profile, t) * presentValue(t, discountRate);
  return value;
}

/**
 * Present value of a customer who stays from one year to the next with constant probability, from year 1 on.
 *
 * Equation  π_0 + Σ_{t ≥ 1} π_t·(1 − d)^{t−1}/(1 + i)^t
 * Inputs    defection d per year in 0..1, discount rate i ≥ 0, not both 0
 * Returns   money of the profile, the flat tail in closed form
 * Source    as `valueOfFixedLife`
 */
export function valueOfGeometricLife(
  profile: ProfitProfile,
  defection: number,
  discountRate: number,
): number {
  const kept = (1 - defection) / (1 + discountRate);
  let value = profitIn(profile, 0);
  let present = 1 / (1 + discountRate);
  for (let t = 1; t < profile.length; t++) {
    value += profile[t] * present;
    present *= kept;
  }
  return value + (profitIn(profile, profile.length) * present) / (1 - kept);
}

function profitIn(profile: ProfitProfile, year: number): number {
  return profile[Math.min(year, profile.length - 1)];
}

function presentValue(years: number, discountRate: number): number {
  return Math.exp(-years * Math.log(1 + discountRate));
}
