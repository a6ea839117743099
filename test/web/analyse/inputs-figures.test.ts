import { beforeAll, expect, test } from 'vitest';
import {
  createTask,
  type Indices,
  parseScenario,
  runTask,
  type Scenario,
  type Tornado,
  type ValueOfInformation,
} from '../../../models/index.ts';
import {
  indicesFigure,
  sortInputs,
  tornadoFigure,
  worthFigure,
} from '../../../web/analyse/inputs-figures.ts';
import { formatSheet } from '../../../web/charts/sheet.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const plan = 'Ask for more';
let scenario: Scenario;
let tornado: Tornado;
beforeAll(async () => {
  const outcome = await parseScenario(smallScenario);
  if (!outcome.ok) throw new Error('the small scenario has a problem');
  scenario = outcome.scenario;
  tornado = runTask(createTask({ kind: 'tornado', scenario, options: { plan } }));
});

test('inputs stand in the order of their reach in the measure that is shown, as a run for it would sort them', () => {
  for (const measure of ['profit', 'profitWithEquity', 'attrition'] as const) {
    const asked = runTask(createTask({ kind: 'tornado', scenario, options: { plan, measure } }));
    expect(sortInputs(tornado, measure, scenario)).toEqual(asked.inputs);
    const drawn = tornadoFigure(tornado, measure, scenario, plan, null);
    const again = tornadoFigure(asked, measure, scenario, plan, null);
    expect([drawn.title, drawn.data.rows]).toEqual([again.title, again.data.rows]);
  }
  const paths = (measure: 'profit' | 'attrition') =>
    sortInputs(tornado, measure, scenario).map(({ path }) => path);
  expect(paths('profit')).not.toEqual(paths('attrition'));
});

test('more profit is better, more attrition is worse', () => {
  const good = (measure: 'profit' | 'attrition') =>
    tornadoFigure(tornado, measure, scenario, plan, null).data.good;
  expect([good('profit'), good('attrition')]).toEqual(['above', 'below']);
});

test('both ends of an input are plain numbers in the sheet, beside their unit', () => {
  const sheet = tornadoFigure(tornado, 'profit', scenario, plan, null).sheet!;
  const [head, ...lines] = formatSheet(sheet).trim().split('\r\n');
  expect(head).toBe('Input,Meaning,Evidence,Low,High,Unit,At low,At high');
  expect(lines.length).toBeGreaterThan(3);
  for (const row of sheet.rows) expect([typeof row[3], typeof row[4]]).toEqual(['number', 'number']);
  const churn = sheet.rows.find(([path]) => path === 'segments.Members.churn');
  expect(churn?.[5]).toBe('1/month');
});

const estimate = (share: number, half: number) => ({
  ...{ share, low95: share - half, high95: share + half },
  distinct: share > half,
});
const indicesOf = (rows: number, half: number): Indices => ({
  ...{ measure: 'profit', rows, runs: rows * 9, mean: 1, variance: 1, togetherShare: 0.1 },
  inputs: [
    {
      ...{
        path: 'segments.Members.assumptions.unfairnessWeight',
        meaning: '',
        unit: '1',
        evidence: 'expert',
      },
      ...{ first: estimate(0.02, 0.03), total: estimate(0.04, 0.01) },
    },
  ],
  evidenceShare: [
    { evidence: 'assumed', inputs: 9, ...estimate(0.4, half) },
    { evidence: 'expert', inputs: 3, ...estimate(0.16, half) },
    { evidence: 'fitted', inputs: 1, ...estimate(0.34, half) },
  ],
});

test('a share whose interval holds 0 is about 0, alone and in all', () => {
  const [row] = indicesFigure(indicesOf(512, 0.02), scenario, 512).data.rows;
  expect(row.beside).toMatch(/^about 0 · 4\s%$/u);
});

test('how much rests on judgement is an interval until the usual rows are done, and untold while that is wide', () => {
  const title = (rows: number, half: number, asked: number) =>
    indicesFigure(indicesOf(rows, half), scenario, asked).title;
  expect(title(512, 0.02, 512)).toMatch(/^56\s% of the spread rests on judgement$/u);
  expect(title(64, 0.05, 512)).toMatch(
    /^46\s% to 66\s% of the spread rests on judgement, as far as 64 rows/u,
  );
  expect(title(128, 0.05, 128)).toContain('128 rows');
  expect(title(600, 0.05, 2048)).toContain('600 rows');
  expect(indicesFigure(indicesOf(512, 0.02), scenario, 512).summary).toContain('together');
  expect(indicesFigure(indicesOf(64, 0.02), scenario, 512).summary).not.toContain('together');
  expect(title(2, 0, 512)).toBe('2 rows do not tell yet how much of the spread rests on judgement');
  expect(title(100, 0.3, 512)).toBe('100 rows do not tell yet how much of the spread rests on judgement');
});

test('inputs that could not change the choice are others only beside some that could', () => {
  const worth: ValueOfInformation = {
    ...{ measure: 'profit', draws: 500, options: [], best: plan, without: 131, inputs: [] },
    perfect: { value: 0, error: 0, distinct: false },
  };
  expect(worthFigure(worth, scenario).without).toBe('131 inputs could not change the choice.');
  const input = { path: 'segments.Members.churn', meaning: '', unit: '1/month', evidence: 'expert' } as const;
  const some = { ...worth, inputs: [{ ...input, value: 5, error: 1, distinct: true }] };
  expect(worthFigure(some, scenario).without).toBe('131 other inputs could not change the choice.');
});
