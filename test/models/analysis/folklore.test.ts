import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folklore } from '../../../models/analysis/folklore.ts';
import { immediateMarginMultiple, marginMultiple } from '../../../models/analysis/lifetime-value.ts';
import { valueOfFixedLife } from '../../../models/analysis/profit-profile.ts';

const found = (claim: RegExp) => {
  const entry = folklore.find((candidate) => claim.test(candidate.claim));
  if (!entry) throw new Error(`nothing about ${claim}`);
  return entry;
};
const percent = (ratio: number) => `${Math.round(100 * (ratio - 1))} %`;

describe('figures that are often quoted', () => {
  it('each have a standing, a source, and what the simulator does instead', () => {
    for (const entry of folklore)
      expect(Object.values(entry).filter((text) => text.trim().length < 5)).toEqual([]);
    expect(new Set(folklore.map(({ standing }) => standing))).toEqual(
      new Set(['unverified', 'arithmetic', 'misapplied']),
    );
  });

  it('stand word for word in the page on measures', () => {
    const page = readFileSync(new URL('../../../docs/measures.md', import.meta.url), 'utf8');
    for (const { claim, source, standing, found: finding, instead } of folklore) {
      expect(page).toContain(`| ${claim} (${source}) | ${standing} | ${finding} | ${instead} |`);
    }
  });

  it('that are a sum come out of that sum: a twentieth of defection instead of a tenth doubles a stay', () => {
    const { standing, found: finding } = found(/^Five points/);
    expect(standing).toBe('arithmetic');
    // Without discounting the stay is 1/defection, and with a flat profile so is the value after the first year.
    expect(marginMultiple(0.95, 0) / marginMultiple(0.9, 0)).toBeCloseTo((0.95 / 0.9) * 2, 12);
    expect(immediateMarginMultiple(0.95, 0) / immediateMarginMultiple(0.9, 0)).toBeCloseTo(2, 12);
    expect(valueOfFixedLife([0, 1], 1 / 0.05, 0) / valueOfFixedLife([0, 1], 1 / 0.1, 0)).toBe(2);
    const gains = [0.6, 0.7, 0.8, 0.9].flatMap((retention) =>
      [0.1, 0.12, 0.14, 0.16].map(
        (rate) => marginMultiple(retention + 0.05, rate) / marginMultiple(retention, rate),
      ),
    );
    const range = `+${percent(Math.min(...gains))} to +${percent(Math.max(...gains))}`;
    expect(range).toBe('+19 % to +41 %');
    expect(finding).toContain(range);
  });
});
