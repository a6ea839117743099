import { expect, test } from 'vitest';
import { isLossAlarm } from '../../../web/views/loss-alarm.ts';

test.each([
  [0, 64, false],
  [1, 64, false],
  [2, 64, true],
  [1, 100, false],
  [3, 256, false],
  [4, 256, true],
  [40, 256, true],
  [64, 64, true],
])('%d losses among the first %d of a thousand draws are an alarm: %s', (losses, done, alarm) => {
  expect(isLossAlarm(losses / done, done, 1000)).toBe(alarm);
});

test.each([
  [4, false],
  [5, true],
])('over all draws %d losses of a thousand are coloured as they are told', (losses, alarm) => {
  expect(isLossAlarm(losses / 1000, 1000, 1000)).toBe(alarm);
});
