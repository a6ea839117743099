import { describe, expect, it } from 'vitest';
import { keptExactly } from '../../../models/analysis/quantile-sketch.ts';
import { createRunTask, type RunPart } from '../../../models/analysis/run.ts';
import { createRunKey, uniformAt } from '../../../models/core/random.ts';
import { buildRise, buildScenario } from '../../support/build-scenario.ts';

const scenario = buildScenario({ months: 2, plans: [buildRise(0.08)] });
const key = createRunKey('any draws');

/** One draw of the shape that the task computes, its numbers made up. */
function makeDraw(shape: RunPart[number], draw: number): RunPart[number] {
  return shape.map((figures, plan) => figures.map((_, k) => uniformAt(key, draw, plan * 1000 + k)));
}

describe('the numbers that a run holds', () => {
  it('are all of the first 2,048 draws, and then no more than the sketch of each figure and the dots', () => {
    const task = createRunTask(scenario, { draws: 20_000 });
    const [shape] = task.compute(0);
    const figures = shape.reduce((sum, values) => sum + values.length, 0);
    const dots = 3 * keptExactly;
    const bound = figures * (3 * keptExactly + 100) + dots;
    const collector = task.collect();
    const held: number[] = [];
    for (let draw = 0; draw < 20_000; draw++) {
      collector.add([makeDraw(shape, draw)]);
      if ((draw + 1) % keptExactly === 0) held.push(collector.held!);
    }
    expect(held[0]).toBe(figures * keptExactly + dots);
    expect(Math.max(...held)).toBeLessThanOrEqual(bound);
    // Ten times the draws are not held ten times, nor twice.
    expect(held[held.length - 1]).toBeLessThan(2 * held[0]);
  });
});
