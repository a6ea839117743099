import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CrowdClock } from '../../../web/teach/clock.ts';

const host = {
  addController: () => {},
  requestUpdate: () => {},
  removeController: () => {},
  updateComplete: Promise.resolve(true),
};
let now = 0;
let frames: FrameRequestCallback[] = [];

/** Lets so many milliseconds pass in frames of 20. */
function pass(milliseconds: number): void {
  for (let spent = 0; spent < milliseconds; spent += 20) {
    now += 20;
    const waiting = frames;
    frames = [];
    for (const frame of waiting) frame(now);
  }
}

beforeEach(() => {
  now = 0;
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const clockOf = (isStill: boolean, seen: number[] = []) =>
  new CrowdClock(
    host,
    () => 12,
    (position) => seen.push(position),
    () => isStill,
  );

describe('the clock', () => {
  test('plays a month in 600 ms, twice as long at half speed, to the end and no further', () => {
    const clock = clockOf(false);
    clock.toggle();
    pass(1500);
    expect(clock.position).toBeCloseTo(2.5, 6);
    expect(clock.month).toBe(3);
    clock.setSpeed(0.5);
    pass(1200);
    expect(clock.position).toBeCloseTo(3.5, 6);
    clock.setSpeed(4);
    pass(3000);
    expect([clock.position, clock.isPlaying]).toEqual([12, false]);
    clock.toggle();
    expect(clock.position).toBe(0);
  });

  test('steps to the next whole month and back, and stops at both ends', () => {
    const clock = clockOf(false);
    clock.step(1);
    pass(300);
    expect(clock.month).toBe(1);
    clock.step(1);
    pass(1000);
    expect([clock.position, clock.isPlaying]).toEqual([2, false]);
    clock.step(-1);
    pass(300);
    expect(clock.position).toBeCloseTo(1.5, 6);
    pass(400);
    for (let k = 0; k < 4; k++) clock.step(-1);
    pass(2400);
    expect([clock.position, clock.isPlaying]).toEqual([0, false]);
  });

  test('steps on from the month that is shown when it is paused between two', () => {
    const clock = clockOf(false);
    clock.toggle();
    pass(1500);
    clock.pause();
    expect(clock.month).toBe(3);
    clock.step(1);
    pass(1000);
    expect(clock.position).toBe(4);
    clock.toggle();
    pass(900);
    clock.pause();
    expect(clock.month).toBe(6);
    clock.step(-1);
    pass(1000);
    expect(clock.position).toBe(5);
  });

  test('shows only whole months where motion is reduced', () => {
    const seen: number[] = [];
    const clock = clockOf(true, seen);
    clock.toggle();
    pass(2000);
    expect(seen).toEqual([1, 2, 3]);
    clock.pause();
    clock.step(1);
    pass(40);
    expect(clock.position).toBe(4);
  });

  test('plays on from a step that is still on its way, and then pauses', () => {
    const clock = clockOf(false);
    clock.step(1);
    pass(100);
    clock.toggle();
    pass(1700);
    expect([clock.position, clock.isPlaying]).toEqual([expect.closeTo(3, 6), true]);
    clock.toggle();
    expect(clock.isPlaying).toBe(false);
  });

  test('goes where it is sent, within the months', () => {
    const clock = clockOf(false);
    clock.seek(99);
    expect(clock.month).toBe(12);
    clock.seek(-1);
    expect(clock.month).toBe(0);
  });
});
