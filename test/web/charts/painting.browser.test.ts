import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FeeCurveData } from '../../../web/charts/fee-curve.ts';
import type { SegmentBar } from '../../../web/charts/segment-bars.ts';
import type { LightElement } from '../../../web/components/light-element.ts';
import '../../../web/styles/index.css';
import '../../../web/charts/difference-fan.ts';
import '../../../web/charts/fee-curve.ts';
import '../../../web/charts/margin-dots.ts';
import '../../../web/charts/segment-bars.ts';

const percents = [-20, -10, 0, 10, 20, 30, 40];
const data: FeeCurveData = {
  percents,
  line: percents.map((p) => p * 10),
  median: percents.map((p) => p * 10),
  lineName: 'mean',
  low80: percents.map((p) => p * 10 - 60),
  high80: percents.map((p) => p * 10 + 60),
  low50: percents.map((p) => p * 10 - 30),
  high50: percents.map((p) => p * 10 + 30),
  stale: false,
};

beforeAll(() => {
  document.documentElement.dataset.theme = 'light';
});
afterEach(() => document.body.replaceChildren());

async function mount(name: string, properties: object): Promise<HTMLElement> {
  const element = Object.assign(document.createElement(name), properties);
  const host = document.createElement('div');
  host.style.width = '700px';
  host.append(element);
  document.body.append(host);
  await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
  return element;
}

/** How many pixels of the canvas have a colour, in each half of its height. */
function countColour(element: HTMLElement, colour: string): readonly [above: number, below: number] {
  const canvas = element.querySelector('canvas')!;
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const { data: pixels } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const count = [0, 0];
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i] !== r || pixels[i + 1] !== g || pixels[i + 2] !== b || pixels[i + 3] !== 255) continue;
    count[i < pixels.length / 2 ? 0 : 1]++;
  }
  return [count[0], count[1]];
}

const token = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

describe('the fee curve', () => {
  test('its bands are cut at zero: what pays in one colour, what costs in the other', async () => {
    const chart = await mount('kept-fee-curve', { data });
    await expect.poll(() => countColour(chart, token('gain-80'))[0]).toBeGreaterThan(500);
    await expect.poll(() => countColour(chart, token('loss-80'))[1]).toBeGreaterThan(500);
    expect(countColour(chart, token('loss-80'))[0]).toBe(0);
  });

  test('stale bands leave no tint', async () => {
    const chart = await mount('kept-fee-curve', { data: { ...data, stale: true } });
    await expect.poll(() => countColour(chart, token('ink')).some((count) => count > 100)).toBe(true);
    expect(countColour(chart, token('gain-80'))).toEqual([0, 0]);
  });

  test('another theme repaints it', async () => {
    const chart = await mount('kept-fee-curve', { data });
    const light = token('gain-80');
    await expect.poll(() => countColour(chart, light)[0]).toBeGreaterThan(500);
    document.documentElement.dataset.theme = 'dark';
    await expect.poll(() => countColour(chart, token('gain-80'))[0]).toBeGreaterThan(500);
    expect(countColour(chart, light)).toEqual([0, 0]);
    document.documentElement.dataset.theme = 'light';
  });

  test('the needle is painted where the fader stands', async () => {
    const needle = {
      percent: 10,
      profit: 100,
      low80: 20,
      high80: 180,
      title: 'a',
      detail: 'b',
      shortTitle: 'a',
      shortDetail: 'b',
    };
    const marks = { needle, rings: [], evidence: [-20, 60], beyondText: '' };
    const chart = await mount('kept-fee-curve', { data, marks });
    await expect.poll(() => countColour(chart, token('accent')).some((count) => count > 100)).toBe(true);
  });
});

describe('the fan', () => {
  test('under the pointer it names the values of that month', async () => {
    const asked: number[] = [];
    const months = [0, 1, 2, 3, 4];
    const labelsAt = (month: number) => {
      asked.push(month);
      return [];
    };
    const ruler = {
      months: 4,
      lastLabel: 'month 4',
      label: (m: number) => `${m}`,
      decisions: [2],
      decisionText: 'x',
    };
    const chart = await mount('kept-fan', {
      data: { months, line: months, bands: null, stale: false, labelsAt },
      ruler,
    });
    await expect.poll(() => asked.at(-1)).toBe(4);
    const canvas = chart.querySelector('canvas')!;
    const { left, top } = canvas.getBoundingClientRect();
    const at = { clientX: left + 302, clientY: top + 50, bubbles: true };
    canvas.dispatchEvent(new PointerEvent('pointermove', at));
    await expect.poll(() => asked.at(-1)).toBe(2);
    canvas.parentElement!.dispatchEvent(new PointerEvent('pointerleave'));
    await expect.poll(() => asked.at(-1)).toBe(4);
  });
});

