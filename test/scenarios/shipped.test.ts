import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBestRun, formatProblem, parseScenario, runScenario } from '../../models/index.ts';

const folder = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .sort();

async function load(file: string) {
  const parsed = await parseScenario(readFileSync(new URL(file, folder), 'utf8'), file);
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.scenario;
}

test('there are scenarios, and the list names each of them', () => {
  expect(files.length).toBeGreaterThanOrEqual(4);
  const list = readFileSync(new URL('README.md', folder), 'utf8');
  for (const file of files) expect(list).toContain(`\`${file}\``);
});

describe.each(files)('%s', (file) => {
  test('is valid and changes something with every plan', async () => {
    const scenario = await load(file);
    const best = createBestRun(scenario);
    expect(scenario.plans.length).toBeGreaterThan(0);
    for (const plan of scenario.plans) expect(best.figures(plan).revenue).not.toBe(0);
  });

  test('stays where it is under do nothing when as many join as leave', async () => {
    const scenario = await load(file);
    // Where a rival moves, the world does not stand still.
    const balanced =
      scenario.world.events.length === 0 &&
      scenario.world.segments.every((segment) => segment.joinersPerMonth === 'as many as leave');
    const { months } = runScenario(scenario, { draws: 3, plans: [] }).plans[0];
    const drift = months.at(-1)!.customers.mean / months[0].customers.mean - 1;
    expect(Math.abs(drift)).toBeLessThan(balanced ? 0.005 : 0.3);
  });

  test('loses fewer customers to each rise than would eat its gain, as public rises did', async () => {
    const scenario = await load(file);
    const best = createBestRun(scenario);
    // Plans of lessons may be mistakes on purpose.
    for (const plan of scenario.lesson ? [] : scenario.plans) {
      const { attrition, breakEvenAttrition, profit } = best.figures(plan);
      expect(attrition).toBeGreaterThan(-0.01);
      // Where only newcomers meet the new price nobody of the base is lost, and no loss of it could eat the gain.
      if (attrition < 0) expect(profit).toBeGreaterThan(0);
      else expect(attrition).toBeLessThan(breakEvenAttrition ?? 1);
    }
  });
});
