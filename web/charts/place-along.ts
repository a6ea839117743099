export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Edge = ((x: number) => number) | null;

const clearance = 4;

/**
 * The rightmost place for words that keeps clear of lines: above the line `above` (as near as may be), below the
 * line `below`, or between both. Edges give y in px, which grows downwards. `null` when there is no room anywhere.
 */
export function placeAlong(
  size: { readonly width: number; readonly height: number },
  above: Edge,
  below: Edge,
  plot: Box,
  taken: readonly Box[],
): Box | null {
  for (let right = plot.right - clearance; right - size.width >= plot.left; right -= 4) {
    const left = right - size.width;
    const floor = above ? extreme(above, left, right, Math.min) - clearance : plot.bottom;
    const ceiling = below ? extreme(below, left, right, Math.max) + clearance : plot.top;
    const top = below ? ceiling : floor - size.height;
    const box = { left, right, top, bottom: top + size.height };
    const fits = box.top >= Math.max(plot.top, ceiling) && box.bottom <= Math.min(plot.bottom, floor);
    if (fits && taken.every((other) => apart(box, other))) return box;
  }
  return null;
}

function extreme(edge: (x: number) => number, left: number, right: number, pick: typeof Math.min): number {
  return pick(edge(left), edge((left + right) / 2), edge(right));
}

function apart(one: Box, other: Box): boolean {
  return (
    one.right <= other.left || one.left >= other.right || one.bottom <= other.top || one.top >= other.bottom
  );
}
