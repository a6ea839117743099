import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../../models/core/quantity.ts';
import { parameterDescriptions } from '../../../models/mechanisms/index.ts';
import { listQuantities, quantityId } from '../../../models/scenario/list-quantities.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import fc from '../../support/properties.ts';
import { readParts } from '../../support/scenario-text.ts';
import { listShippedFiles, readFormatPage, readShippedFile } from '../../support/shipped-files.ts';

const files = [readFormatPage().example, ...listShippedFiles().map(readShippedFile)];
const scenarios = files.map((text) => {
  const parsed = parseScenarioText(text);
  if (!parsed.ok) throw new Error('a shipped file has problems');
  return parsed.scenario;
});

/** Every quantity that stands anywhere in a scenario. */
function quantitiesIn(value: unknown): Quantity[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'belief' in value ? [value as Quantity] : Object.values(value).flatMap(quantitiesIn);
}

describe('listQuantities', () => {
  it('finds every number of a scenario once, and every parameter', () => {
    for (const scenario of scenarios) {
      const listed = listQuantities(scenario);
      const found = new Set(listed.map(({ quantity }) => quantity));
      expect(found.size).toBe(listed.length);
      const missing = quantitiesIn(scenario).filter((quantity) => !found.has(quantity));
      expect(missing).toEqual([]);
      const overridden = Object.keys(scenario.world.assumptions).length;
      expect(listed.length).toBe(quantitiesIn(scenario).length + parameterDescriptions.length - overridden);
    }
  });

  it('gives each its own id, meaning and unit', () => {
    for (const scenario of scenarios) {
      const listed = listQuantities(scenario);
      expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
      for (const { meaning, unit, bounds } of listed) {
        expect(meaning).toMatch(/\w/);
        expect(unit).toMatch(/\S/);
        expect(bounds[0]).toBeLessThan(bounds[1]);
      }
    }
  });

  it('builds ids from names', () => {
    const ids = listQuantities(scenarios[0]).map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'discountRate',
        'inputs.wageRise',
        'market.competitorPrice',
        'segments.Month-to-month.churn',
        'segments.Month-to-month.price.mean',
        'segments.Month-to-month.fees.router',
        'segments.Month-to-month.service.empathy.delivery',
        'segments.Two-year.assumptions.lockIn',
        'events.0.competitorPrice',
        'assumptions.priceResponse',
        'assumptions.lockIn',
        'plans.Raise 8 %.actions.0.price',
        'plans.Phased, promise less, deliver more.actions.2.invest.once',
      ]),
    );
  });

  it('keeps ids when something else is added to the file', () => {
    const ids = (text: string) => listQuantities(readParts({ segment: text })).map(({ id }) => id);
    const before = ids('');
    expect(ids('fees: { a: 1 }\nassumptions: { lockIn: 80 % }')).toEqual(expect.arrayContaining(before));
  });

  it('lists a default parameter until the file states it', () => {
    const find = (world: string) =>
      listQuantities(readParts({ world })).find(({ id }) => id === 'assumptions.lossAversion')?.quantity;
    expect(find('')).toMatchObject({
      given: false,
      evidence: 'expert',
      belief: { kind: 'normal', mean: 1.95 },
    });
    expect(find('assumptions: { lossAversion: 2 }')).toMatchObject({ given: true, belief: { value: 2 } });
  });
});

describe('quantityId', () => {
  it('tells names with dots from paths', () => {
    expect(quantityId('a.b', 'c')).not.toBe(quantityId('a', 'b.c'));
    const part = fc.string({ unit: fc.constantFrom('a', '.', '~', '0', '1'), maxLength: 4 });
    const parts = fc.array(part, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(quantityId(...one) === quantityId(...other)).toBe(
          JSON.stringify(one) === JSON.stringify(other),
        );
      }),
    );
  });
});
