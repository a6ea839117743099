import { describe, expect, it } from 'vitest';
import { createRunTask, runScenario } from '../../../models/analysis/run.ts';
import { createStopRule } from '../../../models/analysis/stop-rule.ts';
import { buildRise, buildScenario } from '../../support/build-scenario.ts';

describe('the rule to stop by', () => {
  const rule = createStopRule(0.01);

  it('is met when the standard error of every chance is below its bound', () => {
    // √(0.1·0.9/n) = 0.01 at n = 900.
    expect(rule.isMet([90], 896)).toBe(false);
    expect(rule.isMet([96], 960)).toBe(true);
    expect(rule.isMet([96, 480], 960)).toBe(false);
  });

  it('takes no luck of a few draws for certainty, and looks only now and then', () => {
    expect(rule.isMet([0], 192)).toBe(false);
    expect(rule.isMet([0], 256)).toBe(true);
    expect(rule.isMet([0], 257)).toBe(false);
    expect(createStopRule(0.001).isMet([0], 256)).toBe(false);
  });

  it('is met at its most draws whatever the chance', () => {
    for (const error of [0.0005, 0.01, 0.03, 0.1]) {
      const { draws, isMet } = createStopRule(error);
      expect(isMet([Math.round(draws / 2)], draws)).toBe(true);
      expect(draws).toBeLessThanOrEqual(1_000_128);
    }
  });

  it.each([0, 0.0004, 0.11, Number.NaN])('refuses a standard error of %s', (error) => {
    expect(() => createStopRule(error)).toThrow(/must be 0.0005 to 0.1/);
  });
});

describe('a run that is to stop at a standard error', () => {
  const scenario = buildScenario({ months: 2, plans: [buildRise(0.1)] });

  it('is a run of as many draws as it took, and says why it stopped', () => {
    const { engine, ...result } = runScenario(scenario, { untilError: 0.01 });
    expect(engine).toMatchObject({ draws: 256, stop: { untilError: 0.01, reached: true } });
    const { engine: same, ...fixed } = runScenario(scenario, { draws: 256 });
    expect(same.stop).toBeUndefined();
    expect(result).toEqual(fixed);
  });

  it('says when the draws ran out first', () => {
    const { engine } = runScenario(scenario, { untilError: 0.01, draws: 100 });
    expect(engine).toMatchObject({ draws: 100, stop: { reached: false } });
  });

  it('never needs more than the bound says', () => {
    expect(createRunTask(scenario, { untilError: 0.01 }).draws).toBe(createStopRule(0.01).draws);
  });
});
