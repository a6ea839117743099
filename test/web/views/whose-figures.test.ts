import { expect, test } from 'vitest';
import type { ImpactResult, SegmentResult } from '../../../models/index.ts';
import { createFifthsView } from '../../../web/decide/fifths-view.ts';
import { noResults } from '../../../web/runner/results.ts';
import { createSituation, openChoice, withLevers } from '../../../web/state/choice.ts';
import { openText } from '../../../web/state/documents.ts';
import { createFeeScale } from '../../../web/state/fee-scale.ts';
import { withLever } from '../../../web/state/levers.ts';
import { createModel } from '../../../web/state/session.ts';
import { breakEvenOfAsked } from '../../../web/views/break-even.ts';
import { createHeadlineView } from '../../../web/views/headline-view.ts';
import { createSegmentsView } from '../../../web/views/segments-view.ts';
import { createVerdictView } from '../../../web/views/verdict-view.ts';
import { bestFigures, impactResult, summary } from '../../support/results.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const second = smallScenario.replace(
  'plans:',
  '    - { name: Guests, customers: 100, price: 20, churn: 4 %/month, costToServe: 8 }\nplans:',
);

async function modelOf(
  impact: Partial<ImpactResult>,
  segments?: readonly string[],
  customers: readonly number[] = [],
) {
  const opening = await openText('club.yaml', second);
  if (!opening.ok) throw new Error('the scenario is valid');
  const opened = openChoice(opening.document);
  const { levers } = createSituation(opened);
  const choice = segments ? withLevers(opened, withLever(levers, 'segments', segments)) : opened;
  const kpis = [
    { name: 'Customers at the end', unit: 'customers', value: summary(880) },
    { name: 'Margin', unit: 'EUR/month', value: summary(26) },
  ];
  const starts = customers.map((customersStart) => ({ customersStart }) as SegmentResult);
  const result = { name: 'p', months: [], segments: starts, kpis, impact: impactResult(impact) };
  const engine = { version: '1', seed: 's', draws: 1000 };
  const draws = { kind: 'plan', done: 1000, total: 1000, result, engine, digest: 'd' } as const;
  const results = { ...noResults, best: bestFigures(), draws };
  return createModel(choice, createSituation(choice), results, createFeeScale(-100));
}

const verdictOf = async (impact: Partial<ImpactResult>, segments?: readonly string[]) =>
  createVerdictView(await modelOf(impact, segments));
const words = ({ parts }: { readonly parts: readonly { readonly text: string }[] }) =>
  parts.map(({ text }) => text).join('');

test('a plan for some says that shares are of all customers', async () => {
  expect(words(await verdictOf({}))).toContain('of these customers before');
  expect(words(await verdictOf({}, ['Members']))).toContain('of all 1,000 customers before');
});

test('where a plan is for some, a segment is held against break-even as a share of those', async () => {
  const breakEvenAttrition = summary(0.02);
  const forAll = await modelOf({ breakEvenAttrition, segments: [] });
  const forSome = await modelOf({ breakEvenAttrition, segments: [] }, ['Members']);
  const { base } = forSome.situation;
  const all = base.reduce((sum, { customers }) => sum + customers, 0);
  expect(createVerdictView(forSome).breakEven).toBe(0.02);
  expect(breakEvenOfAsked(forAll)).toBe(0.02);
  expect(breakEvenOfAsked(forSome)).toBeCloseTo((0.02 * all) / base[0].customers, 12);
});

test('who leaves says what the line of break-even is a share of, or where it lies out of the picture', async () => {
  const members = { name: 'Members', attrition: summary(0.01), profit: summary(1) };
  const subOf = async (breakEven: number, asked?: readonly string[]) => {
    const impact = { breakEvenAttrition: summary(breakEven), segments: [members] };
    return createSegmentsView(await modelOf(impact, asked, [900])).sub.replaceAll('\u202f', ' ');
  };
  expect(await subOf(0.01)).not.toContain('break-even');
  expect(await subOf(0.01, ['Members'])).toMatch(/break-even as a share of those it is for$/);
  expect(await subOf(0.3)).toMatch(/break-even, 30.0 %, lies outside the picture$/);
  expect(await subOf(0.27, ['Members'])).toMatch(
    /break-even, 30.0 % of those it is for, lies outside the picture$/,
  );
});

test('a chance of loss is in the colour of costs only where some run loses', async () => {
  const kinds = async (chanceOfLoss: number) =>
    (await verdictOf({ chanceOfLoss })).parts.map(({ kind }) => kind);
  expect(await kinds(0.14)).toContain('loss');
  expect(await kinds(0.004)).not.toContain('loss');
});

test('newcomers have the sign of all other differences, and figures of the file say that they are of the plan', async () => {
  const { rows } = createHeadlineView(await modelOf({ joinersForgone: summary(12, 2, 30) }));
  const row = (name: string) => rows.find((one) => one.name === name);
  expect(row('Newcomers, staying or not')).toMatchObject({
    value: '\u221212',
    interval: '\u221230 to \u22122',
  });
  expect(row('Customers at the end under the plan')?.value).toBe('880');
  expect(row('Margin under the plan, EUR/month')?.value).toBe('26.0');
});

test('fifths say what they come to, and what all other figures rest on', () => {
  const fifths = [1, 2, 3, 4, 5].map((k) => ({ pays: k, attrition: { estimate: 0.01 * k, error: 0.001 } }));
  const result = { plan: 'p', customers: 100, segments: [{ name: 'Members', fifths }] };
  const noteOf = (grouped: number | null) =>
    createFifthsView(result, {
      breakEven: null,
      isForAll: true,
      currency: 'EUR',
      base: [{ customers: 900 }],
      grouped,
    }).note;
  expect(noteOf(0.03).replaceAll('\u202f', ' ')).toBe(
    'Together 3.0 % of all customers at best values; the verdict is a mean over draws.',
  );
  expect(noteOf(0.036).replaceAll('\u202f', ' ')).toMatch(/^Together 3.0 % .* against 3.6 % at best values/);
  expect(noteOf(null)).toBe('');
});
