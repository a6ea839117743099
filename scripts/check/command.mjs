import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { countTests } from './count-tests.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const report = join(root, 'dist', 'test-report.json');

/** Run after the tests, which install what these need. Each counts as one. */
const checks = [
  { name: 'format', command: 'npx biome format --error-on-warnings .' },
  { name: 'lint', command: 'npx biome check --formatter-enabled=false --error-on-warnings .' },
  { name: 'types', command: 'npx tsc -p .' },
  { name: 'types of the models alone', command: 'npx tsc -p models' },
  { name: 'build', command: 'node scripts/setup.mjs build' },
];

/** Runs tests and checks, all of them even when one fails, and closes with the sum. */
export function runChecks() {
  const tests = runTests();
  const outcomes = checks.map(({ name, command }) => ({ name, passed: runs(name, command) }));
  console.log(`\ntests: ${tests.passed} passed, ${tests.failed} failed`);
  for (const { name, passed } of outcomes) console.log(`${name}: ${passed ? 'passed' : 'FAILED'}`);
  const failed = tests.failed + outcomes.filter(({ passed }) => !passed).length;
  const passed = tests.passed + outcomes.filter(({ passed }) => passed).length;
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function runTests() {
  rmSync(report, { force: true });
  const passed = runs(
    'tests',
    `npm test -- --reporter=default --reporter=json --outputFile.json="${report}"`,
  );
  return countTests(existsSync(report) ? readFileSync(report, 'utf8') : undefined, passed);
}

/**
 * @param {string} name
 * @param {string} command
 */
function runs(name, command) {
  console.log(`\n== ${name}: ${command}`);
  return spawnSync(command, { cwd: root, shell: true, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}
