import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, runnerImport } from 'vite';

const source = fileURLToPath(new URL('./shipped-scenarios.ts', import.meta.url));
const folder = fileURLToPath(new URL('../scenarios', import.meta.url));
const id = 'virtual:scenarios';

/**
 * `virtual:scenarios`: the shipped scenarios, parsed and checked at build time so that the page needs no parser to
 * start, and the text of each in a chunk of its own. A file with problems fails the build.
 */
export function scenariosPlugin(): Plugin {
  return {
    name: 'kept-scenarios',
    resolveId: (requested) => (requested === id ? `\0${id}` : undefined),
    async load(resolved) {
      if (resolved !== `\0${id}`) return undefined;
      // Loaded when it is asked for, so that tests without the page do not wait for it.
      type Shipped = typeof import('./shipped-scenarios.ts');
      const { module } = await runnerImport<Shipped>(source, { configFile: false });
      for (const { file } of module.shippedScenarios) this.addWatchFile(join(folder, file));
      return writeModule(module.shippedScenarios);
    },
  };
}

function writeModule(scenarios: readonly { readonly file: string }[]): string {
  const texts = scenarios.map(({ file }) => {
    const path = JSON.stringify(`${join(folder, file).replaceAll('\\', '/')}?raw`);
    return `${JSON.stringify(file)}: () => import(${path})`;
  });
  // Read as text, a lot of data starts faster than as code.
  const data = JSON.stringify(JSON.stringify(scenarios));
  return `export const scenarios = JSON.parse(${data});\nexport const texts = {\n${texts.join(',\n')}\n};\n`;
}
