import { describe, expect, test } from 'vitest';
import { drawTornado } from '../../../web/charts/draw-tornado.ts';
import { drawWaterfall } from '../../../web/charts/draw-waterfall.ts';

const step = (name: string, value: number) => ({ name, value, label: `${value}`, beside: '' });
const waterfall = {
  steps: [step('Price <b>', 100), step('Leavers', -40)],
  start: { name: 'Do nothing', label: '$1m' },
  end: { name: 'The plan', value: 60, label: '+60', low80: -20, high80: 110 },
  besideTitle: 'customers',
  summary: 'Sixty "in all".',
};
const bars = (picture: string, kind: string) =>
  [
    ...picture.matchAll(new RegExp(`<rect class="${kind}" x="([\\d.]+)" y="[\\d.]+" width="([\\d.]+)"`, 'g')),
  ].map(([, x, width]) => [Number(x), Number(width)] as const);

describe('a waterfall', () => {
  test.each([320, 780])('begins each step where the one before it ended, at %i px', (width) => {
    const picture = drawWaterfall(waterfall, width);
    const [[start, gained]] = bars(picture, 'gain');
    const [[lossStart, lost]] = bars(picture, 'loss');
    const [[planStart, plan]] = bars(picture, 'ink');
    expect(lossStart + lost).toBeCloseTo(start + gained, 0);
    expect(planStart).toBeCloseTo(start, 1);
    expect(plan).toBeCloseTo(lossStart - start, 0);
    expect(lost / gained).toBeCloseTo(0.4, 2);
  });

  test('keeps names from becoming markup', () => {
    const picture = drawWaterfall(waterfall, 780);
    expect(picture).toContain('Price &lt;b&gt;');
    expect(picture).toContain('aria-label="Sixty &quot;in all&quot;."');
    expect(picture).not.toContain('<b>');
  });

  test('stays on its sheet', () => {
    for (const width of [320, 560, 780]) {
      for (const [x, size] of ['gain', 'loss', 'ink'].flatMap((kind) =>
        bars(drawWaterfall(waterfall, width), kind),
      )) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + size).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe('a tornado', () => {
  const end = (input: string, value: number) => ({ input, value });
  const data = {
    rows: [
      {
        name: 'Price response',
        evidence: 'expert' as const,
        note: 'expert',
        low: end('0.5', 292),
        high: end('3.0', -61),
        beside: '2.4',
      },
    ],
    best: 155,
    bestLabel: 'as planned +155',
    breakEven: 0,
    good: 'above' as const,
    format: (value: number) => `${value}`,
    besideTitle: 'answer flips at',
    summary: 'Price response moves it most.',
  };

  test('fills what is better and leaves hollow what is worse, from what is planned', () => {
    const picture = drawTornado(data, 780);
    const [[better, above]] = bars(picture, 'gain');
    const [[worse, below]] = bars(picture, 'worse');
    expect(worse + below).toBeCloseTo(better, 0);
    expect(below / above).toBeCloseTo((155 + 61) / (292 - 155), 1);
  });

  test('fills less where less is better', () => {
    const [more, less] = [drawTornado(data, 780), drawTornado({ ...data, good: 'below' }, 780)];
    expect(bars(less, 'worse')).toEqual(bars(more, 'gain'));
    expect(bars(less, 'gain')).toEqual(bars(more, 'worse'));
  });

  test('prints the inputs at both ends and what would flip the answer', () => {
    const words = drawTornado(data, 780).replaceAll(/<[^>]*>/g, '|');
    for (const word of ['0.5', '3.0', '2.4', 'answer flips at', 'as planned +155', 'expert'])
      expect(words).toContain(word);
  });

  test('stands words one below the other where there is little room, and leaves it to the bars', () => {
    const both = (width: number) =>
      [
        ...drawTornado(data, width).matchAll(
          /<text x="[^"]*" y="([^"]*)"[^>]*>(?:<tspan[^>]*>)?(0\.5|292)</g,
        ),
      ].map(([, y]) => y);
    expect(new Set(both(640)).size).toBe(2);
    expect(new Set(both(780)).size).toBe(1);
    const words = 6;
    const long = { ...data, format: (value: number) => `${value}`.padEnd(words * 3, '0') };
    const spread = (width: number) => {
      const [[, better]] = bars(drawTornado(long, width), 'gain');
      const [[, worse]] = bars(drawTornado(long, width), 'worse');
      return better + worse;
    };
    expect(spread(690)).toBeGreaterThan(spread(710));
  });

  test('dots the line of no gain only where it is in the picture', () => {
    expect(drawTornado(data, 780)).toContain('class="dotted"');
    const without = { ...data, rows: [{ ...data.rows[0], high: end('3.0', 60) }] };
    expect(drawTornado(without, 780)).not.toContain('class="dotted"');
  });
});
