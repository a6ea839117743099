import { describe, expect, it } from 'vitest';
import { gaussHermite } from '../../../models/core/numbers.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { doNothing } from '../../../models/engine/simulate.ts';
import { buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { runBest } from '../../support/run-scenario.ts';

const cohort = buildScenario({
  segments: [buildSegment({ churn: 0.03, joinersPerMonth: fixed(0), tenure: [{ months: 0, share: 1 }] })],
});

describe('variety among customers', () => {
  it('lowers a cohort’s hazard with tenure though nobody changes (T16)', () => {
    const [{ leavers, customers }] = runBest(cohort).segments;
    const hazards = Array.from({ length: 36 }, (_, k) => leavers[k + 1] / customers[k]);
    expect(hazards[0]).toBeCloseTo(0.03, 12);
    for (let k = 1; k < 36; k++) expect(hazards[k]).toBeLessThan(hazards[k - 1]);
    expect(hazards[11]).toBeLessThan(0.025);
  });

  it('makes those who switched in leave more easily than those who never did (T20)', () => {
    const [{ cells }] = runBest(buildScenario()).segments;
    const [settled, newcomers] = [0, 1].map((cell) => {
      const at = 35 * cells.count + cell;
      return cells.leavers[at] / cells.weight[at];
    });
    expect(newcomers).toBeGreaterThan(settled);
  });

  it('keeps survivors within 0.1 % of a fine integration over the frailty distribution', () => {
    const { nodes, weights } = gaussHermite(40);
    const frailty = nodes.map((z) => Math.exp(0.8 * z - 0.32));
    const survivors = (scale: number, months: number) =>
      weights.reduce((sum, w, i) => sum + w * Math.exp(-scale * frailty[i] * months), 0);
    let [low, high] = [0, 1];
    for (let k = 0; k < 60; k++) {
      const middle = (low + high) / 2;
      [low, high] = survivors(middle, 1) > 0.97 ? [middle, high] : [low, middle];
    }
    const [{ customers }] = runBest(cohort).segments;
    expect(Math.abs(customers[36] / 1000 / survivors(low, 36) - 1)).toBeLessThan(0.001);
  });

  it('gives node spends a mean of one', () => {
    const scenario = buildScenario({
      segments: [buildSegment({ spread: 0.5 })],
      assumptions: { spendFrailtyCorrelation: 0.4, spendSensitivityCorrelation: -0.3 },
    });
    runBest(scenario, doNothing, (state, month) => {
      if (month > 1) return;
      const money = state.weight.reduce(
        (sum, weight, node) => sum + weight * state.spend[node % state.nodes],
        0,
      );
      expect(money).toBeCloseTo(1000, 9);
      expect(Math.max(...state.spend) / Math.min(...state.spend)).toBeGreaterThan(1.5);
    });
  });
});
