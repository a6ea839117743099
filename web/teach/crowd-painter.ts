import { readTokens } from '../charts/tokens.ts';
import { type CrowdDots, nowhere } from './crowd-dots.ts';
import type { CrowdLayout } from './crowd-layout.ts';

/** Dots of each heap, drawn once per size and theme. */
export type Stamps = readonly HTMLCanvasElement[];

const room = 2;

export function createStamps(radius: number, ratio: number): Stamps {
  const { crowd, edge } = readTokens();
  return [edge, ...crowd].map((colour, heap) => {
    const stamp = document.createElement('canvas');
    const size = Math.ceil(2 * (radius + room) * ratio);
    stamp.width = size;
    stamp.height = size;
    const ctx = stamp.getContext('2d')!;
    ctx.scale(ratio, ratio);
    ctx.beginPath();
    const line = Math.max(1, radius * 0.34);
    ctx.arc(size / ratio / 2, size / ratio / 2, heap === 0 ? radius - line / 2 : radius, 0, 2 * Math.PI);
    if (heap === 0) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = line;
      ctx.stroke();
    } else {
      ctx.fillStyle = colour;
      ctx.fill();
    }
    return stamp;
  });
}

/** Part of a month for which one flight lasts; the first set off at once, the last this much before the end. */
const flight = 0.62;

/**
 * Draws the crowd at a point of time: 4.5 is half-way from month 4 to month 5. `settled` draws the month as it ends,
 * with a short stroke behind each dot that moved in it, from the side it came from.
 */
export function paintCrowd(
  ctx: CanvasRenderingContext2D,
  dots: CrowdDots,
  layout: CrowdLayout,
  stamps: Stamps,
  position: number,
): void {
  const { width, height, floor } = layout;
  ctx.clearRect(0, 0, width, height);
  const to = Math.min(dots.months, Math.ceil(position));
  const from = Math.max(0, to - 1);
  const time = position - from;
  const scene = { ctx, layout, stamps, time, settled: time >= 1 || to === 0 };
  const [heapThen, heapNow] = [dots.heap[from], dots.heap[to]];
  const [placeThen, placeNow] = [dots.place[from], dots.place[to]];
  const flying: number[] = [];
  const half = stamps[0].width / 2 / (ctx.getTransform().a || 1);
  const size = half * 2;
  for (let dot = 0; dot < dots.count; dot++) {
    const heap = heapNow[dot];
    const was = heapThen[dot];
    if (heap === nowhere && (was === nowhere || time > 0.5)) continue;
    if (heap !== was && heap !== nowhere && to > 0) {
      flying.push(dot);
      continue;
    }
    const shown = heap === nowhere ? was : heap;
    const lower = layout.middles[shown];
    let x = lower + layout.across[placeNow[dot]];
    let y = floor - layout.up[placeNow[dot]];
    if (heap === nowhere || (placeThen[dot] !== placeNow[dot] && !scene.settled)) {
      const part = heap === nowhere ? 0 : ease(time);
      x += (1 - part) * (lower + layout.across[placeThen[dot]] - x);
      y += (1 - part) * (floor - layout.up[placeThen[dot]] - y);
    }
    ctx.drawImage(stamps[shown], x - half, y - half, size, size);
  }
  for (const dot of flying)
    paintFlight(scene, dot, heapThen[dot], heapNow[dot], placeThen[dot], placeNow[dot]);
  ctx.fillStyle = readTokens().ink;
  ctx.fillRect(0, floor, width, 1);
}

interface Scene {
  readonly ctx: CanvasRenderingContext2D;
  readonly layout: CrowdLayout;
  readonly stamps: Stamps;
  readonly time: number;
  readonly settled: boolean;
}

function paintFlight(
  { ctx, layout, stamps, time, settled }: Scene,
  dot: number,
  was: number,
  heap: number,
  placeThen: number,
  placeNow: number,
): void {
  const { middles, across, up, floor, width, height, radius } = layout;
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
  const colour = along > 0.5 || was === nowhere ? heap : was;
  if (along > 0 && (along < 1 || settled)) {
    ctx.strokeStyle = colour === 0 ? readTokens().edge : readTokens().crowd[colour - 1];
    ctx.globalAlpha = 0.6;
    ctx.lineWidth = Math.max(1, radius * 0.4);
    ctx.beginPath();
    ctx.moveTo(curve(fromX, topX, toX, behind), curve(fromY, topY, toY, behind));
    ctx.lineTo(x, y);
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
  const half = stamps[0].width / 2 / (ctx.getTransform().a || 1);
  ctx.drawImage(stamps[colour], x - half, y - half, half * 2, half * 2);
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
