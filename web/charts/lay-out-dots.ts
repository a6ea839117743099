import { niceStep } from './scale.ts';

export interface DotLayout {
  readonly dots: readonly { readonly x: number; readonly y: number; readonly pays: boolean }[];
  readonly radius: number;
  /** Where a margin of nothing stands; the same for all data. */
  readonly zero: number;
  readonly ticks: readonly { readonly x: number; readonly points: number; readonly last: boolean }[];
  readonly digits: number;
  /** Dots beyond either end. */
  readonly beyondLow: number;
  readonly beyondHigh: number;
}

/** Columns left and right of zero; a dot keeps its size whatever the data. */
const pitch = 9.6;
const zeroShare = 0.38;
/** Pixels left of zero that the words beside it need. */
const labelRoom = 130;
/** Share of customers in the narrowest column. */
const finestBin = 0.0005;

/**
 * Heaps dots on a base line by their margin. The zero line never moves, the dots do: the width of a column is the
 * smallest share of customers at which 95 of 100 dots are in the picture. Heaps above `height` px are squeezed.
 */
export function layOutDots(margins: readonly number[], width: number, height: number): DotLayout {
  const left = Math.floor(Math.max(width * zeroShare, labelRoom) / pitch);
  const right = Math.floor((width - left * pitch) / pitch);
  const zero = left * pitch;
  const highest = Math.floor(height / pitch);
  const bin = chooseBin(margins, left, right);
  const heaps = new Map<number, number>();
  const beyond = { low: 0, high: 0 };
  const dots = margins.flatMap((margin) => {
    const column = Math.floor(margin / bin);
    if (column < -left || column >= right) {
      beyond[column < 0 ? 'low' : 'high']++;
      return [];
    }
    const heap = (heaps.get(column) ?? 0) + 1;
    heaps.set(column, heap);
    return [{ x: zero + (column + 0.5) * pitch, y: (heap - 0.5) * pitch, pays: column >= 0 }];
  });
  const squeeze = Math.min(1, highest / Math.max(1, ...heaps.values()));
  return {
    dots: squeeze < 1 ? dots.map((dot) => ({ ...dot, y: dot.y * squeeze })) : dots,
    radius: (pitch / 2) * Math.max(0.6, squeeze) - 0.7,
    zero,
    ...ticksOf(bin, left, right, zero, width),
    beyondLow: beyond.low,
    beyondHigh: beyond.high,
  };
}

function chooseBin(margins: readonly number[], left: number, right: number): number {
  const needed = margins.map((margin) => (margin < 0 ? -margin / (left - 0.01) : margin / (right - 0.01)));
  needed.sort((a, b) => a - b);
  return Math.max(finestBin, needed[Math.ceil(needed.length * 0.95) - 1] ?? 0);
}

function ticksOf(bin: number, left: number, right: number, zero: number, width: number) {
  const every = niceStep(bin * 100 * 6);
  const columns = every / (bin * 100);
  const first = Math.ceil(-left / columns);
  const final = Math.floor((right - 1) / columns);
  const ticks = Array.from({ length: final - first + 1 }, (_, index) => {
    const at = first + index;
    return { x: zero + at * columns * pitch, points: at * every };
  });
  const inside = ticks.filter(({ x }) => x > 10 && x < width - 10);
  return {
    ticks: inside.map((tick, index) => ({ ...tick, last: index === inside.length - 1 })),
    digits: every < 1 ? 1 : 0,
  };
}
