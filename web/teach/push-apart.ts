/** A box by its middle, half its width and half its height. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly high: number;
}

/** Room that stays between two boxes. */
const gap = 6;
const rounds = 40;

/** Boxes where they stand, those that would touch moved apart, each as little as may be and none out of the frame. */
export function pushApart<B extends Box>(boxes: readonly B[], width: number, height: number): B[] {
  const placed = boxes.map((box) => within({ ...box }, width, height));
  for (let round = 0; round < rounds; round++) {
    let isStill = true;
    for (let first = 0; first < placed.length; first++) {
      for (let second = first + 1; second < placed.length; second++) {
        const [a, b] = [placed[first], placed[second]];
        const over = a.half + b.half + gap - Math.abs(a.x - b.x);
        const under = a.high + b.high + gap - Math.abs(a.y - b.y);
        if (over <= 0.01 || under <= 0.01) continue;
        isStill = false;
        const isRoomBeside = 2 * (a.half + b.half + 1) + gap <= width;
        const aside = isRoomBeside && over <= under;
        const [dx, dy] = aside ? [half(over, a.x, b.x), 0] : [0, half(under, a.y, b.y)];
        placed[first] = within({ ...a, x: a.x - dx, y: a.y - dy }, width, height);
        placed[second] = within({ ...b, x: b.x + dx, y: b.y + dy }, width, height);
      }
    }
    if (isStill) break;
  }
  return placed;
}

function half(overlap: number, from: number, to: number): number {
  return to < from ? -overlap / 2 : overlap / 2;
}

function within<B extends Box>(box: B, width: number, height: number): B {
  const { x, y, half, high } = box;
  return {
    ...box,
    x: Math.min(width - half - 1, Math.max(half + 1, x)),
    y: Math.min(height - high - 1, Math.max(high + 1, y)),
  };
}
