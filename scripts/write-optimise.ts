// Holds the optimiser to exhaustive grids on every shipped scenario that changes a price or a fee, and writes the table of
// docs/optimise.md: npx tsx scripts/write-optimise.ts (some minutes)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createCandidateTask,
  type Edit,
  meanPrice,
  optimise,
  type Plan,
  parseScenario,
  rewriteScenario,
  runTask,
  type Scenario,
} from '../models/index.ts';
import { scenarioFolder, shippedScenarios } from './shipped-scenarios.ts';

const draws = 16;
const gridSteps = 60;

/** The change of price left free from −20 to +40 %, or the fee from nothing to 40 % of the mean price. */
function freeFee(scenario: Scenario, plan: Plan, keep: readonly object[]): Edit[] {
  const action = plan.actions.findIndex(({ price }) => price);
  const fee = plan.actions.findIndex((candidate) => candidate.fee);
  const path = ['plans', scenario.plans.indexOf(plan), 'actions', action >= 0 ? action : fee];
  const goal = { path: ['optimise'], value: { plan: plan.name, maximise: 'profit', keep } };
  if (action >= 0) {
    const key = plan.actions[action].price!.change.kind === 'to' ? 'to' : 'by';
    const moved = key === 'to' ? [{ path: [...path, 'price', 'to'], value: undefined }] : [];
    return [{ path: [...path, 'price', 'by'], value: { free: '-20 % to 40 %' } }, ...moved, goal];
  }
  const most = Number((0.4 * meanPrice(scenario, plan.actions[fee].segments)).toPrecision(3));
  const key = plan.actions[fee].fee!.change.kind === 'to' ? 'to' : 'by';
  return [{ path: [...path, 'fee', key], value: { free: `0 to ${most}` } }, goal];
}

async function readFree(file: string, scenario: Scenario, plan: Plan, keep: readonly object[]) {
  const text = readFileSync(join(scenarioFolder, file), 'utf8');
  return parseScenario(await rewriteScenario(text, freeFee(scenario, plan, keep)));
}

/** Two lines: without a condition, and with half of the attrition at the highest price as the most. */
async function compare(file: string, scenario: Scenario, plan: Plan): Promise<string[]> {
  const free = await readFree(file, scenario, plan, []);
  // A change that may meet another action of the plan, or lead off a scale, is not searched.
  if (!free.ok) return [];
  const { low, high } = free.scenario.decisions![0].bounds;
  const values = Array.from({ length: gridSteps + 1 }, (_, k) =>
    Number((low + ((high - low) * k) / gridSteps).toPrecision(9)),
  );
  const columns = [{ measure: 'profit' as const }, { measure: 'attrition' as const }];
  const candidates = values.map((value) => [value]);
  const rows = runTask(
    createCandidateTask(free.scenario, { plan: plan.name, columns, candidates, from: 0, draws }),
  );
  const grid = rows.map((row, k) => {
    const mean = (column: number) =>
      row.reduce((sum, value, index) => (index % 2 === column ? sum + value : sum), 0) / draws;
    return { value: values[k], profit: mean(0), attrition: mean(1) };
  });
  const most = Number((50 * grid[gridSteps].attrition).toPrecision(3));
  const bound = { measure: 'attrition', atMost: `${most} %` };
  const bounded = await readFree(file, scenario, plan, [bound]);
  const within = grid.filter(({ attrition }) => attrition <= most / 100);
  return [
    await lineOf(`\`${file}\` | ${plan.name} |`, free.scenario, grid),
    ...(bounded.ok && most > 0
      ? [await lineOf(` | attrition at most ${most} % |`, bounded.scenario, within)]
      : []),
  ];
}

async function lineOf(
  start: string,
  scenario: Scenario,
  grid: readonly { readonly value: number; readonly profit: number }[],
): Promise<string> {
  const best = grid.reduce((top, one) => (one.profit > top.profit ? one : top));
  const found = await optimise(scenario, { draws });
  const share = Math.max(0, best.profit - found.best.profit.mean) / Math.max(Math.abs(best.profit), 1e-9);
  const [{ value, onBound }] = found.decisions;
  const unit = scenario.decisions![0].bounds.unit === '' ? '' : ' %';
  const bound = onBound === null ? '' : ', on the bound';
  return `| ${start} ${best.value}${unit} | ${value}${bound} | ${(100 * share).toFixed(3)} % | ${found.work.runs} |`;
}

const lines: string[] = [];
for (const { file, scenario } of shippedScenarios) {
  const plan = scenario.plans.find(({ actions }) => actions.some(({ price, fee }) => price ?? fee));
  if (!plan || file.startsWith('backtests/') || scenario.optimise) continue;
  for (const line of await compare(file, scenario, plan)) {
    lines.push(line);
    process.stderr.write(`${line}\n`);
  }
}

const page = new URL('../docs/optimise.md', import.meta.url);
const text = readFileSync(page, 'utf8');
const [before] = text.split('<!-- grids -->');
const table = `<!-- grids -->

| scenario | plan, condition | best of the grid | found | falls short by | runs |
|---|---|---|---|---|---|
${lines.join('\n')}
`;
writeFileSync(page, before + table);
