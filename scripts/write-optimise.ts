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
function freeFee(scenario: Scenario, plan: Plan): Edit[] {
  const action = plan.actions.findIndex(({ price }) => price);
  const fee = plan.actions.findIndex((candidate) => candidate.fee);
  const path = ['plans', scenario.plans.indexOf(plan), 'actions', action >= 0 ? action : fee];
  const goal = { path: ['optimise'], value: { plan: plan.name, maximise: 'profit' } };
  if (action >= 0) {
    const key = plan.actions[action].price!.change.kind === 'to' ? 'to' : 'by';
    const moved = key === 'to' ? [{ path: [...path, 'price', 'to'], value: undefined }] : [];
    return [{ path: [...path, 'price', 'by'], value: { free: '-20 % to 40 %' } }, ...moved, goal];
  }
  const most = Number((0.4 * meanPrice(scenario, plan.actions[fee].segments)).toPrecision(3));
  const key = plan.actions[fee].fee!.change.kind === 'to' ? 'to' : 'by';
  return [{ path: [...path, 'fee', key], value: { free: `0 to ${most}` } }, goal];
}

async function compare(file: string, scenario: Scenario, plan: Plan): Promise<string | undefined> {
  const text = readFileSync(join(scenarioFolder, file), 'utf8');
  const parsed = await parseScenario(await rewriteScenario(text, freeFee(scenario, plan)));
  // A change that may meet another action of the plan, or lead off a scale, is not searched.
  if (!parsed.ok) return undefined;
  const [decision] = parsed.scenario.decisions!;
  const { low, high } = decision.bounds;
  const values = Array.from({ length: gridSteps + 1 }, (_, k) =>
    Number((low + ((high - low) * k) / gridSteps).toPrecision(9)),
  );
  const work = { plan: plan.name, columns: [{ measure: 'profit' as const }], from: 0, draws };
  const rows = runTask(
    createCandidateTask(parsed.scenario, { ...work, candidates: values.map((value) => [value]) }),
  );
  const means = rows.map((row) => row.reduce((sum, value) => sum + value, 0) / draws);
  const best = Math.max(...means);
  const found = await optimise(parsed.scenario, { draws });
  const shortfall = best - found.best.profit.mean;
  const share = Math.max(0, shortfall) / Math.max(Math.abs(best), 1e-9);
  const [{ value, onBound }] = found.decisions;
  const at = decision.bounds.unit === '' ? values[means.indexOf(best)] : `${values[means.indexOf(best)]} %`;
  const bound = onBound === null ? '' : ', on the bound';
  return `| \`${file}\` | ${plan.name} | ${at} | ${value}${bound} | ${(100 * share).toFixed(3)} % | ${found.work.runs} |`;
}

const lines: string[] = [];
for (const { file, scenario } of shippedScenarios) {
  const plan = scenario.plans.find(({ actions }) => actions.some(({ price, fee }) => price ?? fee));
  if (!plan || file.startsWith('backtests/') || scenario.optimise) continue;
  const line = await compare(file, scenario, plan);
  if (line === undefined) continue;
  lines.push(line);
  process.stderr.write(`${line}\n`);
}

const page = new URL('../docs/optimise.md', import.meta.url);
const text = readFileSync(page, 'utf8');
const [before] = text.split('<!-- grids -->');
const table = `<!-- grids -->

| scenario | plan | best of the grid | found | falls short by | runs |
|---|---|---|---|---|---|
${lines.join('\n')}
`;
writeFileSync(page, before + table);
