import { expect, test } from 'vitest';
import { createFeeAxis } from '../../../web/charts/fee-axis.ts';

const curve = (line: readonly number[]) => ({ percents: [-20, 0, 40], line, lineName: 'mean', stale: false });

test('a loss runs out of the plot where little is gained', () => {
  expect(createFeeAxis(curve([-90, -60, 10])).min).toBeGreaterThan(-30);
});

test('a loss is shown whole where next to nothing is gained, whatever luck may bring', () => {
  const luck = { ...curve([-90, 0, 4]), low80: [-120, 0, -50], high80: [-60, 0, 60] };
  expect(createFeeAxis(luck).min).toBeLessThanOrEqual(-120);
});

test('grows to where the fee stands that is set', () => {
  expect(createFeeAxis(curve([-90, -60, 10]), -57).min).toBeLessThanOrEqual(-57);
  expect(createFeeAxis(curve([-90, -60, 10]), 33).max).toBeGreaterThanOrEqual(33);
});

test('a fee within it changes nothing', () => {
  expect(createFeeAxis(curve([-90, -60, 10]), 5)).toEqual(createFeeAxis(curve([-90, -60, 10])));
});
