import { expect, test } from 'vitest';
import { canGoBeyond, type FreeBounds } from '../../../models/scenario/decision.ts';

const beyond = (end: 'low' | 'high', bounds: Partial<FreeBounds> & Pick<FreeBounds, 'low' | 'high'>) =>
  canGoBeyond({ bounds: { start: bounds.low, unit: '', whole: true, form: 'amount', ...bounds } }, end);

test('no file goes below one step, the first month or no notice', () => {
  expect(beyond('low', { low: 1, high: 4 })).toBe(false);
  expect(beyond('high', { low: 1, high: 4 })).toBe(true);
  expect(beyond('low', { low: 2, high: 4 })).toBe(true);
  expect(beyond('low', { low: 1, high: 9, form: 'month' })).toBe(false);
  expect(beyond('low', { low: 0, high: 6, form: 'notice' })).toBe(false);
  expect(beyond('low', { low: 1, high: 6, form: 'notice' })).toBe(true);
});

test('an amount goes as far as its place takes it', () => {
  const share = { unit: '%', whole: false, kind: 'share' } as const;
  expect(beyond('low', { low: 0, high: 50, ...share })).toBe(false);
  expect(beyond('high', { low: 0, high: 50, ...share })).toBe(true);
  expect(beyond('high', { low: 0, high: 100, ...share })).toBe(false);
});
