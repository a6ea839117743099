import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';
import type { Scenario } from '../models/index.ts';
import type { ShippedScenario } from './shipped-scenarios.ts';

const source = fileURLToPath(new URL('./shipped-scenarios.ts', import.meta.url));
const folder = fileURLToPath(new URL('../scenarios', import.meta.url));
const id = 'virtual:scenarios';

/** The scenario that opens by itself is part of the page; the others come when they are picked. */
const first = 'telco-fee-increase.yaml';

/**
 * `virtual:scenarios`: the shipped scenarios, parsed and checked at build time so that the page needs no parser to
 * start; each but the first, and the text of each, in a chunk of its own. A file with problems is left out, but for the
 * first.
 */
export function scenariosPlugin(): Plugin {
  // Loaded when it is asked for, so that tests without the page do not wait for it, and once a build.
  let shipped: Promise<readonly ShippedScenario[]> | undefined;
  const forget = () => {
    shipped = undefined;
  };
  return {
    name: 'kept-scenarios',
    buildStart: forget,
    watchChange: forget,
    resolveId: (requested) =>
      requested === id || requested.startsWith(`${id}/`) ? `\0${requested}` : undefined,
    async load(resolved) {
      if (!resolved.startsWith(`\0${id}`)) return undefined;
      shipped ??= loadShipped();
      const scenarios = await shipped;
      if (!scenarios.some(({ file }) => file === first))
        throw new Error(`scenarios/${first} opens the page; it is missing or has problems`);
      for (const { file } of scenarios) this.addWatchFile(join(folder, file));
      if (resolved === `\0${id}`) return writeModule(scenarios);
      if (resolved === `\0${id}/tags`) return writeTags(scenarios);
      const asked = resolved.slice(`\0${id}/`.length);
      return writeScenario(scenarios.find(({ file }) => file === asked)?.scenario);
    },
  };
}

async function loadShipped(): Promise<readonly ShippedScenario[]> {
  type Shipped = typeof import('./shipped-scenarios.ts');
  const { module } = await runnerImport<Shipped>(source, { configFile: false });
  return module.shippedScenarios;
}

function writeModule(scenarios: readonly ShippedScenario[]): string {
  const offered = scenarios.map(({ file, title }) => ({ file, title }));
  const loaders = scenarios.map(({ file }) =>
    file === first
      ? `${JSON.stringify(file)}: () => Promise.resolve({ scenario: first })`
      : `${JSON.stringify(file)}: () => import(${JSON.stringify(`${id}/${file}`)})`,
  );
  const texts = scenarios.map(({ file }) => {
    const path = JSON.stringify(`${join(folder, file).replaceAll('\\', '/')}?raw`);
    return `${JSON.stringify(file)}: () => import(${path})`;
  });
  const opening = JSON.stringify(`${id}/${first}`);
  return `import { scenario as first } from ${opening};
export const offered = ${JSON.stringify(offered)};
export const opening = { file: ${JSON.stringify(first)}, scenario: first };
export const loaders = {\n${loaders.join(',\n')}\n};
export const texts = {\n${texts.join(',\n')}\n};
`;
}

/** The entity tags that the server gives the same content. */
function writeTags(scenarios: readonly ShippedScenario[]): string {
  const tags = scenarios.map(({ file }) => {
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
    return [file, `"${digest}"`] as const;
  });
  return `export const tags = ${JSON.stringify(Object.fromEntries(tags))};\n`;
}

/** Read as text, a lot of data starts faster than as code. */
function writeScenario(scenario: Scenario | undefined): string {
  return `export const scenario = JSON.parse(${JSON.stringify(JSON.stringify(scenario))});\n`;
}
