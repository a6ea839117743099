import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { MoreLevers } from '../../../web/decide/more-levers.ts';
import { noResults } from '../../../web/runner/results.ts';
import {
  type Choice,
  createSituation,
  type OpenDocument,
  openChoice,
  withLevers,
} from '../../../web/state/choice.ts';
import { openText } from '../../../web/state/documents.ts';
import { createFeeScale } from '../../../web/state/fee-scale.ts';
import { createModel } from '../../../web/state/session.ts';
import { smallScenario } from '../../support/small-scenario.ts';
import '../../../web/decide/more-levers.ts';

afterEach(() => document.body.replaceChildren());

const modelOf = (choice: Choice) =>
  createModel(choice, createSituation(choice), noResults, createFeeScale(-100));

async function open(written = smallScenario): Promise<OpenDocument> {
  const opening = await openText('club.yaml', written);
  if (!opening.ok) throw new Error('the scenario is valid');
  return opening.document;
}

test('the plan as it was opened is read once, not at every move of the fader', async () => {
  const document = await open();
  let reads = 0;
  const opened: OpenDocument = {
    ...document,
    bestValue: (quantity) => {
      reads++;
      return document.bestValue(quantity);
    },
  };
  const choice = openChoice({ ...document, opened });
  const { levers } = createSituation(choice);
  const moves = [7, 8].map((at) => modelOf(withLevers(choice, { ...levers, at })));
  const element = window.document.createElement('kept-more-levers') as MoreLevers;
  element.model = modelOf(choice);
  window.document.body.append(element);
  await element.updateComplete;
  expect(reads).toBeGreaterThan(0);
  reads = 0;
  for (const model of moves) {
    element.model = model;
    await element.updateComplete;
  }
  expect(reads).toBe(0);

  const other = { ...opened };
  element.model = modelOf(openChoice({ ...document, opened: other }));
  reads = 0;
  await element.updateComplete;
  expect(reads).toBeGreaterThan(0);
});

test.each([
  ['promise', 'promise-dimension'],
  ['service', 'service-dimension'],
])('back to today leads to the first control of %s', async (_, control) => {
  const written = smallScenario.replace(
    '      - { at: 4, announce: 2,',
    `      - { at: 4, promise: { responsiveness: { to: 8 } } }
      - { at: 4, invest: { in: responsiveness, by: 1, once: 1000, monthly: 0 } }
      - { at: 4, announce: 2,`,
  );
  const element = window.document.createElement('kept-more-levers') as MoreLevers;
  element.model = modelOf(openChoice(await open(written)));
  element.addEventListener('kept-revise', (event) => {
    const { detail } = event as CustomEvent<{ document: OpenDocument }>;
    element.model = modelOf(openChoice(detail.document));
  });
  window.document.body.append(element);
  await element.updateComplete;
  const first = element.querySelector<HTMLElement>(`#${control}`)!;
  const details = first.closest('details')!;
  details.open = true;
  details.querySelector<HTMLElement>('button.word')!.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => details.querySelector('button.word')).toBeNull();
  await expect.poll(() => window.document.activeElement).toBe(first);
});
