import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds a file of the tests into one that Node starts at once. Returns its path. */
export async function bundle(path: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'kept-bundle-'));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { input: { entry: join(root, path) }, output: { entryFileNames: '[name].mjs' } },
    },
  });
  return join(outDir, 'entry.mjs');
}
