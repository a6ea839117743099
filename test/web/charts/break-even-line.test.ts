import { expect, test } from 'vitest';
import { isBreakEvenShown } from '../../../web/charts/break-even-line.ts';

const bars = [
  { name: 'One', customers: 100, lost: 2, share: 0.02, low80: 0.01, high80: 0.03 },
  { name: 'Other', customers: 100, lost: -1, share: -0.01 },
];

test.each([
  [0.02, true],
  [0.089, true],
  [0.09, false],
  [0.5, false],
  [-0.005, true],
  [-0.02, false],
])('a break-even of %d among bars up to 0.03 has a line: %s', (breakEven, shown) => {
  expect(isBreakEvenShown(bars, breakEven)).toBe(shown);
});
