import { readTokens } from '../charts/tokens.ts';
import { heapCount } from './crowd-dots.ts';

/** Dots by heap, each heap drawn in one go: a call for each dot would take most of a frame. */
export interface DotBatch {
  add(heap: number, x: number, y: number): void;
  draw(ctx: CanvasRenderingContext2D): void;
}

/** An empty batch of dots of one radius. */
export function createDotBatch(radius: number): DotBatch {
  const line = Math.max(1, radius * 0.34);
  const paths = Array.from({ length: heapCount }, () => new Path2D());
  const used = new Uint8Array(heapCount);
  return {
    add(heap, x, y) {
      const size = heap === 0 ? radius - line / 2 : radius;
      used[heap] = 1;
      paths[heap].moveTo(x + size, y);
      paths[heap].arc(x, y, size, 0, 2 * Math.PI);
    },
    draw(ctx) {
      const { crowd, edge } = readTokens();
      paths.forEach((path, heap) => {
        if (used[heap] === 0) return;
        if (heap === 0) {
          ctx.strokeStyle = edge;
          ctx.lineWidth = line;
          ctx.stroke(path);
        } else {
          ctx.fillStyle = crowd[heap - 1];
          ctx.fill(path);
        }
      });
    },
  };
}
