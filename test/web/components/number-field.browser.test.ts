import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { NumberField } from '../../../web/components/number-field.ts';
import '../../../web/components/number-field.ts';

afterEach(() => document.body.replaceChildren());

async function mount(max: number | null) {
  const field = document.createElement('kept-number-field') as NumberField;
  Object.assign(field, { name: 'level', label: 'Level', value: 9, max, step: 0.5 });
  const heard: number[] = [];
  field.addEventListener('kept-number', (event) => heard.push((event as CustomEvent<number>).detail));
  document.body.append(field);
  await field.updateComplete;
  const input = field.querySelector('input')!;
  const write = async (typed: string) => {
    await userEvent.clear(input);
    await userEvent.type(input, `${typed}{Enter}`);
  };
  return { field, input, heard, write };
}

test.each([
  ['11', 10, 'Write a number from 0 to 10.'],
  ['-5', null, 'Write a number of 0 or more.'],
  ['', 10, 'Write a number from 0 to 10.'],
])('%j up to %s stays as it was typed, with the reason', async (typed, max, why) => {
  const { field, input, heard, write } = await mount(max);
  await write(typed);
  await expect.poll(() => field.querySelector('[role=alert]')?.textContent).toBe(why);
  expect(input.value).toBe(typed);
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(input.getAttribute('aria-describedby')!)?.textContent).toBe(why);
  expect(heard).toEqual([]);

  await userEvent.keyboard('{Escape}');
  await expect.poll(() => input.value).toBe('9');
  expect(field.querySelector('[role=alert]')).toBeNull();
});

test('a number within the bounds is told once, and clears what was wrong', async () => {
  const { field, input, heard, write } = await mount(10);
  await write('11');
  await write('7.5');
  expect(heard).toEqual([7.5]);
  await expect.poll(() => input.getAttribute('aria-invalid')).toBe('false');
  field.value = 7.5;
  await field.updateComplete;
  expect(input.value).toBe('7.5');
});
