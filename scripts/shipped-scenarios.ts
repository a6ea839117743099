import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatProblem, parseScenario, type Scenario } from '../models/index.ts';

/** A scenario that the page offers; `file` is relative to scenarios/. */
export interface ShippedScenario {
  readonly file: string;
  readonly title: string;
  readonly scenario: Scenario;
}

export const scenarioFolder = fileURLToPath(new URL('../scenarios', import.meta.url));

const problems: string[] = [];

/**
 * All scenarios of the folder, then lessons, back-tests, and templates last. The folder is where the server saves as well, so that a
 * draft with problems is left out, aloud, and fails no build.
 */
export const shippedScenarios: readonly ShippedScenario[] = await parseAll([
  ...yamlIn('.'),
  ...yamlIn('lessons'),
  ...yamlIn('backtests'),
  ...yamlIn('templates'),
]);

if (problems.length > 0) console.warn(`Left out of the page, having problems:\n${problems.join('\n')}`);

function yamlIn(folder: string): string[] {
  return readdirSync(join(scenarioFolder, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => (folder === '.' ? name : `${folder}/${name}`));
}

async function parseAll(files: readonly string[]): Promise<ShippedScenario[]> {
  const parsed: ShippedScenario[] = [];
  for (const file of files) {
    const outcome = await parseScenario(
      readFileSync(join(scenarioFolder, file), 'utf8'),
      `scenarios/${file}`,
    );
    if (outcome.ok) parsed.push({ file, title: outcome.scenario.title, scenario: outcome.scenario });
    else problems.push(...outcome.problems.map(formatProblem));
  }
  return parsed;
}
