import { describe, expect, test } from 'vitest';
import { createCrowdRunner } from '../../../models/index.ts';
import { dotsAtStart, monthsShown } from '../../../web/teach/crowd-counts.ts';
import { createDots, nowhere } from '../../../web/teach/crowd-dots.ts';
import { layOutCrowd } from '../../../web/teach/crowd-layout.ts';
import { smallestFlow, wholeParts } from '../../../web/teach/whole-dots.ts';
import fc from '../../support/properties.ts';
import { readScenario } from '../../support/read-scenario.ts';

const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);
const counts = fc.array(fc.nat(60), { minLength: 5, maxLength: 5 });

describe('whole parts', () => {
  test('give what is left to those who were cut most', () => {
    expect(wholeParts([2.6, 3.7, 3.7], 10)).toEqual([2, 4, 4]);
    expect(wholeParts([1, 1, 1], 2)).toEqual([1, 1, 0]);
    expect(wholeParts([0, 0], 5)).toEqual([0, 0]);
  });

  test('sum to the total and are off by less than one', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 900 }), (parts, wanted) => {
        fc.pre(total(parts) > 0);
        const whole = wholeParts(parts, wanted);
        expect(total(whole)).toBe(wanted);
        whole.forEach((part, index) => {
          expect(Math.abs(part - (parts[index] * wanted) / total(parts))).toBeLessThan(1);
        });
      }),
    );
  });
});

describe('the smallest flow', () => {
  test('moves nobody where nothing changes', () => {
    expect(smallestFlow([3, 4, 5], [3, 4, 5])).toEqual([]);
  });

  test('goes step by step: nobody overtakes', () => {
    expect(smallestFlow([5, 5, 5], [3, 5, 7])).toEqual([
      { from: 0, to: 1, count: 2 },
      { from: 1, to: 2, count: 2 },
    ]);
  });

  test('turns one count into the other with as few steps between groups as can be', () => {
    fc.assert(
      fc.property(counts, fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }), (before, shape) => {
        const after = wholeParts(total(shape) > 0 ? shape : [1, 1, 1, 1, 1], total(before));
        const flows = smallestFlow(before, after);
        const moved = [...before];
        for (const { from, to, count } of flows) {
          moved[from] -= count;
          moved[to] += count;
        }
        expect(moved).toEqual(after);
        // Least possible: across each border goes exactly what one side has too many.
        const least = before.reduce(
          (sum, _, border) => sum + Math.abs(total(before.slice(0, border)) - total(after.slice(0, border))),
          0,
        );
        expect(total(flows.map(({ from, to, count }) => count * Math.abs(from - to)))).toBe(least);
      }),
    );
  });
});

describe.each(['lessons/promise-what-you-deliver.yaml', 'lessons/blunder-5-competing-on-price.yaml'])(
  'the dots of %s',
  async (file) => {
    const scenario = await readScenario(file);
    const runner = createCrowdRunner(scenario);
    const run = runner.run(runner.pad.plan(9, 6, 'all'));
    const dots = createDots(run);

    test('are a thousand at the start, in the proportions of the run', () => {
      const { groups } = dots.counts[0];
      expect(total(groups)).toBe(dotsAtStart);
      groups.forEach((count, group) => {
        const exact = run.crowd[0].groups[group] / dots.customersPerDot;
        expect(Math.abs(count - exact)).toBeLessThan(1);
      });
    });

    test('stay within two dots of the run in every month, however long it goes on', () => {
      run.crowd.forEach(({ groups }, month) => {
        dots.counts[month].groups.forEach((count, group) => {
          expect(Math.abs(count - groups[group] / dots.customersPerDot)).toBeLessThanOrEqual(2);
        });
      });
    });

    test('come and go as the counts say, and nobody who left comes back', () => {
      for (let month = 1; month <= dots.months; month++) {
        const [before, now] = [dots.at(month - 1).heap, dots.at(month).heap];
        const { left, joined } = dots.counts[month];
        let [went, came] = [0, 0];
        now.forEach((heap, dot) => {
          if (heap === 0 && before[dot] !== 0) went++;
          if (before[dot] === nowhere && heap !== nowhere) came++;
          if (before[dot] === 0) expect([0, nowhere]).toContain(heap);
        });
        expect([went, came]).toEqual([left, joined]);
      }
    });

    test('move by one group at most in a month here, so that a flight is a change of mind', () => {
      for (let month = 1; month <= dots.months; month++) {
        dots.at(month).heap.forEach((heap, dot) => {
          const was = dots.at(month - 1).heap[dot];
          if (was > 0 && was !== nowhere && heap > 0) expect(Math.abs(heap - was)).toBeLessThanOrEqual(1);
        });
      }
    });

    test('are in every heap as many as the counts say', () => {
      for (let month = 0; month <= dots.months; month++) {
        const { heap } = dots.at(month);
        const { leftShown, groups } = dots.counts[month];
        const sizes = [leftShown, ...groups];
        sizes.forEach((size, index) => {
          expect(heap.filter((of) => of === index)).toHaveLength(size);
        });
        expect(Math.max(...sizes)).toBeLessThanOrEqual(dots.tallest);
      }
    });

    test('are in the same places in whatever order months are asked for', () => {
      const again = createDots(run);
      for (const month of [dots.months, 5, 0, 20]) expect(again.at(month)).toEqual(dots.at(month));
    });

    test('fill each heap from the floor up, each place once', () => {
      for (let month = 0; month <= dots.months; month++) {
        for (let heap = 0; heap <= 5; heap++) {
          const now = dots.at(month);
          const places = [...now.heap.keys()]
            .filter((dot) => now.heap[dot] === heap)
            .map((dot) => now.place[dot]);
          expect(places.sort((a, b) => a - b)).toEqual(places.map((_, index) => index));
        }
      }
    });

    test('show those who left for a year', () => {
      const month = dots.months;
      const shown = dots.counts.slice(month - monthsShown + 1).map(({ left }) => left);
      expect(dots.counts[month].leftShown).toBe(total(shown));
    });

    test('lie inside the picture, in wide and in narrow ones', () => {
      for (const [width, height] of [
        [880, 384],
        [320, 280],
      ]) {
        const { middles, across, up, floor } = layOutCrowd(width, height, dots.tallest);
        const reach = Math.max(...across.map(Math.abs));
        expect(middles[0] - reach).toBeGreaterThanOrEqual(-4);
        expect(middles[5] + reach).toBeLessThanOrEqual(width);
        expect(floor - Math.max(...up)).toBeGreaterThanOrEqual(0);
      }
    });
  },
);
