import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../dist/web', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Scripts that the page needs before its first words, compressed, by their path. */
function initialScripts(): Map<string, number> {
  const sizes = new Map<string, number>();
  const visit = (path: string) => {
    if (sizes.has(path)) return;
    const script = read(path);
    sizes.set(path, gzipSync(script, { level: 9 }).length);
    for (const [, imported] of script.matchAll(
      /(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["'](\.\/[^"']+\.js)["']/g,
    ))
      visit(join(dirname(path), imported));
  };
  const [, entry] = /<script[^>]* src="\.?\/?([^"]+\.js)"/.exec(read('index.html')) ?? [];
  visit(entry);
  return sizes;
}

test('the page needs at most 130 kB of compressed script for its first words', () => {
  const sizes = initialScripts();
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  expect(sizes.size).toBeGreaterThan(3);
  expect(all).toBeGreaterThan(50_000);
  expect(all).toBeLessThanOrEqual(130_000);
});
