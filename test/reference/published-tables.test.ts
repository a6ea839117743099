import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { equityElasticities } from '../../models/analysis/customer-equity.ts';
import { marginMultiple } from '../../models/analysis/lifetime-value.ts';
import { valueOfFixedLife, valueOfGeometricLife } from '../../models/analysis/profit-profile.ts';
import { allowanceOf, deviationOf, pageRow } from './published-table.ts';
import { creditCard, publishedTables, valuedFirms } from './published-tables.ts';

const page = readFileSync(new URL('../../docs/reference-tests.md', import.meta.url), 'utf8');

describe.each(publishedTables.map((table) => [`${table.name} (${table.source})`, table] as const))(
  '%s',
  (_, table) => {
    it.each(table.figures.map((figure) => [figure.where, figure] as const))('reproduces: %s', (_, figure) => {
      expect(deviationOf(figure)).toBeLessThanOrEqual(allowanceOf(table, figure));
    });
  },
);

describe('docs/reference-tests.md', () => {
  it('lists every table with the deviation measured here, and no other', () => {
    const rows = page.split('\n').filter((line) => /\| (print|second hand|apart) \|/.test(line));
    expect(rows).toEqual(publishedTables.map(pageRow));
  });

  it('says how far constant margins fall short of 75 % to 95 %', () => {
    const gains = [0.6, 0.7, 0.8, 0.9].flatMap((r) =>
      [0.1, 0.12, 0.14, 0.16].map((i) => 100 * (marginMultiple(r + 0.05, i) / marginMultiple(r, i) - 1)),
    );
    expect(page).toContain(`+${Math.min(...gains).toFixed(0)} % to +${Math.max(...gains).toFixed(0)} %`);
    expect(Math.max(...gains)).toBeLessThan(75);
  });

  it('says what the credit card profile gives for 5 instead of 10 % defection, and for 15 instead of 20', () => {
    const gain = (value: (defection: number) => number, from: number) =>
      `+${(100 * (value(from - 0.05) / value(from) - 1)).toFixed(0)} %`;
    const fixedLife = (d: number) => valueOfFixedLife(creditCard, Math.round(1 / d), 0.0555);
    const geometricLife = (d: number) => valueOfGeometricLife(creditCard, d, 0.0419);
    expect(page).toContain(
      `${gain(geometricLife, 0.1)} (geometric life) or ${gain(fixedLife, 0.1)} (fixed life)`,
    );
    expect(page).toContain(`${gain(geometricLife, 0.2)} for the step from 20 to 15`);
  });

  it('says which elasticities to the discount rate the closure gives instead of the reported ones', () => {
    const ours = valuedFirms.map(({ base }) => -equityElasticities(base, 4).discountRate);
    const [a, b, c] = valuedFirms.map(({ discount }, k) => `${discount} (Kept: ${ours[k].toFixed(2)})`);
    expect(page).toContain(`${a}, ${b} and ${c}`);
    expect(ours[0]).toBeLessThan(ours[1]);
    expect(ours[1]).toBeLessThan(ours[2]);
  });
});
