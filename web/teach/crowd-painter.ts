import { readTokens } from '../charts/tokens.ts';
import { type CrowdDots, heapCount, nowhere } from './crowd-dots.ts';
import type { CrowdLayout } from './crowd-layout.ts';
import { createDotBatch, type DotBatch } from './dot-batch.ts';

/** The way from one month to the next: the month before, and the one that is shown. */
export interface Passage {
  readonly from: number;
  readonly to: number;
}

export function passageAt(position: number, months: number): Passage {
  const to = Math.min(months, Math.ceil(position));
  return { from: Math.max(0, to - 1), to };
}

/** Those who keep their place on the way: the same in every frame of it. */
export function collectStill(
  dots: CrowdDots,
  { middles, across, up, floor, radius }: CrowdLayout,
  { from, to }: Passage,
): DotBatch {
  const batch = createDotBatch(radius);
  const { heap: heapThen, place: placeThen } = dots.at(from);
  const { heap, place } = dots.at(to);
  for (let dot = 0; dot < dots.count; dot++) {
    const column = heap[dot];
    if (column === nowhere || column !== heapThen[dot] || place[dot] !== placeThen[dot]) continue;
    batch.add(column, middles[column] + across[place[dot]], floor - up[place[dot]]);
  }
  return batch;
}

/**
 * Draws those who move, at a point of time: 4.5 is half-way from month 4 to month 5. Where a month has ended, a short
 * stroke stands behind each dot that changed its heap in it, from the side it came from.
 */
export function paintMoving(
  ctx: CanvasRenderingContext2D,
  dots: CrowdDots,
  layout: CrowdLayout,
  position: number,
): void {
  const { from, to } = passageAt(position, dots.months);
  const time = position - from;
  const batch = createDotBatch(layout.radius);
  const scene = { layout, batch, time, settled: time >= 1 || to === 0 };
  const { heap: heapThen, place: placeThen } = dots.at(from);
  const { heap, place } = dots.at(to);
  for (let dot = 0; dot < dots.count; dot++) {
    const [was, is] = [heapThen[dot], heap[dot]];
    if (is === nowhere) {
      if (was !== nowhere && time < 0.5) addFall(scene, was, placeThen[dot], placeThen[dot]);
    } else if (is !== was) addFlight(scene, dot, was, is, placeThen[dot], place[dot]);
    else if (place[dot] !== placeThen[dot]) addFall(scene, is, placeThen[dot], place[dot]);
  }
  ctx.globalAlpha = 0.6;
  strokes.draw(ctx, layout.radius);
  ctx.globalAlpha = 1;
  batch.draw(ctx);
}

interface Scene {
  readonly layout: CrowdLayout;
  readonly batch: DotBatch;
  readonly time: number;
  readonly settled: boolean;
}

/** Part of a month for which one flight lasts; the first set off at once, the last this much before the end. */
const flight = 0.62;

const strokes = createStrokes();

/** A dot that comes down within its heap, where others have gone. */
function addFall({ layout, batch, time, settled }: Scene, heap: number, from: number, to: number): void {
  const { middles, across, up, floor } = layout;
  const part = settled ? 1 : ease(time);
  const x = middles[heap] + across[from] + part * (across[to] - across[from]);
  batch.add(heap, x, floor - up[from] - part * (up[to] - up[from]));
}

function addFlight(
  { layout, batch, time, settled }: Scene,
  dot: number,
  was: number,
  heap: number,
  placeThen: number,
  placeNow: number,
): void {
  const { middles, across, up, floor, width, height } = layout;
  const [wait, bow] = [noise(dot), noise(dot + 7919)];
  const toX = middles[heap] + across[placeNow];
  const toY = floor - up[placeNow];
  // Newcomers come in from the right edge, above the heaps.
  const fromX = was === nowhere ? width + 8 : middles[was] + across[placeThen];
  const fromY = was === nowhere ? height * (0.06 + 0.34 * bow) : floor - up[placeThen];
  const topX = (fromX + toX) / 2;
  const topY = Math.max(-height * 0.1, Math.min(fromY, toY) - height * (0.06 + 0.24 * bow));
  const along = settled ? 1 : ease(Math.min(1, Math.max(0, (time - wait * (1 - flight)) / flight)));
  const behind = Math.max(0, along - (settled ? 0.07 : 0.12));
  const x = curve(fromX, topX, toX, along);
  const y = curve(fromY, topY, toY, along);
  const look = along > 0.5 || was === nowhere ? heap : was;
  if (along > 0 && (along < 1 || settled)) {
    strokes.add(look, curve(fromX, topX, toX, behind), curve(fromY, topY, toY, behind), x, y);
  }
  batch.add(look, x, y);
}

function createStrokes() {
  const lines = Array.from({ length: heapCount }, (): number[] => []);
  return {
    add(look: number, ...line: [fromX: number, fromY: number, toX: number, toY: number]) {
      lines[look].push(...line);
    },
    draw(ctx: CanvasRenderingContext2D, radius: number) {
      const { crowd, edge } = readTokens();
      ctx.lineWidth = Math.max(1, radius * 0.4);
      lines.forEach((list, look) => {
        if (list.length === 0) return;
        ctx.strokeStyle = look === 0 ? edge : crowd[look - 1];
        ctx.beginPath();
        for (let at = 0; at < list.length; at += 4) {
          ctx.moveTo(list[at], list[at + 1]);
          ctx.lineTo(list[at + 2], list[at + 3]);
        }
        ctx.stroke();
        list.length = 0;
      });
    },
  };
}

function curve(from: number, top: number, to: number, at: number): number {
  return (1 - at) * (1 - at) * from + 2 * at * (1 - at) * top + at * at * to;
}

function ease(time: number): number {
  return time < 0.5 ? 2 * time * time : 1 - 2 * (1 - time) * (1 - time);
}

/** The same number in [0, 1) for the same dot, without being kept. */
function noise(seed: number): number {
  const word = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  return ((word ^ (word >>> 13)) >>> 0) / 4294967296;
}
