import { afterEach, expect, test } from 'vitest';
import type { KeptLevers } from '../../../web/components/levers.ts';
import { createSituation, openChoice, withLevers } from '../../../web/state/choice.ts';
import { openText } from '../../../web/state/documents.ts';
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
