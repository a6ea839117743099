import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { facts, formatFacts } from './facts.ts';

describe('facts of the literature', () => {
  it.each(facts.map((fact) => [fact.id, fact.claim, fact] as const))('%s: %s', (_id, _claim, fact) => {
    const figures = fact.measure();
    expect(figures).toHaveLength(fact.figures.length);
    expect(fact.holds(...figures), `measured ${figures.join(', ')}; must hold: ${fact.bar}`).toBe(true);
  });

  it('stand on the page with the figures measured', () => {
    expect(readFileSync(new URL('../../docs/facts.md', import.meta.url), 'utf8')).toBe(formatFacts());
  });
});
