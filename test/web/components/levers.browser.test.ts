import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { KeptLevers } from '../../../web/components/levers.ts';
import { createSituation, openChoice, withLevers } from '../../../web/state/choice.ts';
import { openText } from '../../../web/state/documents.ts';
import type { LeverMove } from '../../../web/state/moves.ts';
import { smallScenario } from '../../support/small-scenario.ts';
import '../../../web/components/levers.ts';

afterEach(() => document.body.replaceChildren());

test.each([
  [4, 4, 6, undefined],
  [22, 1, 6, undefined],
  [22, 4, 6, '1 of 4 steps falls within the 24\u00a0months'],
  [12, 4, 6, '3 of 4 steps fall within the 24\u00a0months'],
])('from month %d, %d steps every %d months: %s', async (at, phases, everyMonths, hint) => {
  const opening = await openText('club.yaml', smallScenario);
  if (!opening.ok) throw new Error('the scenario is valid');
  const choice = openChoice(opening.document);
  const { levers } = createSituation(choice);
  const element = document.createElement('kept-levers') as KeptLevers;
  element.situation = createSituation(withLevers(choice, { ...levers, at, phases, everyMonths }));
  document.body.append(element);
  await element.updateComplete;
  expect(element.querySelector('.hint')?.textContent).toBe(hint);
});

test.each([
  [1, 3, '0', 'A notice of 3\u00a0months would fall before month 1; customers are told in the same month'],
  [2, 3, '1', 'A notice of 3\u00a0months would fall before month 1; customers are told 1\u00a0month before'],
  [4, 3, '3', undefined],
  [1, null, 'none', undefined],
])('from month %d, of a notice of %s months: %s', async (at, noticeMonths, shown, hint) => {
  const opening = await openText('club.yaml', smallScenario);
  if (!opening.ok) throw new Error('the scenario is valid');
  const choice = openChoice(opening.document);
  const { levers } = createSituation(choice);
  const element = document.createElement('kept-levers') as KeptLevers;
  element.situation = createSituation(withLevers(choice, { ...levers, at, noticeMonths }));
  document.body.append(element);
  await element.updateComplete;
  expect(element.querySelector<HTMLSelectElement>('#lever-notice')?.value).toBe(shown);
  expect(element.querySelector('.hint')?.textContent).toBe(hint);
});

test('whoever chooses everyone by keyboard is led to the first segment', async () => {
  const two = smallScenario.replace(
    'plans:',
    '    - { name: Guests, customers: 100, price: 30, churn: 3 %/month }\nplans:',
  );
  const opening = await openText('club.yaml', two);
  if (!opening.ok) throw new Error('the scenario is valid');
  const choice = openChoice(opening.document);
  const { levers } = createSituation(choice);
  const element = document.createElement('kept-levers') as KeptLevers;
  element.situation = createSituation(withLevers(choice, { ...levers, segments: ['Guests'] }));
  element.addEventListener('kept-lever', (event) => {
    const { value } = (event as CustomEvent<LeverMove<'segments'>>).detail;
    element.situation = createSituation(withLevers(choice, { ...levers, segments: value }));
  });
  document.body.append(element);
  await element.updateComplete;
  element.querySelector<HTMLDetailsElement>('details.who')!.open = true;
  element.querySelector<HTMLElement>('button.all')!.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement).toBe(element.querySelector('.who input'));
  expect(element.querySelector('button.all')).toBeNull();
});
