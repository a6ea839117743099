import { describe, expect, it } from 'vitest';
import { createIndicesTask } from '../../../models/analysis/indices.ts';
import { runTask } from '../../../models/analysis/task.ts';
import { buildCertain, buildSpending, normal } from '../../support/uncertain-scenario.ts';

/** Variances 1, 4, 9, 16 and 25 of 55, in three classes of evidence. */
const scenario = buildCertain([
  buildSpending('Spend', [
    normal(500, 10, 'expert'),
    normal(300, 20, 'fitted'),
    normal(200, 30, 'expert'),
    normal(100, 40),
    normal(50, 50),
  ]),
]);
const path = (action: number) => `plans.Spend.actions.${action}.invest.once`;
const task = createIndicesTask(scenario, { inputs: [path(4), path(3)], rows: 1024 });
const result = runTask(task);

describe('indices of a plan’s profit that is a sum of what is uncertain', () => {
  it('are the shares of variance, in the order asked for, the rest in one group', () => {
    expect(result.inputs.map((input) => input.path)).toEqual([path(4), path(3)]);
    const groups = [...result.inputs, result.everythingElse!];
    // Over 40 keys the root mean square error at this number of rows is at most 0.0038 and 0.0020.
    [25 / 55, 16 / 55, 14 / 55].forEach((share, k) => {
      expect(Math.abs(groups[k].first.share - share)).toBeLessThan(0.012);
      expect(Math.abs(groups[k].total.share - share)).toBeLessThan(0.006);
    });
    expect(result.everythingElse!.inputs).toBe(3);
    expect(result.mean).toBeCloseTo(-1150, 0);
    expect(Math.abs(result.variance / 5500 - 1)).toBeLessThan(0.02);
  });

  it('share it out over classes of evidence, with nothing left for effects together', () => {
    expect(result.evidenceShare).toMatchObject([
      { evidence: 'assumed', inputs: 2 },
      { evidence: 'expert', inputs: 2 },
      { evidence: 'fitted', inputs: 1 },
    ]);
    [41 / 55, 10 / 55, 4 / 55].forEach((share, k) => {
      expect(Math.abs(result.evidenceShare[k].share - share)).toBeLessThan(0.015);
    });
    const sum = result.evidenceShare.reduce((total, { share }) => total + share, result.togetherShare);
    expect(sum).toBeCloseTo(1, 12);
    expect(result.togetherShare).toBeLessThan(0.02);
  });

  it('count their runs: rows × (groups + classes + 2)', () => {
    expect(result.runs).toBe(1024 * 8);
    expect(task.blocks).toBe(result.runs);
  });

  it('know nothing before the first row is whole, and are those of fewer rows from there on', () => {
    const collector = task.collect();
    for (let block = 0; block < 64 * 8 + 3; block++) {
      collector.add(task.compute(block));
      if (block === 2) expect(collector.result()).toMatchObject({ rows: 0, variance: 0 });
    }
    const { rows: _rows, ...fewer } = runTask(
      createIndicesTask(scenario, { inputs: [path(4), path(3)], rows: 64 }),
    );
    expect(collector.result()).toEqual({ rows: 64, ...fewer });
  });
});

describe('createIndicesTask', () => {
  it('refuses a path that is no uncertain input', () => {
    expect(() => createIndicesTask(scenario, { inputs: ['market.mood'] })).toThrow(
      'no uncertain input is at market.mood',
    );
  });
});

describe('inputs that the file says are correlated', () => {
  // Variances 100 and 400 at a rank correlation of ½; 900 on its own.
  const by = 0.5;
  const spending = buildCertain([
    buildSpending('Spend', [normal(0, 10, 'expert'), normal(0, 20), normal(0, 30, 'fitted')]),
    buildSpending('Another', [normal(0, 5)]),
  ]);
  const together = {
    ...spending,
    correlations: [
      { between: [path(0), path(1)] as const, by },
      { between: [path(1), path(0).replace('Spend', 'Another')] as const, by: 0.2 },
    ],
  };
  const pearson = 2 * Math.sin((Math.PI * by) / 6);
  const joint = 500 + 2 * 200 * pearson;
  const found = runTask(createIndicesTask(together, { inputs: [path(2), path(1), path(0)], rows: 2048 }));

  it('are one input, with the variance that they have together', () => {
    expect(found.inputs.map((input) => [input.path, input.goesWith])).toEqual([
      [path(2), undefined],
      [path(1), [path(0)]],
    ]);
    expect(found).not.toHaveProperty('everythingElse');
    expect(Math.abs(found.variance / (joint + 900) - 1)).toBeLessThan(0.02);
    expect(Math.abs(found.inputs[1].first.share - joint / (joint + 900))).toBeLessThan(0.012);
    expect(Math.abs(found.inputs[1].total.share - joint / (joint + 900))).toBeLessThan(0.012);
  });

  it('rest on the weakest of their evidence', () => {
    expect(found.evidenceShare).toMatchObject([
      { evidence: 'assumed', inputs: 2 },
      { evidence: 'fitted', inputs: 1 },
    ]);
  });
});
