import { describe, expect, it } from 'vitest';
import { runScenario } from '../../../models/analysis/run.ts';
import { runTask } from '../../../models/analysis/task.ts';
import { createInformationTask } from '../../../models/analysis/value-of-information.ts';
import { normalCdf } from '../../../models/core/numbers.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { buildCertain, buildSpending, normal } from '../../support/uncertain-scenario.ts';

/** E max(0, μ + σ·Z) − max(0, μ). */
const gain = (mean: number, sd: number) =>
  (sd * Math.exp((-mean * mean) / (2 * sd * sd))) / Math.sqrt(2 * Math.PI) -
  Math.abs(mean) * normalCdf(-Math.abs(mean) / sd);

// A plan that saves 20 on average: 60 ± 50 gained, 40 ± 10 spent.
const scenario = buildCertain([buildSpending('Save', [normal(-60, 50, 'expert'), normal(40, 10)])]);
const result = runTask(createInformationTask(scenario));
const [gained, spent] = [0, 1].map((action) => `plans.Save.actions.${action}.invest.once`);

describe('the value of information about a plan that may bring a loss', () => {
  it('is that of two options of which one is normal: perfect, and of each input', () => {
    const inputs = new Map(result.inputs.map((input) => [input.path, input]));
    for (const [{ value, error }, truth] of [
      [result.perfect, gain(20, Math.sqrt(2600))],
      [inputs.get(gained)!, gain(20, 50)],
    ] as const) {
      expect(Math.abs(value - truth)).toBeLessThan(3 * error);
      expect(error).toBeLessThan(0.15 * truth);
    }
    // A spread of 10 around a mean of 20 changes the choice in 2 % of draws, and is worth next to nothing.
    expect(inputs.get(spent)?.value ?? 0).toBeLessThan(0.6);
    expect(gain(20, 10)).toBeLessThan(0.1);
  });

  it('names what is worth most first, with its evidence, and the option to choose without knowing', () => {
    expect(result.inputs[0]).toMatchObject({ path: gained, evidence: 'expert', unit: 'USD', distinct: true });
    expect(result.best).toBe('Save');
    expect(result.inputs.length + result.without).toBe(2);
  });

  it('speaks of the draws of an ordinary run', () => {
    const [, plan] = runScenario(scenario).plans;
    expect(result.options[1].mean).toBeCloseTo(plan.impact!.profit.mean, 6);
    expect(result.options[0].bestShare).toBeCloseTo(plan.impact!.chanceOfLoss, 12);
    expect(result.options[0].mean).toBe(0);
  });
});

describe('where one option is best whatever comes', () => {
  it('nothing is worth knowing', () => {
    const sure = buildCertain([
      buildSpending('Save', [fixed(-1000), normal(0, 10)]),
      buildSpending('Waste', [fixed(1000)]),
    ]);
    expect(runTask(createInformationTask(sure, { draws: 100 }))).toMatchObject({
      best: 'Save',
      perfect: { value: 0, error: 0, distinct: false },
      inputs: [],
      without: 1,
    });
  });
});

describe('createInformationTask', () => {
  it('refuses a number of draws out of range', () => {
    expect(() => createInformationTask(scenario, { draws: 0 })).toThrow('whole number from 1 to 20000');
  });
});
