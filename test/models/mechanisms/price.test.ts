import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { doNothing } from '../../../models/engine/simulate.ts';
import { priceResponseAt } from '../../../models/mechanisms/price.ts';
import type { Plan } from '../../../models/scenario/scenario.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import fc from '../../support/properties.ts';
import { impactBest, runBest, watch } from '../../support/run-scenario.ts';

const scenario = buildScenario();
const defaults = createSampler(scenario, 'kept')('best').parameters({});
const letter = { name: 'Letter', actions: [buildAction({ at: 3, notify: true })] };

describe('price against the reference', () => {
  it('multiplies the responsive hazard by 1.20 for +10 % and 0.90 for −10 %, at the defaults', () => {
    expect(1 + priceResponseAt(Math.log(1.1), 1, 0.6, defaults)).toBeCloseTo(
      Math.exp(0.97 * 1.95 * Math.log(1.1)),
      3,
    );
    expect(1 + priceResponseAt(Math.log(1.1), 1, 0.6, defaults)).toBeCloseTo(1.197, 3);
    expect(1 + priceResponseAt(Math.log(0.9), 1, 0.6, defaults)).toBeCloseTo(0.903, 3);
  });

  it('stays within exp(±3) and rises with the gap', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (gap, s) => {
          const response = priceResponseAt(gap, s, 0.5, defaults);
          expect(response).toBeGreaterThanOrEqual(Math.exp(-3) - 1);
          expect(response).toBeLessThanOrEqual(Math.exp(3) - 1);
          expect(priceResponseAt(gap + 0.1, s, 0.5, defaults)).toBeGreaterThanOrEqual(response);
        },
      ),
    );
  });

  it('damps with trust, not at par', () => {
    const at = (trust: number) => priceResponseAt(0.1, 1, trust, defaults);
    expect(at(0.9)).toBeLessThan(at(0.6));
    expect(at(0.3)).toBeGreaterThan(at(0.6));
  });

  it('raises churn by a 10 % rise at least 1.5 times what a 10 % cut lowers it, net of the letter (T10)', () => {
    const base = (plan: Plan) => runBest(scenario, plan).segments[0].base[8];
    const woken = base(doNothing) - base(letter);
    const up = base(doNothing) - base(buildRise(0.1, { at: 3 })) - woken;
    const down = base(buildRise(-0.1, { at: 3 })) - base(doNothing);
    expect(up).toBeGreaterThan(1.5 * down);
    expect(down).toBeGreaterThan(0);
  });

  it('loses fewer by two steps of 5 % a year apart than by one of 10 %, wake-up aside (T11)', () => {
    const asleep = buildScenario({ assumptions: { wakeUp: 0 } });
    const once = impactBest(asleep, buildRise(0.1, { at: 3 })).attrition;
    const twice = impactBest(asleep, buildRise(0.1, { at: 3 }, { phases: 2, everyMonths: 12 })).attrition;
    expect(twice).toBeLessThan(once);
  });

  it('loses fewer of those who trust the firm than of those it let down (T14)', () => {
    const lost = (promise: number, delivery: number) =>
      impactBest(buildScenario({ segments: [buildSegment({ promise, delivery })] }), buildRise(0.15))
        .attrition;
    expect(lost(5, 8)).toBeLessThan(lost(9, 6));
  });

  it('moves the reference to the new price at rate 1 − δ', () => {
    const reference = watch(
      buildScenario({ assumptions: { referenceMemory: 0.8 } }),
      buildRise(0.1),
      'reference',
    );
    for (const [k, price] of [10.2, 10.36, 10.488].entries()) expect(reference[k]).toBeCloseTo(price, 10);
  });

  it('keeps a locked customer’s reference until the contract ends (T17)', () => {
    const segment = buildSegment({ contract: { termMonths: 12 }, tenure: [{ months: 6, share: 1 }] });
    // The last of four expiry classes ends its contracts in months 10 to 12.
    const reference = watch(buildScenario({ segments: [segment] }), buildRise(0.1), 'reference', 3);
    expect(reference.slice(0, 11).every((price) => price === 10)).toBe(true);
    expect(reference[11]).toBeCloseTo(11, 10);
  });

  it('feels a flat fee most where the bill is small (T15)', () => {
    const fee = {
      name: 'network',
      change: { kind: 'byAmount', quantity: fixed(1) },
      shown: 'in the price',
    } as const;
    const plan = { name: 'Fee', actions: [buildAction({ fee })] };
    const spread = buildScenario({
      segments: [buildSegment({ spread: 0.6 })],
      assumptions: { spendSensitivityCorrelation: 0.6, sensitivitySpread: 0 },
    });
    runBest(spread, plan, (state, month) => {
      if (month > 1) return;
      const [small, large] = [0, state.sensitivities - 1];
      expect(state.spend[small]).toBeLessThan(state.spend[large]);
      expect(state.priceResponse[small]).toBeGreaterThan(state.priceResponse[large]);
    });
  });

  it('counts a fee shown at purchase at its salience', () => {
    const lost = (shown: 'in the price' | 'at purchase') => {
      const fee = { name: 'network', change: { kind: 'byAmount', quantity: fixed(1) }, shown } as const;
      return impactBest(scenario, {
        name: 'Fee',
        actions: [buildAction({ at: 3, announce: 2, announced: true, fee })],
      });
    };
    expect(lost('at purchase').attrition).toBeLessThan(lost('in the price').attrition);
    expect(lost('at purchase').joinersForgone).toBeLessThan(lost('in the price').joinersForgone);
  });

  it('wins more newcomers with a fee that shows only on the bill (first half of T12)', () => {
    const hidden = (shown: 'in the price' | 'at billing') => {
      const fee = { name: 'network', change: { kind: 'byAmount', quantity: fixed(1) }, shown } as const;
      return runBest(scenario, { name: 'Fee', actions: [buildAction({ at: 2, fee })] }).segments[0];
    };
    expect(hidden('at billing').joiners[2]).toBeGreaterThan(hidden('in the price').joiners[2]);
  });
});
