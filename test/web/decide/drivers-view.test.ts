import { expect, test } from 'vitest';
import type { Tornado } from '../../../models/index.ts';
import { formatSheet, writeCell } from '../../../web/charts/sheet.ts';
import { createDriversView } from '../../../web/decide/drivers-view.ts';
import { buildScenario } from '../../support/build-scenario.ts';

const end = (value: number, profit: number) => ({ value, profit });
const input = (path: string, unit: string, low: number, high: number) => ({
  ...{ path, unit, meaning: `What ${path} says`, evidence: 'assumed', range: 1 },
  ...{ low: end(low, -1234.5678), high: end(high, 98765.4321) },
});
const tornado = {
  best: { profit: 1000 },
  inputs: [
    input('world.market.competitorFollows', 'share', 0.0512345, 0.4),
    input('segments.Everyone.churn', '1/month', 0.0123456, 0.03),
    input('segments.Everyone.costToServe', 'EUR/month', 20.123456, 28),
    input('assumptions.priceResponse', '1', 1.23456, 3),
  ],
  without: 0,
} as unknown as Tornado;
const flips = [
  { path: 'world.market.competitorFollows', value: 0.123456789 },
  { path: 'segments.Everyone.churn', value: null },
] as never;
const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ');

test('the file of what moves the answer holds plain numbers in full, with their unit', () => {
  const { sheet } = createDriversView(tornado, flips, { ...buildScenario({}), currency: 'EUR' });
  const [head, ...lines] = formatSheet(sheet)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.replaceAll(/"[^"]*"/g, 'words').split(','));
  const columns = ['Low', 'High', 'Answer flips at', 'Unit'];
  expect(formatSheet(sheet)).toContain('"Profit at low, EUR"');
  const at = sheet.columns.map(({ title }) => title);
  expect(head).toHaveLength(at.length);
  expect(lines.map((cells) => columns.map((title) => cells[at.indexOf(title)]))).toEqual([
    ['0.0512345', '0.4', '0.123456789', 'share'],
    ['0.0123456', '0.03', 'never', '1/month'],
    ['20.123456', '28', '', 'EUR/month'],
    ['1.23456', '3', '', '1'],
  ]);
  expect(lines.map((cells) => cells[at.indexOf('Profit at low, EUR')])).toEqual(Array(4).fill('-1234.5678'));
});

test('its table writes them with their unit, as the picture does', () => {
  const { sheet } = createDriversView(tornado, flips, { ...buildScenario({}), currency: 'EUR' });
  const column = (title: string) => sheet.columns.findIndex((candidate) => candidate.title === title);
  const written = (title: string) => sheet.rows.map((_, row) => plain(writeCell(sheet, row, column(title))));
  expect(written('Low')).toEqual(['5.12 %', '1.23 %/month', '€20.1/month', '1.23']);
  expect(written('Answer flips at')).toEqual(['12.3 %', 'never', '–', '–']);
  expect(written('Profit at low, EUR')).toEqual(Array(4).fill('−€1,235'));
  expect(sheet.columns.filter(({ inFileAlone }) => inFileAlone).map(({ title }) => title)).toEqual(['Unit']);
});
