import { KeptError } from '../core/errors.ts';
import type { Task } from './task.ts';

/** More take longer than anybody waits, and no longer move a digit that is shown. */
export const mostDraws = 1_000_000;

/** A task made of draws, several a block. */
export interface DrawsTask<Part, Result> extends Task<Part, Result> {
  readonly draws: number;
  /** Draws in the first so many blocks. */
  drawsIn(blocks: number): number;
}

/** The number of draws, where it is one. Errors: invalid-argument */
export function requireDraws(draws: number): number {
  if (Number.isInteger(draws) && draws >= 1 && draws <= mostDraws) return draws;
  throw new KeptError(
    'invalid-argument',
    `the number of draws must be a whole number from 1 to ${mostDraws}`,
  );
}

/** Runs of the engine in a block at most, where a draw has not more: some 50 ms, so that work ends soon when told. */
const runsPerBlock = 8;

/** Blocks of draws, each draw taking some runs of the engine. */
export function drawsOf<T>(draws: number, runsPerDraw: number, computeDraw: (draw: number) => T) {
  let perBlock = 1;
  while (perBlock * 2 * runsPerDraw <= runsPerBlock) perBlock *= 2;
  const drawsIn = (blocks: number) => Math.min(draws, blocks * perBlock);
  return {
    draws,
    drawsIn,
    blocks: Math.ceil(draws / perBlock),
    compute: (block: number): readonly T[] => {
      const first = drawsIn(block);
      return Array.from({ length: drawsIn(block + 1) - first }, (_, k) => computeDraw(first + k));
    },
  };
}
