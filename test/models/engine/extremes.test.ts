import { expect, it } from 'vitest';
import { runScenario } from '../../../models/analysis/run.ts';
import { fixed } from '../../../models/core/quantity.ts';
import type { Plan } from '../../../models/scenario/scenario.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import fc, { runs } from '../../support/properties.ts';

const world = fc.record({
  churn: fc.constantFrom(1e-6, 0.0001, 0.02, 0.5, 0.99, 0.999),
  price: fc.constantFrom(0.01, 5, 1e6),
  spread: fc.constantFrom(0, 0.3, 3),
  months: fc.constantFrom(1, 2, 36, 120),
  term: fc.constantFrom(0, 1, 3, 24, 120),
  tenure: fc.constantFrom([24], [1, 1200]),
  joiners: fc.constantFrom('balance', 0, 1, 1e5),
});
const decisions = fc.record({
  rise: fc.constantFrom(-0.99, -0.2, 0.08, 0.6, 50),
  fee: fc.constantFrom(0, 1, 1e5),
  credit: fc.constantFrom(0, 3, 1e4),
  points: fc.constantFrom(0, -9, 9),
  at: fc.constantFrom(1, 2),
});

type Decisions = typeof decisions extends fc.Arbitrary<infer T> ? T : never;

function planOf({ rise, fee, credit, points }: Decisions, at: number): Plan {
  const [lead] = buildRise(rise, { at }).actions;
  const change = { kind: 'byAmount', quantity: fixed(fee) } as const;
  const invest = { in: 'reliability' as const, by: fixed(points), rampMonths: 1, once: fixed(0) };
  const actions = [
    lead,
    buildAction({ fee: { name: 'network', change, shown: 'at billing' } }),
    buildAction({ credit: { amount: fixed(credit), months: 3 } }),
    buildAction({ invest }),
  ];
  return { name: 'Everything at once', actions };
}

/** Paths of the numbers of a result that are not finite. */
function brokenIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => brokenIn(item, `${path}/${key}`));
}

it('gives finite figures at the ends of what a file may state', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(world, decisions, ({ months, term, tenure, joiners, ...input }, chosen) => {
      const segment = buildSegment({
        ...input,
        cost: 0,
        tenure: tenure.map((month) => ({ months: month, share: 1 / tenure.length })),
        ...(term ? { contract: { termMonths: term } } : {}),
        ...(typeof joiners === 'number' ? { joinersPerMonth: fixed(joiners) } : {}),
      });
      const at = Math.min(chosen.at, months);
      const scenario = buildScenario({ months, segments: [segment], plans: [planOf(chosen, at)] });
      expect(brokenIn(runScenario(scenario, { draws: 2 }))).toEqual([]);
    }),
    runs(300),
  );
});
