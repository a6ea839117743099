import type { FigureColumn } from './candidate-task.ts';
import type { SafeFigures, SafetyBound } from './make-safe-result.ts';
import { estimateMean } from './mean-estimate.ts';
import { summariseAll } from './summarise.ts';

export const safeColumns = [
  { measure: 'profit' },
  { measure: 'profitWithEquity' },
  { measure: 'attrition' },
  { measure: 'chanceOfLoss' },
] as const satisfies readonly FigureColumn[];

const width = safeColumns.length;

/** Figures of a plan, draw after draw, in each one number for each of `safeColumns`. */
export type SafeRows = Float64Array;

/** Measures the draws `from` to `from + draws − 1` of a plan. */
export type MeasureRows = (from: number, draws: number) => Promise<SafeRows>;

/** A changed plan, measured on no more draws than are needed. */
export interface SafeTrial {
  /** Whether it is safe: where its first draws beside all those of `like`, the plan as it stands, leave doubt, on all draws. */
  judge(like: SafeRows): Promise<boolean>;
  /** All its draws. */
  all(): Promise<SafeRows>;
}

export const drawsOf = (rows: SafeRows) => rows.length / width;

export function figureAt(rows: SafeRows, measure: (typeof safeColumns)[number]['measure']) {
  const column = safeColumns.findIndex((candidate) => candidate.measure === measure);
  return (draw: number) => rows[draw * width + column];
}

export function summariseRows(rows: SafeRows): SafeFigures {
  const draws = drawsOf(rows);
  const mean = (measure: keyof Omit<SafeFigures, 'profitRange'>) =>
    estimateMean(draws, figureAt(rows, measure));
  const { low80, high80 } = summariseAll(
    Array.from({ length: draws }, (_, k) => figureAt(rows, 'profit')(k)),
  );
  return {
    profit: mean('profit'),
    profitRange: { low80, high80 },
    profitWithEquity: mean('profitWithEquity'),
    attrition: mean('attrition'),
    chanceOfLoss: mean('chanceOfLoss'),
  };
}

export function isSafe(rows: SafeRows, { measure, atMost }: SafetyBound): boolean {
  return estimateMean(drawsOf(rows), figureAt(rows, measure)).mean <= atMost;
}

/** Draws after which a plan is looked at: powers of 2, of which each is a Latin hypercube. */
const looks = [16, 64, 256];

/** Standard errors from the bound beyond which no further draws are needed. */
const noDoubt = 3;

/** Draws that are measured in one go. */
const piece = 256;

/** A plan that is measured on so many draws in all. */
export function createTrial(total: number, bound: SafetyBound, measure: MeasureRows): SafeTrial {
  let rows: SafeRows = new Float64Array(0);
  const upTo = async (draws: number) => {
    const known = drawsOf(rows);
    if (draws <= known) return rows;
    const more = await measure(known, draws - known);
    const both = new Float64Array(rows.length + more.length);
    both.set(rows);
    both.set(more, rows.length);
    rows = both;
    return rows;
  };
  return {
    async judge(like) {
      for (const draws of looks) {
        if (draws >= total) break;
        const { mean, error } = foretell(await upTo(draws), like, bound.measure);
        if (Math.abs(mean - bound.atMost) > noDoubt * error) return mean <= bound.atMost;
      }
      return isSafe(await this.all(), bound);
    },
    async all() {
      // In pieces, so that there is word of it on the way.
      for (let draws = piece; draws < total; draws += piece) await upTo(Math.max(draws, drawsOf(rows)));
      return upTo(total);
    },
  };
}

/**
 * The mean over all draws of a figure known in the first n of them, from one it goes along with that is known in all.
 *
 * Equation  ȳ + b·(X̄ − x̄), b = Σ(x − x̄)(y − ȳ)/Σ(x − x̄)², error √(Σ(y − ȳ − b(x − x̄))²/((n − 2)n)); of a chance at least
 *           √(p(1 − p)/n) with p = (losses + 1)/(n + 2), so that no loss among few draws is no certainty
 * Source    regression estimator, Cochran, Sampling Techniques (1977), ch. 7; p is Laplace's rule of succession
 */
function foretell(rows: SafeRows, like: SafeRows, measure: SafetyBound['measure']) {
  const n = drawsOf(rows);
  const [x, y] = [figureAt(like, measure), figureAt(rows, measure)];
  const meanOf = (draws: number, of: (draw: number) => number) => estimateMean(draws, of).mean;
  const [meanX, meanY] = [meanOf(n, x), meanOf(n, y)];
  const square = meanOf(n, (draw) => (x(draw) - meanX) * (x(draw) - meanX));
  const product = meanOf(n, (draw) => (x(draw) - meanX) * (y(draw) - meanY));
  const slope = square > 0 ? product / square : 0;
  const residual = (draw: number) => y(draw) - meanY - slope * (x(draw) - meanX);
  const unexplained = meanOf(n, (draw) => residual(draw) * residual(draw));
  const chance = (meanY * n + 1) / (n + 2);
  const least = measure === 'chanceOfLoss' ? Math.sqrt((chance * (1 - chance)) / n) : 0;
  return {
    mean: meanY + slope * (meanOf(drawsOf(like), x) - meanX),
    error: Math.max(Math.sqrt(unexplained / (n - 2)), least),
  };
}
