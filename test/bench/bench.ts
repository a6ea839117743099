// Times of the work a user waits for, on this machine, best and median of several rounds: npm run bench
import { readFileSync } from 'node:fs';
import { createSampler } from '../../models/engine/sample.ts';
import { doNothing, simulate } from '../../models/engine/simulate.ts';
import {
  createBestRun,
  createFeeCurveTask,
  parseScenario,
  runScenario,
  runTask,
} from '../../models/index.ts';

const file = 'scenarios/telco-fee-increase.yaml';
const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const parsed = await parseScenario(text, file);
if (!parsed.ok) throw new Error(`${file} is not valid`);
const { scenario } = parsed;
const [plan] = scenario.plans;

/** Milliseconds of one call: smallest and median of the rounds, after a warm-up. */
function time(rounds: number, work: () => void): { best: number; median: number } {
  for (let k = 0; k < Math.min(20, rounds); k++) work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { best: times[0], median: times[rounds >> 1] };
}

const best = createSampler(scenario, scenario.seed)('best');
const bestRun = createBestRun(scenario);
const rows = {
  'one run of do nothing, 36 months': time(100, () => simulate(scenario, doNothing, best)),
  'one run of the first plan, 36 months': time(100, () => simulate(scenario, plan, best)),
  'figures at best values of a plan, as a slider asks for': time(100, () => bestRun.figures(plan)),
  '50 draws × do nothing and one plan': time(5, () =>
    runScenario(scenario, { draws: 50, plans: [plan.name] }),
  ),
  'fee curve, 13 prices × 8 draws': time(3, () => runTask(createFeeCurveTask(scenario, plan, { draws: 8 }))),
};
for (const [name, { best: least, median }] of Object.entries(rows)) {
  process.stdout.write(
    `${name.padEnd(58)} best ${least.toFixed(1).padStart(8)} ms   median ${median.toFixed(1).padStart(8)} ms\n`,
  );
}
