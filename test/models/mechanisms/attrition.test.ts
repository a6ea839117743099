import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { lockFactor, responsiveShareAt, satisfactionFactor } from '../../../models/mechanisms/attrition.ts';
import { buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import fc from '../../support/properties.ts';
import { hazardRatio, impactBest, runBest } from '../../support/run-scenario.ts';

const defaults = createSampler(buildScenario(), 'kept')('best').parameters({});
const told = { at: 3, announce: 3, announced: true };

describe('attrition', () => {
  it('runs at about 1.24, 1.07 and 1.04 times the old hazard in the quarters after a 10 % rise all hear of', () => {
    const scenario = buildScenario({ assumptions: { noticeReach: 1 } });
    [
      [3, 1.24],
      [6, 1.07],
      [9, 1.04],
    ].forEach(([month, ratio]) => {
      expect(Math.abs(hazardRatio(scenario, buildRise(0.1, told), month, month + 2) - ratio)).toBeLessThan(
        0.03,
      );
    });
  });

  it('loses exactly the observed churn in month 1, whatever the variety and contracts', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.0002, max: 0.5, noNaN: true }),
        fc.constantFrom(0, 3, 12, 24),
        (churn, term) => {
          const contract = term ? { contract: { termMonths: term } } : {};
          const [segment] = runBest(
            buildScenario({ segments: [buildSegment({ churn, ...contract })], months: 1 }),
          ).segments;
          expect(segment.leavers[1]).toBeCloseTo(1000 * churn, 8);
        },
      ),
    );
  });

  it('keeps that churn for ever in balance, under contracts as well', () => {
    const last = (segment: ReturnType<typeof buildSegment>) => {
      const [{ leavers, customers }] = runBest(buildScenario({ segments: [segment], months: 120 })).segments;
      return leavers[120] / customers[119];
    };
    expect(last(buildSegment({ churn: 0.03 }))).toBeCloseTo(0.03, 12);
    expect(last(buildSegment({ churn: 0.02, contract: { termMonths: 12 } }))).toBeCloseTo(0.02, 12);
    expect(last(buildSegment({ churn: 0.001, contract: { termMonths: 24 } }))).toBeCloseTo(0.001, 12);
  });

  it('compounds to at most everybody (T19)', () => {
    const [segment] = runBest(
      buildScenario({
        segments: [buildSegment({ churn: 0.95, joinersPerMonth: fixed(0) })],
        assumptions: { returnRate: 0 },
      }),
      buildRise(0.6),
    ).segments;
    let survival = 1;
    for (let month = 1; month <= 36; month++) {
      const hazard = segment.leavers[month] / segment.customers[month - 1];
      expect(hazard).toBeLessThanOrEqual(1);
      survival *= 1 - hazard;
    }
    expect(segment.customers[36] / 1000).toBeCloseTo(survival, 12);
  });

  it('defers the loss of locked customers to the end of their contracts (T17)', () => {
    const segment = buildSegment({ contract: { termMonths: 24 }, tenure: [{ months: 12, share: 1 }] });
    const scenario = buildScenario({ months: 24, segments: [segment] });
    const [{ cells }] = runBest(scenario, buildRise(0.2, told)).segments;
    const [{ cells: before }] = runBest(scenario).segments;
    // Eight expiry classes; the contracts of the last end in months 22 to 24.
    const extra = (from: number, to: number) => {
      let lost = 0;
      for (let month = from; month <= to; month++) {
        const at = (month - 1) * cells.count + 7;
        lost += cells.leavers[at] / cells.weight[at] - before.leavers[at] / before.weight[at];
      }
      return lost;
    };
    expect(extra(22, 24)).toBeGreaterThan(extra(1, 21));
    expect(extra(22, 24)).toBeGreaterThan(0.01);
  });

  it('frees a third of the expiring class each month of its quarter', () => {
    expect(lockFactor(-1, 0, 1, defaults)).toBe(1);
    const lock = { ...defaults, lockIn: 0.85, expirySpike: 4 };
    expect(lockFactor(1, 4, 4, lock)).toBeCloseTo((4 + 2 * 0.15) / 3, 12);
    expect(lockFactor(1, 4, 7, lock)).toBeCloseTo(0.15, 12);
    expect(lockFactor(1, 4, 16, lock)).toBe(lockFactor(1, 4, 4, lock));
  });

  it('gains more from the top step of satisfaction than from the one below (T8)', () => {
    const hazard = [0, 1, 2].map((satisfaction) => satisfactionFactor(satisfaction, defaults));
    expect(hazard[1] - hazard[2]).toBeGreaterThan(hazard[0] - hazard[1]);
  });

  it('lets all leaving respond at low churn and half of it at four times the limit', () => {
    expect(responsiveShareAt(0.005, { ...defaults, responsiveChurn: 0.01 })).toBe(1);
    expect(responsiveShareAt(0.04, { ...defaults, responsiveChurn: 0.01 })).toBe(0.5);
  });

  it('keeps some customers by a cheaper tier, who then pay less', () => {
    const lost = (downgrade: object) =>
      impactBest(buildScenario({ segments: [buildSegment(downgrade)] }), buildRise(0.3, told));
    const tier = { downgrade: { to: 'Basic', price: fixed(6) } };
    expect(lost(tier).attrition).toBeLessThan(lost({}).attrition);
    const [segment] = runBest(
      buildScenario({ segments: [buildSegment(tier)] }),
      buildRise(0.3, told),
    ).segments;
    expect(segment.tradedDown).toBeGreaterThan(0);
    expect(segment.revenue[36]).toBeLessThan(segment.customers[35] * 13);
    expect(runBest(buildScenario({ segments: [buildSegment(tier)] })).segments[0].tradedDown).toBe(0);
  });

  it('loses more the dearer the plan', () => {
    const lost = [0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6].map(
      (rise) => impactBest(buildScenario(), buildRise(rise, told)).attrition,
    );
    for (let k = 1; k < lost.length; k++) expect(lost[k]).toBeGreaterThan(lost[k - 1]);
  });
});
