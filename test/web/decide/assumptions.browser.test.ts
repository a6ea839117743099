import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { explainScenario } from '../../../models/index.ts';
import type { Assumptions } from '../../../web/decide/assumptions.ts';
import { noResults } from '../../../web/runner/results.ts';
import { createSituation, type OpenDocument, openChoice } from '../../../web/state/choice.ts';
import { openText } from '../../../web/state/documents.ts';
import { createFeeScale } from '../../../web/state/fee-scale.ts';
import { createModel } from '../../../web/state/session.ts';
import { smallScenario } from '../../support/small-scenario.ts';
import '../../../web/decide/assumptions.ts';

afterEach(() => document.body.replaceChildren());

const modelOf = (opened: OpenDocument) => {
  const choice = openChoice(opened);
  return createModel(choice, createSituation(choice), noResults, createFeeScale(-100));
};

async function mount(): Promise<Assumptions> {
  const opening = await openText('club.yaml', smallScenario);
  if (!opening.ok) throw new Error('the scenario is valid');
  const element = document.createElement('kept-assumptions') as Assumptions;
  element.model = modelOf(opening.document);
  element.addEventListener('kept-revise', (event) => {
    const { detail } = event as CustomEvent<{ document: OpenDocument }>;
    setTimeout(() => {
      element.model = modelOf(detail.document);
    });
  });
  document.body.append(element);
  await element.updateComplete;
  element.show();
  await element.updateComplete;
  return element;
}

const churn = 'segments.Members.churn';
const firstName = (element: Assumptions) => element.querySelector('li b')!.textContent;
const field = (element: Assumptions, name: string) =>
  element.querySelector<HTMLInputElement | HTMLSelectElement>(`form [name="${name}"]`)!;
const changeOf = (element: Assumptions, name: RegExp) =>
  [...element.querySelectorAll<HTMLButtonElement>('li > button')].find(({ ariaLabel }) =>
    name.test(ariaLabel ?? ''),
  )!;

async function change(element: Assumptions, name: RegExp): Promise<void> {
  changeOf(element, name).focus();
  changeOf(element, name).click();
  await element.updateComplete;
  await Promise.resolve();
}

test('a result that arrives while a row is changed leaves draft, focus and order alone', async () => {
  const element = await mount();
  const first = firstName(element);
  await change(element, /^Change: Churn today/);
  const value = field(element, 'value');
  expect(document.activeElement).toBe(value);
  value.value = '3 %/mo';
  element.strongest = [churn];
  await element.updateComplete;
  expect(document.activeElement).toBe(value);
  expect([field(element, 'value').value, firstName(element)]).toEqual(['3 %/mo', first]);

  element.querySelector<HTMLElement>('form button[type="button"]')!.click();
  await expect.poll(() => firstName(element)).toMatch(/^Churn today/);
  await expect.poll(() => document.activeElement?.ariaLabel).toMatch(/^Change: Churn today/);
});

test('a row that moves takes the focus with it', async () => {
  const element = await mount();
  const button = changeOf(element, /^Change: Churn today/);
  const { scenario } = element.model.situation;
  const paths = explainScenario(scenario).map(({ path }) => path);
  for (const strongest of [[churn], paths.toReversed(), [], paths]) {
    button.focus();
    element.strongest = strongest;
    await element.updateComplete;
    expect(document.activeElement).toBe(button);
  }
});

test("a value of the reader's own is assumed, with the source left to write, until it is as it was", async () => {
  const element = await mount();
  await change(element, /^Change: Churn today/);
  const [value, evidence, source] = ['value', 'evidence', 'source'].map((name) => field(element, name));
  const given = value.value;
  await userEvent.fill(value, '3 %/month');
  expect([evidence.value, source.value]).toEqual(['assumed', '']);
  expect(element.querySelector('form .hint')!.textContent).toMatch(/assumed until you say/);
  await userEvent.fill(value, given);
  expect([evidence.value, source.value]).toEqual(['expert', 'last year']);
  expect(element.querySelector('form .hint')!.textContent).toBe('');

  await userEvent.fill(value, '3 %/month');
  await userEvent.keyboard('{Enter}');
  const row = () => explainScenario(element.model.situation.scenario).find(({ path }) => path === churn)!;
  await expect.poll(() => row().value).toBeCloseTo(0.03);
  expect([row().evidence, row().source]).toEqual(['assumed', 'no source stated']);
  expect(await element.model.choice.document.text()).toContain(
    'churn: { value: 3 %/month, evidence: assumed }',
  );
});

test('a number without a source says so, and no such words are written into the file', async () => {
  const element = await mount();
  const row = [...element.querySelectorAll('li')].find((each) =>
    each.querySelector('[aria-label^="Change: Cost to serve"]'),
  )!;
  expect(row.querySelector('.behind')!.textContent).toMatch(/assumed\s*no source stated/);
  await change(element, /^Change: Cost to serve/);
  expect(field(element, 'source').value).toBe('');
  await userEvent.selectOptions(field(element, 'evidence'), 'expert');
  await userEvent.click(field(element, 'value'));
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => element.model.choice.document.text())
    .toContain('costToServe: { range: 12 to 16, evidence: expert }');
});

test('evidence that the reader chose stays, whatever the value', async () => {
  const element = await mount();
  await change(element, /^Change: Churn today/);
  await userEvent.selectOptions(field(element, 'evidence'), 'fitted');
  await userEvent.fill(field(element, 'value'), '3 %/month');
  expect([field(element, 'evidence').value, field(element, 'source').value]).toEqual(['fitted', 'last year']);
});

test('a row that its change takes out of what is sought leads to the search', async () => {
  const element = await mount();
  await userEvent.selectOptions(element.querySelector('#assumptions-evidence')!, 'expert');
  await change(element, /^Change: Churn today/);
  await userEvent.fill(field(element, 'value'), '3 %/month');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => changeOf(element, /^Change: Churn today/)).toBeUndefined();
  await expect.poll(() => document.activeElement).toBe(element.querySelector('input[type="search"]'));
});
