import { describe, expect, test } from 'vitest';
import { doNothing } from '../../models/engine/simulate.ts';
import { formatProblem, parseScenario } from '../../models/index.ts';
import type { Scenario } from '../../models/scenario/scenario.ts';
import { runBest } from '../support/run-scenario.ts';
import { listShippedFiles, readShippedFile } from '../support/shipped-files.ts';

/** The shipped world for ten years, without the events that move it; shorter horizons are its first months. */
async function loadStill(file: string): Promise<Scenario> {
  const parsed = await parseScenario(readShippedFile(file), file);
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return { ...parsed.scenario, months: 120, plans: [], world: { ...parsed.scenario.world, events: [] } };
}

const largest = (values: Iterable<number>) => Math.max(...[...values].map(Math.abs));

describe.each(listShippedFiles())('%s', (file) => {
  test('does not drift in ten years of doing nothing', async () => {
    const scenario = await loadStill(file);
    const trust: number[] = [];
    const { segments, firm } = runBest(scenario, doNothing, (state) => {
      trust.push(largest(state.trust.map((level) => level - state.start.trust)));
    });
    expect(largest(trust)).toBeLessThan(1e-12);
    expect(new Set(firm.morale).size).toBe(1);
    segments.forEach(({ leavers, customers, satisfaction }, index) => {
      expect(largest(satisfaction.map((level) => level - satisfaction[0]))).toBeLessThan(1e-12);
      // Where more join than leave there are ever more newcomers, who leave more easily.
      if (scenario.world.segments[index].joinersPerMonth !== 'as many as leave') return;
      const churn = leavers.subarray(1).map((count, month) => count / customers[month]);
      expect(largest(churn.map((rate) => rate / churn[0] - 1))).toBeLessThan(1e-12);
    });
    // Waits follow the number of customers.
    const balanced = scenario.world.segments.every(
      ({ joinersPerMonth }) => joinersPerMonth === 'as many as leave',
    );
    const wait = firm.centre?.wait ?? [0];
    expect(balanced ? largest([...wait].map((seconds) => seconds - wait[0])) : 0).toBeLessThan(1e-9);
  });
});
