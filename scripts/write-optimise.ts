// Holds the optimiser to exhaustive grids on every shipped scenario and writes the tables of docs/optimise.md:
// npx tsx scripts/write-optimise.ts (some ten minutes)
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  coordinate,
  createCandidateTask,
  type Edit,
  type Evaluate,
  optimise,
  parseScenario,
  rewriteScenario,
  type Scenario,
  type TaskRequest,
} from '../models/index.ts';
import { createPool } from '../server/pool.ts';
import { type FreeCase, freeNumbers, gridAxes, severalNumbers } from './optimise-cases.ts';
import { scenarioFolder, shippedScenarios } from './shipped-scenarios.ts';

const pool = createPool(availableParallelism());
const requests = new WeakMap<Scenario, TaskRequest>();

const evaluate: Evaluate = (scenario, work, signal) => {
  const request = requests.get(scenario) ?? { kind: 'candidates', scenario, work };
  requests.set(scenario, request);
  return coordinate(createCandidateTask(scenario, work), pool.executors(request, work), { signal });
};

interface GridPoint {
  readonly values: readonly number[];
  readonly profit: number;
  readonly attrition: number;
}

async function readFree({ file, plan, edits }: FreeCase, keep: readonly object[]) {
  const text = readFileSync(join(scenarioFolder, file), 'utf8');
  const goal: Edit = { path: ['optimise'], value: { plan, maximise: 'profit', keep } };
  const parsed = await parseScenario(await rewriteScenario(text, [...edits, goal]));
  if (parsed.ok) return parsed.scenario;
  throw new Error(`${file}, ${plan}: ${parsed.problems.map(({ message }) => message).join('; ')}`);
}

function decisionsOf({ decisions = [] }: Scenario, plan: string) {
  return decisions.filter((decision) => decision.plan === plan);
}

async function measureGrid(scenario: Scenario, plan: string, draws: number, most: readonly number[]) {
  const axes = gridAxes(decisionsOf(scenario, plan), most);
  const candidates = axes.reduce<readonly (readonly number[])[]>(
    (points, axis) => points.flatMap((point) => axis.map((value) => [...point, value])),
    [[]],
  );
  const columns = [{ measure: 'profit' as const }, { measure: 'attrition' as const }];
  const rows = await evaluate(scenario, { plan, columns, candidates, from: 0, draws });
  return rows.map((row, k): GridPoint => {
    const mean = (column: number) =>
      row.reduce((sum, value, index) => (index % 2 === column ? sum + value : sum), 0) / draws;
    return { values: candidates[k], profit: mean(0), attrition: mean(1) };
  });
}

/** One line, and where it asks for a condition a second: with half of the attrition of the grid's best as the most. */
async function compare(one: FreeCase): Promise<string[]> {
  const scenario = await readFree(one, []);
  const grid = await measureGrid(scenario, one.plan, one.draws, one.points);
  const first = await lineOf(`\`${one.file}\` | ${one.plan}: ${one.words}`, one, scenario, grid);
  const best = grid.reduce((top, point) => (point.profit > top.profit ? point : top));
  const most = Number((50 * best.attrition).toPrecision(3));
  if (!one.withCondition || most <= 0) return [first];
  const bounded = await readFree(one, [{ measure: 'attrition', atMost: `${most} %` }]);
  const within = grid.filter(({ attrition }) => attrition <= most / 100);
  return [first, await lineOf(` | attrition at most ${most} %`, one, bounded, within)];
}

async function lineOf(
  start: string,
  { draws, plan }: FreeCase,
  scenario: Scenario,
  grid: readonly GridPoint[],
) {
  const best = grid.reduce((top, one) => (one.profit > top.profit ? one : top));
  const found = await optimise(scenario, { draws }, evaluate);
  const short = (best.profit - found.best.profit.mean) / Math.max(Math.abs(best.profit), 1e-9);
  const units = decisionsOf(scenario, plan).map(({ bounds }) => (bounds.unit === '%' ? ' %' : ''));
  const ofGrid = best.values.map((value, k) => `${Number(value.toPrecision(4))}${units[k]}`).join(', ');
  const values = found.decisions.map(
    ({ value, onBound }) => `${value}${onBound === null ? '' : ' (on the bound)'}`,
  );
  const line = `| ${start} | ${ofGrid} | ${values.join(', ')} | ${(100 * short).toFixed(3).replace('-', '−')} % | ${found.work.runs} |`;
  process.stderr.write(`${line}\n`);
  return line;
}

const cases = [...freeNumbers(shippedScenarios), ...severalNumbers];
// A case that cannot be read fails before the first is measured.
for (const one of cases) await readFree(one, []);
const lines: string[] = [];
for (const one of cases) lines.push(...(await compare(one)));
await pool.close();

const page = new URL('../docs/optimise.md', import.meta.url);
const [before] = readFileSync(page, 'utf8').split('<!-- grids -->');
const table = `<!-- grids -->

| scenario | plan and what is free, condition | best of the grid | found | falls short by | runs |
|---|---|---|---|---|---|
${lines.join('\n')}
`;
writeFileSync(page, before + table);
