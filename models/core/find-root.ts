/** A point of a function: where, and its value there. */
export type Point = readonly [x: number, value: number];

/** More points than these make inverse interpolation no better. */
const mostPoints = 6;

/**
 * Root of a continuous function between two points at which it has opposite signs.
 *
 * Equation  x(0) of the polynomial x(f) through the points nearest to the root, as many as keep it between the ends
 *           of the bracket, else its middle; also its middle where the step before did not halve the value
 * Inputs    a and b, of opposite sign and neither 0; other points of the function that are known
 * Returns   x with f(x) = 0, a bracket below 1e-12 of the larger of 1 and |x|, or, at a point that was asked,
 *           |f(x)| below 1e-13 of the smaller of |f(a)| and |f(b)|
 * Source    inverse interpolation by Neville's scheme, guarded by bisection as in Brent (1973)
 */
export function findRoot(f: (x: number) => number, a: Point, b: Point, known: readonly Point[] = []): number {
  const small = 1e-13 * Math.min(Math.abs(a[1]), Math.abs(b[1]));
  const points = [a, b, ...known].sort(bySize);
  let [near, far] = [a, b].sort(bySize);
  let isSlow = false;
  for (let step = 0; step < 200; step++) {
    const [x, value] = near;
    const tolerance = 1e-12 * Math.max(1, Math.abs(x));
    const width = Math.abs(far[0] - x);
    if (width <= tolerance) break;
    const aim = (isSlow ? undefined : interpolate(points, x, far[0])) ?? (x + far[0]) / 2;
    // Half a tolerance at least: where the root is that near, the bracket closes on it from the other side.
    const share = Math.max(Math.abs(aim - x), tolerance / 2) / width;
    const next = x + share * (far[0] - x);
    const found: Point = [next, f(next)];
    if (Math.abs(found[1]) <= small) return next;
    isSlow = Math.abs(found[1]) > Math.abs(value) / 2;
    [near, far] = [found, found[1] > 0 === value > 0 ? far : near].sort(bySize);
    points.push(found);
    points.sort(bySize);
  }
  return near[0];
}

function bySize(one: Point, other: Point): number {
  return Math.abs(one[1]) - Math.abs(other[1]);
}

/** Where the value is 0, by as many of the first points as put it strictly between two ends. */
function interpolate(points: readonly Point[], from: number, to: number): number | undefined {
  for (let count = Math.min(mostPoints, points.length); count > 1; count--) {
    const x = points.slice(0, count).map(([place]) => place);
    for (let order = 1; order < count; order++) {
      for (let i = 0; i < count - order; i++) {
        const [low, high] = [points[i][1], points[i + order][1]];
        x[i] = (high * x[i] - low * x[i + 1]) / (high - low);
      }
    }
    if ((x[0] - from) * (x[0] - to) < 0) return x[0];
  }
  return undefined;
}
