import { heapCount } from './crowd-dots.ts';
import { createTurns } from './random.ts';

/** Where dots lie: places of a heap relative to the middle of its floor, and the middles. */
export interface CrowdLayout {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Middle of each heap, and the floor's height. */
  readonly middles: readonly number[];
  readonly floor: number;
  /** By place: across, and up from the floor. */
  readonly across: Float32Array;
  readonly up: Float32Array;
}

/** Rows by which a heap's middle stands above its edges. */
const dome = 5;
/** Distances between dots: few, so that a pad that moves seldom changes them. */
const pitches = [16, 13.4, 11, 9.4, 8.4, 7.4, 6.5, 5.7, 5, 4.3, 3.7, 3.2, 2.7];

/** Lays out heaps of up to `tallest` dots in a picture of this size. */
export function layOutCrowd(width: number, height: number, tallest: number): CrowdLayout {
  const column = width / heapCount;
  const pitch = pitches.find((size) => fits(size, column, height, tallest)) ?? pitches[pitches.length - 1];
  const perRow = rowOf(column, pitch);
  const places = sortPlaces(perRow, Math.ceil(tallest / perRow) + dome + 1, tallest);
  const turn = createTurns(7);
  const across = new Float32Array(tallest);
  const up = new Float32Array(tallest);
  places.forEach(({ row, x }, index) => {
    across[index] =
      (x * (perRow - 1) * pitch) / 2 + (row % 2 ? 0.22 : -0.22) * pitch + (turn() - 0.5) * 0.3 * pitch;
    up[index] = (row * 0.9 + 0.75 + (turn() - 0.5) * 0.3) * pitch;
  });
  const middles = Array.from({ length: heapCount }, (_, heap) => column * (heap + 0.5) - gapOf(column) / 2);
  return { width, height, radius: pitch * 0.335, middles, floor: height - 1, across, up };
}

function gapOf(column: number): number {
  return Math.min(14, column * 0.14);
}

function rowOf(column: number, pitch: number): number {
  return Math.max(3, Math.floor((column - gapOf(column)) / pitch));
}

function fits(pitch: number, column: number, height: number, tallest: number): boolean {
  const perRow = rowOf(column, pitch);
  // A third of a dome's rows lies below its mean, and flights need air above.
  const rows = tallest / perRow + dome / 3 + 2;
  return perRow * pitch <= column && rows * 0.9 * pitch <= height * 0.86;
}

/** Places in the order in which a heap grows: from the middle of the floor, its top always round. */
function sortPlaces(perRow: number, rows: number, count: number) {
  const places: { row: number; x: number; at: number }[] = [];
  for (let row = 0; row < rows; row++) {
    for (let index = 0; index < perRow; index++) {
      const x = perRow === 1 ? 0 : (2 * index) / (perRow - 1) - 1;
      places.push({ row, x, at: row + dome * x * x });
    }
  }
  return places.sort((a, b) => a.at - b.at).slice(0, count);
}
