import { KeptError } from '../core/errors.ts';
import { deriveKey, type StreamKey, uniformAt } from '../core/random.ts';
import { createSobolSequence, mostSobolDimensions } from '../core/sobol-sequence.ts';
import { estimateSobolIndices, momentsOf, type SobolIndices, type SobolValues } from './sobol-indices.ts';
import type { Task } from './task.ts';

/** A function of numbers in (0, 1), and the question which of them its variance comes from. */
export interface SobolProblem {
  /** How many numbers the function takes, those expected to matter most first. */
  readonly inputs: number;
  /** Indices of inputs, a group a list; groups may share inputs, and need not cover them. */
  readonly groups: readonly (readonly number[])[];
  /** Rows of the design: a power of two, 2 to 65,536. */
  readonly rows: number;
  readonly key: StreamKey;
  readonly evaluate: (point: Float64Array) => number;
}

export interface SobolResult {
  /** Rows done so far. */
  readonly rows: number;
  readonly runs: number;
  readonly mean: number;
  readonly variance: number;
  /** One for each group. */
  readonly indices: readonly SobolIndices[];
}

export const mostRows = 65_536;

/** Inputs beyond these have streams of independent numbers instead of coordinates of the sequence. */
const sequenced = mostSobolDimensions / 2;

/**
 * Sobol’ indices of groups of a function's inputs, rows × (groups + 2) evaluations; a block is a row.
 *
 * Errors  invalid-argument for a number of rows that is no power of two or out of range
 */
export function createSobolTask(problem: SobolProblem): Task<Float64Array, SobolResult> {
  const { rows, groups, evaluate } = problem;
  if (!Number.isInteger(Math.log2(rows)) || rows < 2 || rows > mostRows) {
    throw new KeptError(
      'invalid-argument',
      `the number of rows must be a power of two from 2 to ${mostRows}`,
    );
  }
  const pointAt = createPoints(problem);
  return {
    blocks: rows,
    compute: (row) => {
      const a = pointAt(row, 0);
      const b = pointAt(row, 1);
      const mixed = groups.map((group) => {
        const point = a.slice();
        for (const input of group) point[input] = b[input];
        return evaluate(point);
      });
      return Float64Array.from([evaluate(a), evaluate(b), ...mixed]);
    },
    collect: () => {
      const values: Float64Array[] = [];
      return {
        enough: false,
        add: (part) => values.push(part),
        result: () => toResult(values, problem),
      };
    },
  };
}

function createPoints({ inputs, key }: SobolProblem): (row: number, matrix: 0 | 1) => Float64Array {
  const width = Math.min(inputs, sequenced);
  const sequence = createSobolSequence(2 * width, deriveKey(key, 'sequence'));
  const others = [deriveKey(key, 'others, first matrix'), deriveKey(key, 'others, second matrix')];
  return (row, matrix) =>
    Float64Array.from({ length: inputs }, (_, input) =>
      input < width ? sequence(row, matrix * width + input) : uniformAt(others[matrix], row, input),
    );
}

function toResult(parts: readonly Float64Array[], { groups, key }: SobolProblem): SobolResult {
  const column = (index: number) => Float64Array.from(parts, (part) => part[index]);
  const values: SobolValues = { a: column(0), b: column(1), mixed: groups.map((_, k) => column(k + 2)) };
  return {
    rows: parts.length,
    runs: parts.length * (groups.length + 2),
    ...momentsOf(
      values,
      parts.map((_, row) => row),
    ),
    indices: estimateSobolIndices(values, deriveKey(key, 'resampling')),
  };
}
