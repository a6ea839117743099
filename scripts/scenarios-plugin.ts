import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const folder = fileURLToPath(new URL('../scenarios', import.meta.url));
const door = fileURLToPath(new URL('../models/index.ts', import.meta.url));
const id = 'virtual:scenarios';

/**
 * `virtual:scenarios`: the shipped scenarios, parsed and checked at build time so that the page needs no parser to
 * start, and the text of each in a chunk of its own. A file with problems fails the build.
 */
export function scenariosPlugin(): Plugin {
  return {
    name: 'kept-scenarios',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(resolved) {
      if (resolved !== `\0${id}`) return undefined;
      const files = listScenarioFiles();
      for (const file of files) this.addWatchFile(join(folder, file));
      return writeModule(files, await parseAll(files));
    },
  };
}

/** Names relative to scenarios/, shipped ones before back-tests. */
function listScenarioFiles(): string[] {
  const yamlIn = (path: string) =>
    readdirSync(join(folder, path))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => join(path, name).replaceAll('\\', '/'));
  return [...yamlIn('.'), ...yamlIn('backtests')];
}

async function parseAll(files: readonly string[]): Promise<object[]> {
  const { module } = await runnerImport<typeof import('../models/index.ts')>(door, { configFile: false });
  const problems: string[] = [];
  const scenarios: object[] = [];
  for (const file of files) {
    const outcome = await module.parseScenario(readFileSync(join(folder, file), 'utf8'), `scenarios/${file}`);
    if (outcome.ok) scenarios.push({ file, title: outcome.scenario.title, scenario: outcome.scenario });
    else problems.push(...outcome.problems.map(module.formatProblem));
  }
  if (problems.length > 0) throw new Error(`Shipped scenarios have problems:\n${problems.join('\n')}`);
  return scenarios;
}

function writeModule(files: readonly string[], scenarios: readonly object[]): string {
  const texts = files.map((file) => {
    const path = JSON.stringify(`${join(folder, file).replaceAll('\\', '/')}?raw`);
    return `${JSON.stringify(file)}: () => import(${path})`;
  });
  // Read as text, a megabyte of data starts faster than as code.
  const data = JSON.stringify(JSON.stringify(scenarios));
  return `export const scenarios = JSON.parse(${data});\nexport const texts = {\n${texts.join(',\n')}\n};\n`;
}
