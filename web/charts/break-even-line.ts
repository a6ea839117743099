import type { SegmentBar } from './segment-bars.ts';

/** The largest share or end of a whisker; above nothing, so that nobody who leaves has a scale too. */
export function widestShare(bars: readonly SegmentBar[]): number {
  return Math.max(0.001, ...endsOf(bars));
}

/** Whether break-even has its line among the bars: it belongs in the picture unless it would press them flat. */
export function isBreakEvenShown(bars: readonly SegmentBar[], breakEven: number): boolean {
  return breakEven >= Math.min(0, ...endsOf(bars)) && breakEven < 3 * widestShare(bars);
}

function endsOf(bars: readonly SegmentBar[]): number[] {
  return bars.flatMap(({ share, low80 = share, high80 = share }) => [share, low80, high80]);
}
