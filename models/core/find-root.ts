/**
 * Root of a continuous function between two points at which it has opposite signs.
 *
 * Equation  x by inverse quadratic interpolation through the last three points where they are monotone enough for it
 *           to stay between them, else by halving; the first x by the secant
 * Inputs    a ≠ b with values fa, fb of opposite sign, neither 0
 * Returns   x with f(x) = 0, a bracket below 1e-12 of the larger of 1 and |x|, or |f(x)| below 1e-13 of the larger of
 *           |fa| and |fb|
 * Source    Chandrupatla (1997), A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear
 *           function without using derivatives
 */
export function findRoot(f: (x: number) => number, a: number, fa: number, b: number, fb: number): number {
  const small = 1e-13 * Math.max(Math.abs(fa), Math.abs(fb));
  let [x, fx, other, fOther] = [a, fa, b, fb];
  let t = fa / (fa - fb);
  for (let iteration = 0; iteration < 200; iteration++) {
    const next = x + t * (other - x);
    const value = f(next);
    const [before, fBefore] = value > 0 === fx > 0 ? [x, fx] : [other, fOther];
    if (before === other) [other, fOther] = [x, fx];
    [x, fx] = [next, value];
    const tolerance = 1e-12 * Math.max(1, Math.abs(x));
    if (Math.abs(fx) <= small || Math.abs(other - x) <= tolerance) return x;
    const least = tolerance / 2 / Math.abs(other - x);
    t = Math.min(1 - least, Math.max(least, stepTowards(x, fx, other, fOther, before, fBefore)));
  }
  return x;
}

/** Where to look next, as a share of the way from x to the other end of the bracket. */
function stepTowards(x: number, fx: number, other: number, fOther: number, before: number, fBefore: number) {
  const xi = (x - other) / (before - other);
  const phi = (fx - fOther) / (fBefore - fOther);
  if (phi * phi >= xi || (1 - phi) * (1 - phi) >= 1 - xi) return 0.5;
  return (
    (fx / (fOther - fx)) * (fBefore / (fOther - fBefore)) +
    ((before - x) / (other - x)) * (fx / (fBefore - fx)) * (fOther / (fBefore - fOther))
  );
}
