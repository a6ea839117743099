import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type MechanismName, mechanismNames, parameterDescriptions } from '../../models/mechanisms/index.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { runBest } from '../support/run-scenario.ts';
import { channels, withoutChannel } from './channels.ts';
import { measureChannels, readScenario, switchOff } from './measure.ts';
import { formatAblation, mechanismsOf } from './page.ts';

const measured = await measureChannels(channels);

describe('the channels', () => {
  it('cover every mechanism that has no reason to be left out', () => {
    const covered = new Set<string>(channels.flatMap(mechanismsOf));
    const missing = mechanismNames.filter((name) => !covered.has(name));
    expect(missing).toEqual(Object.keys(withoutChannel));
    expect(missing.filter((name: MechanismName) => !withoutChannel[name])).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(channels.map(({ name }) => name)).size).toBe(channels.length);
  });

  it.each(channels.map((channel) => [channel.name, channel] as const))(
    '%s: is switched off within the bounds of its parameters, and leaves the churn observed as it is',
    async (_name, { file, off }) => {
      for (const [name, value] of Object.entries(off)) {
        const [low, high] = parameterDescriptions.find((parameter) => parameter.name === name)!.bounds;
        expect(value, name).toBeGreaterThanOrEqual(low);
        expect(value, name).toBeLessThanOrEqual(high);
      }
      const scenario = firstMonth(await readScenario(file));
      const left = (from: Scenario) => runBest(from).segments.map(({ base }) => 1 - base[1] / base[0]);
      const observed = left(scenario);
      left(switchOff(scenario, off)).forEach((share, segment) => {
        expect(Math.abs(share / observed[segment] - 1)).toBeLessThan(1e-9);
      });
    },
  );
});

/** Its first month alone, with nothing planned and nothing moving. */
function firstMonth(scenario: Scenario): Scenario {
  return { ...scenario, months: 1, plans: [], world: { ...scenario.world, events: [] } };
}

describe('without a channel', () => {
  it.each(channels.map((channel, index) => [channel.name, channel.on, channel.without, index] as const))(
    '%s: %s is %s, or the page says why not',
    (_name, on, _without, index) => {
      const { channel, with: whole, without, agrees } = measured[index];
      const figures = `${on}: ${whole[on]} with, ${without[on]} without`;
      expect(agrees, figures).toBe(channel.otherwise === undefined);
    },
  );

  it('something moves on nine of ten', () => {
    const moved = measured.filter(({ channel: { on }, with: whole, without }) => whole[on] !== without[on]);
    expect(moved.length).toBeGreaterThanOrEqual(0.9 * channels.length);
  });
});

it('the page holds what is measured', () => {
  expect(readFileSync(new URL('../../docs/ablation.md', import.meta.url), 'utf8')).toBe(
    formatAblation(measured),
  );
});
