// Records the golden figures anew: npm run golden. The commit that changes them says why.
import { writeFileSync } from 'node:fs';
import { computeGolden, goldenScenarios } from '../test/golden/figures.ts';

const golden = Object.fromEntries(
  await Promise.all(goldenScenarios.map(async (file) => [file, await computeGolden(file)] as const)),
);
const target = new URL('../test/golden/golden.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(golden, null, 2)}\n`);
