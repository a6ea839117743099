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
  /** Rows done so far; with none, nothing is known yet and every figure is 0. */
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
 * Sobol’ indices of groups of a function's inputs, rows × (groups + 2) evaluations; a block is one of them, the rows
 * in turn, so that the first blocks are a smaller design.
 *
 * Errors  invalid-argument for a number of rows that is no power of two or out of range
 */
export function createSobolTask(problem: SobolProblem): Task<number, SobolResult> {
  const { rows, groups, evaluate } = problem;
  if (!Number.isInteger(Math.log2(rows)) || rows < 2 || rows > mostRows) {
    throw new KeptError(
      'invalid-argument',
      `the number of rows must be a power of two from 2 to ${mostRows}`,
    );
  }
  const pointAt = createPoints(problem);
  const columns = groups.length + 2;
  return {
    blocks: rows * columns,
    compute: (block) => {
      const column = block % columns;
      const row = (block - column) / columns;
      if (column === 1) return evaluate(pointAt(row, 1));
      const point = pointAt(row, 0);
      if (column === 0) return evaluate(point);
      const other = pointAt(row, 1);
      for (const input of groups[column - 2]) point[input] = other[input];
      return evaluate(point);
    },
    collect: () => {
      const values: number[] = [];
      return {
        enough: false,
        add: (value) => values.push(value),
        result: () => toResult(values, columns, deriveKey(problem.key, 'resampling')),
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

function toResult(values: readonly number[], columns: number, key: StreamKey): SobolResult {
  const rows = Math.floor(values.length / columns);
  const column = (index: number) =>
    Float64Array.from({ length: rows }, (_, row) => values[row * columns + index]);
  const [a, b, ...mixed] = Array.from({ length: columns }, (_, index) => column(index));
  const design: SobolValues = { a, b, mixed };
  return { rows, runs: rows * columns, ...momentsOf(design), indices: estimateSobolIndices(design, key) };
}
