// Speed against the goals and against rivals, in one run on this machine: npm run bench [-- cohort population rivals]
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseScenario } from '../../models/index.ts';
import { benchCohort } from './cohort.ts';
import { benchPopulation } from './population.ts';
import { benchRivals } from './rivals.ts';
import { benchSensitivity } from './sensitivity.ts';

const file = 'scenarios/telco-fee-increase.yaml';
const parsed = await parseScenario(readFileSync(file, 'utf8'), file);
if (!parsed.ok) throw new Error(`${file} is not valid`);
const { scenario } = parsed;

const parts = {
  cohort: () => benchCohort(scenario),
  sensitivity: () => benchSensitivity(scenario),
  population: () => benchPopulation(scenario),
  rivals: () => benchRivals(),
};
const names = Object.keys(parts) as (keyof typeof parts)[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are ${names.join(', ')}`);
for (const name of names) {
  if (asked.length === 0 || asked.includes(name)) await parts[name]();
}
