import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Lesson } from '../../../models/index.ts';
import type { Guesses } from '../../../web/teach/guesses.ts';
import type { KeptPredict } from '../../../web/teach/predict.ts';
import '../../../web/teach/predict.ts';

afterEach(() => document.body.replaceChildren());

const lesson = { predict: { ask: 'Which?', choices: ['One', 'Other'], answer: 'One' } } as unknown as Lesson;

test('hands that cannot be read are marked and kept, and none is sealed until they are corrected', async () => {
  const element = Object.assign(document.createElement('kept-predict'), {
    lesson,
    promises: true,
  }) as KeptPredict;
  const told: Guesses[] = [];
  element.addEventListener('kept-guesses', (event) => told.push((event as CustomEvent<Guesses>).detail));
  document.body.append(element);
  await element.updateComplete;
  await userEvent.click(page.getByRole('button', { name: 'Count hands instead' }));
  const fields = [...element.querySelectorAll<HTMLInputElement>('.hands input')];
  await userEvent.fill(fields[0], '2');
  await userEvent.fill(fields[1], '1O');
  await userEvent.keyboard('{Enter}');
  await element.updateComplete;
  expect(told).toEqual([]);
  expect(fields.map(({ value }) => value)).toEqual(['2', '1O']);
  expect(fields.map((field) => field.getAttribute('aria-invalid'))).toEqual(['false', 'true']);
  expect(element.querySelector('[role=alert]')?.textContent).toContain('no number of hands');

  // What else is sealed meanwhile neither clears them nor is denied.
  await userEvent.click(page.getByRole('button', { name: 'Seal this promise' }));
  element.guesses = told.splice(0)[0];
  await element.updateComplete;
  expect(element.guesses.promises).toEqual([7]);
  expect(fields.map(({ value }) => value)).toEqual(['2', '1O']);
  expect(element.textContent).toContain('Sealed. 1\u00a0answer so far.');
  expect(element.querySelector('[role=alert]')?.textContent).not.toContain('nothing is sealed');

  await userEvent.fill(fields[1], '');
  await element.updateComplete;
  expect(element.querySelector('[role=alert]')).toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(told.map(({ choices }) => choices)).toEqual([['One', 'One']]);
  expect(fields.map(({ value }) => value)).toEqual(['', '']);
});
