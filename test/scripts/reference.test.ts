import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parameterDescriptions } from '../../models/mechanisms/index.ts';
import { formatLoops, formatMechanisms } from '../../scripts/reference.ts';
import { formatEquations } from '../../scripts/reference-equations.ts';
import { formatKeys } from '../../scripts/reference-keys.ts';
import { formatNumbers } from '../../scripts/reference-numbers.ts';

function page(name: string): string {
  return readFileSync(new URL(`../../docs/reference/${name}`, import.meta.url), 'utf8');
}

it('keeps the generated pages fresh', async () => {
  expect(page('mechanisms.md')).toBe(formatMechanisms());
  expect(page('loops.md')).toBe(formatLoops());
  expect(page('equations.md')).toBe(formatEquations());
  expect(page('keys.md')).toBe(formatKeys());
  expect(page('numbers.md')).toBe(await formatNumbers());
});

it('lists every parameter with a unit-free name, a range and a source', () => {
  const rows = page('mechanisms.md').split('\n');
  for (const { name, source } of parameterDescriptions) {
    const row = rows.find((line) => line.startsWith(`| \`${name}\``));
    expect(row).toContain(source.replaceAll('|', '\\|'));
  }
});

it('closes the loop from price over leaving to newcomers', () => {
  const loops = page('loops.md');
  for (const arrow of [
    'price -->|',
    'awareness -->|',
    'fairness -->|unfairness| satisfaction',
    'attrition -->|',
  ]) {
    expect(loops).toContain(arrow);
  }
});

it('lists what an action may do, with what each key takes', () => {
  const keys = page('keys.md');
  for (const key of [
    'plans[].actions[].price.by',
    'plans[].actions[].promise.<quality>.to',
    'world.segments[].churn',
  ])
    expect(keys).toContain(`\`${key}\``);
  expect(keys).toMatch(/\*\*`plans\[\]\.actions\[\]\.at`\*\* \| First month in force \| a month of the plan/);
});
