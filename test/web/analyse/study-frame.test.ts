import { expect, test } from 'vitest';
import { staleWords } from '../../../web/analyse/study-frame.ts';

const state = { text: 'file', asked: { plan: 'Fee up', settings: 'profit 512' } };

test('a result of what is asked for now is not old', () => {
  expect(staleWords(state, 'file', { plan: 'Fee up', settings: 'profit 512' })).toBe('');
});

test('an old result says what has changed since: the file, the plan or a setting', () => {
  const { plan, settings } = state.asked;
  const file = staleWords(state, 'another file', { plan, settings });
  const other = staleWords(state, 'file', { plan: 'Wait', settings: 'profit 128' });
  expect(file).toContain('file before your last changes');
  expect(other).toBe('These are results of Fee up; another plan is chosen now.');
  expect(staleWords(state, 'file', { plan, settings: 'profit 128' })).toContain('settings before');
  expect(staleWords(state, 'another file', { plan: 'Wait', settings })).toBe(`${file} ${other}`);
});