test('moves within one frame draw a chart once', async () => {
  const asked: number[] = [];
  const labelsAt = (month: number) => {
    asked.push(month);
    return [];
  };
  const data = { months: [0, 1, 2], line: [0, 1, 2], bands: null, stale: false, labelsAt };
  const chart = await mount('kept-fan', { data, ruler: null });
  await new Promise(requestAnimationFrame);
  asked.length = 0;
  for (let move = 0; move < 5; move++) {
    Object.assign(chart, { data: { ...data } });
    for (let turn = 0; turn < 3; turn++) await Promise.resolve();
    expect((chart as LightElement).isUpdatePending).toBe(false);
  }
  expect(asked).toHaveLength(0);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await new Promise(requestAnimationFrame);
  expect(asked).toHaveLength(1);
});

test('a chart that is put back into the page is drawn again', async () => {
  const data = { months: [0, 1, 2], line: [0, 1, 2], bands: null, stale: false, labelsAt: () => [] };
  const chart = await mount('kept-fan', { data, ruler: null });
  const inked = () => countColour(chart, token('ink')).reduce((sum, count) => sum + count, 0);
  expect(inked()).toBeGreaterThan(0);
  const host = chart.parentElement!;
  chart.remove();
  host.append(chart);
  await expect.poll(inked).toBeGreaterThan(0);
});

describe('drawn figures', () => {
  test('each dot is one run, those that lose left of zero, and a long tail is counted', async () => {
    const margins = Array.from({ length: 100 }, (_, i) => (i - 14 + 0.5) / 1000);
    const dots = await mount('kept-dots', { margins, breakEven: 0.09, losing: 14 });
    expect(dots.querySelectorAll('circle.loss')).toHaveLength(14);
    expect(dots.querySelectorAll('circle')).toHaveLength(95);
    expect(dots.textContent).toContain('5 more →');
    expect(dots.textContent).toContain('14 of 100 lose money');
    expect(dots.querySelector('.costs')).toBeNull();
    Object.assign(dots, { alarm: true });
    await expect.poll(() => dots.querySelector('.costs')?.textContent).toBe('14 of 100 lose money');
  });

  test('the words beside zero keep clear of the heaps, on whichever side those are', async () => {
    const gains = Array.from({ length: 100 }, (_, k) => 0.01 + 0.0004 * k);
    for (const [sign, losing] of [
      [1, 0],
      [-1, 100],
    ] as const) {
      const margins = gains.map((margin) => sign * margin);
      const dots = await mount('kept-dots', { margins, breakEven: 0.05, losing });
      const beside = /^break-even|lose money/;
      const words = [...dots.querySelectorAll('text')]
        .filter(({ textContent }) => beside.test(textContent))
        .map((word) => word.getBoundingClientRect());
      const heaps = [...dots.querySelectorAll('circle')].map((dot) => dot.getBoundingClientRect());
      const clear = (a: DOMRect, b: DOMRect) => a.right <= b.left || b.right <= a.left;
      expect(words).toHaveLength(2);
      expect(heaps.length).toBeGreaterThan(90);
      expect(words.every((word) => heaps.every((dot) => clear(word, dot)))).toBe(true);
      dots.remove();
    }
  });

  test('a segment beyond break-even is filled, one below is not, one that gains is blue', async () => {
    const bar = (name: string, share: number): SegmentBar => ({
      name,
      customers: 100,
      lost: share * 100,
      share,
    });
    const bars = [bar('a', 0.12), bar('b', 0.04), bar('c', -0.01)];
    const chart = await mount('kept-segments', { bars, breakEven: 0.1 });
    const kinds = [...chart.querySelectorAll('rect')].map((rect) => rect.getAttribute('class'));
    expect(kinds).toEqual(['loss', 'loss-tint', 'gain-tint']);
  });
});
