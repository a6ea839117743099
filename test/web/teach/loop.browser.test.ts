import { afterEach, expect, test } from 'vitest';
import { mechanisms } from '../../../models/index.ts';
import { createLoop } from '../../../web/teach/loop-view.ts';
import '../../../web/teach/loop.ts';
import '../../../web/teach/teach.css';

afterEach(() => document.body.replaceChildren());

const promise = ['expectation', 'satisfaction', 'trust', 'acquisition'] as const;

test.each([288, 358, 430, 700])('boxes of a loop %d pixels wide keep apart and inside', async (width) => {
  for (const named of [promise, mechanisms.slice(0, 9).map(({ name }) => name)]) {
    const element = Object.assign(document.createElement('kept-loop'), { loop: createLoop(named) });
    document.body.style.setProperty('width', `${width}px`);
    document.body.append(element);
    await expect.poll(() => element.querySelector('svg')?.viewBox.baseVal.width).toBe(width);
    const boxes = [...element.querySelectorAll('.node')].map((node) => node.getBoundingClientRect());
    expect(boxes.length).toBeGreaterThan(5);
    const frame = element.querySelector('svg')!.getBoundingClientRect();
    for (const [index, box] of boxes.entries()) {
      expect(box.left).toBeGreaterThanOrEqual(frame.left);
      expect(box.right).toBeLessThanOrEqual(frame.right);
      for (const other of boxes.slice(index + 1)) {
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        expect(Math.min(across, down)).toBeLessThan(0);
      }
    }
    element.remove();
  }
});
