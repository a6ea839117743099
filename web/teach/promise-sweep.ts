/** What a promise is worth, at the delivery that stands. */
export interface PromisePoint {
  readonly promise: number;
  readonly value: number;
}

export interface Sweep {
  /** In the order of promises. */
  readonly points: readonly PromisePoint[];
  readonly done: number;
  readonly total: number;
}

/** Every half point, then every tenth around the best of these. */
const coarse = Array.from({ length: 21 }, (_, index) => index / 2);
const around = [-4, -3, -2, -1, 1, 2, 3, 4];
const total = coarse.length + around.length;

/** The best promise is the one worth most; of equals the lowest. */
export function bestOf(points: readonly PromisePoint[]): PromisePoint {
  return points.reduce((best, point) => (point.value > best.value ? point : best));
}

/**
 * Runs promise after promise and tells of each; between two the page may draw. `null` where it was stopped.
 *
 * Inputs  value of one promise, 0 to 10; `rest` lets go of the page
 */
export async function sweepPromises(
  worthOf: (promise: number) => number,
  signal: AbortSignal,
  told: (sweep: Sweep) => void,
  rest: () => Promise<void> = letGo,
): Promise<readonly PromisePoint[] | null> {
  let points: PromisePoint[] = [];
  const run = async (promises: readonly number[]) => {
    for (const promise of promises) {
      await rest();
      if (signal.aborted) return false;
      points = [...points, { promise, value: worthOf(promise) }].sort((a, b) => a.promise - b.promise);
      told({ points, done: points.length, total });
    }
    return true;
  };
  if (!(await run(coarse))) return null;
  const middle = Math.round(bestOf(points).promise * 10);
  const near = around.map((by) => middle + by).filter((tenth) => tenth >= 0 && tenth <= 100);
  if (!(await run(near.map((tenth) => tenth / 10)))) return null;
  told({ points, done: total, total });
  return points;
}

function letGo(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
