import { describe, expect, it } from 'vitest';
import { channels } from '../../../models/engine/channels.ts';
import { recordChannels, runCoalition, touchedChannels } from '../../../models/engine/coalition.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { doNothing, simulate } from '../../../models/engine/simulate.ts';
import { steps } from '../../../models/engine/steps.ts';
import { parseScenario } from '../../../models/index.ts';
import type { Plan, Scenario } from '../../../models/scenario/scenario.ts';
import { arbitraryScenario } from '../../support/arbitrary-scenario.ts';
import fc, { runs } from '../../support/properties.ts';
import { listShippedFiles, readShippedFile } from '../../support/shipped-files.ts';

/** What differs between a run with every channel off and `do nothing`: nothing, to the last bit. */
function expectUsual(scenario: Scenario, plan: Plan, draw: number) {
  const sample = createSampler(scenario, scenario.seed)(draw);
  const usual = recordChannels(scenario, doNothing, sample);
  const run = runCoalition(scenario, plan, sample, usual, channels);
  const baseline = simulate(scenario, doNothing, sample);
  baseline.segments.forEach((segment, s) => {
    const own = run.trajectory.segments[s];
    for (const key of ['customers', 'leavers', 'joiners', 'satisfaction', 'base'] as const) {
      expect(own[key], `${plan.name}, ${segment.name}: ${key}`).toEqual(segment[key]);
    }
    // Month 0 has no money; both hold 0 there.
    expect(run.usualRevenue[s], `${plan.name}, ${segment.name}: revenue`).toEqual(segment.revenue);
    expect(run.usualCosts[s], `${plan.name}, ${segment.name}: costs`).toEqual(segment.costs);
  });
}

describe('channels', () => {
  it('are named apart and cut functions that are part of the month', () => {
    expect(new Set(channels.map(({ name }) => name)).size).toBe(channels.length);
    const functions = new Set(
      steps.flatMap(({ firmWide, run }) => [...run, ...(firmWide ? [firmWide] : [])]),
    );
    for (const { cuts } of channels) for (const { at } of cuts) expect(functions.has(at)).toBe(true);
  });

  it('hold all that a plan does: with all of them off, any plan is do nothing', () => {
    fc.assert(
      fc.property(arbitraryScenario, fc.nat({ max: 50 }), (scenario, draw) => {
        for (const plan of scenario.plans) expectUsual(scenario, plan, draw);
      }),
      runs(25),
    );
  });

  it.each(listShippedFiles())('hold all that the plans of %s do', async (file) => {
    const parsed = await parseScenario(readShippedFile(file), file);
    if (!parsed.ok) throw new Error(`${file} is not valid`);
    for (const plan of parsed.scenario.plans) expectUsual(parsed.scenario, plan, 1);
  });

  it('all on, a coalition is the plan itself', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const [plan] = scenario.plans;
        const sample = createSampler(scenario, scenario.seed)(0);
        const usual = recordChannels(scenario, doNothing, sample);
        const own = recordChannels(scenario, plan, sample, usual.trajectory);
        const untouched = channels.filter((channel) => !touchedChannels(own, usual).includes(channel));
        const { trajectory } = runCoalition(scenario, plan, sample, usual, untouched);
        expect(trajectory).toEqual(own.trajectory);
        expect(trajectory).toEqual(simulate(scenario, plan, sample));
      }),
      runs(10),
    );
  });

  it('none is touched by doing nothing', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const sample = createSampler(scenario, scenario.seed)(0);
        const record = recordChannels(scenario, doNothing, sample);
        expect(touchedChannels(record, record)).toEqual([]);
      }),
      runs(5),
    );
  });
});
