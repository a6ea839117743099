import fc from 'fast-check';
import { fixed } from '../../models/core/quantity.ts';
import type { Action, Plan, Scenario, Segment } from '../../models/scenario/scenario.ts';
import { buildAction, buildScenario, buildSegment, repairStandard } from './build-scenario.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** One segment of any kind the file can state. */
export const arbitrarySegment: fc.Arbitrary<Segment> = fc
  .record({
    customers: number(50, 5000),
    price: number(5, 200),
    spread: fc.constantFrom(0, 0.3),
    churn: number(0.001, 0.15),
    costShare: number(0.1, 0.9),
    promise: number(3, 9),
    delivery: number(3, 9),
    term: fc.constantFrom(0, 0, 6, 12, 24),
    downgrade: fc.boolean(),
    joiners: fc.constantFrom<'balance' | 'none' | 'growth'>('balance', 'none', 'growth'),
    acquisition: number(0, 50),
    tenure: fc.constantFrom(
      [{ months: 24, share: 1 }],
      [3, 20, 60].map((months) => ({ months, share: 1 / 3 })),
    ),
  })
  .map(({ term, downgrade, joiners, ...input }) =>
    buildSegment({
      ...{ customers: input.customers, price: input.price, spread: input.spread, churn: input.churn },
      ...{ cost: input.price * input.costShare, promise: input.promise, delivery: input.delivery },
      acquisitionCost: fixed(input.acquisition),
      tenure: input.tenure,
      ...(term ? { contract: { termMonths: term } } : {}),
      ...(downgrade ? { downgrade: { to: 'Basic', price: fixed(input.price * 0.6) } } : {}),
      ...(joiners === 'balance'
        ? {}
        : { joinersPerMonth: fixed(joiners === 'none' ? 0 : input.customers * 0.1) }),
    }),
  );

const service = ['causes', 'recovery', 'standard', 'consistency'] as const;

function arbitraryAction(names: readonly string[], months: number): fc.Arbitrary<Action> {
  return fc
    .record({
      at: fc.integer({ min: 1, max: months }),
      notice: fc.integer({ min: 0, max: 4 }),
      segments: fc.subarray([...names], { minLength: 1 }),
      reason: fc.constantFrom('none' as const, 'cost' as const, 'profit' as const),
      share: number(-0.2, 0.6),
      phases: fc.integer({ min: 1, max: 3 }),
      fee: number(0.5, 5),
      shown: fc.constantFrom('in the price' as const, 'at purchase' as const, 'at billing' as const),
      points: number(-2, 2),
      kind: fc.constantFrom('price', 'spared', 'fee', 'promise', 'invest', 'credit', 'letter', ...service),
    })
    .map(({ at, notice, segments, reason, ...input }) => {
      const base = { at, announce: Math.max(1, at - notice), announced: notice > 0, segments, reason };
      const change = { kind: 'byPercent', quantity: fixed(input.share) } as const;
      const price = { change, phases: input.phases, everyMonths: 4 };
      switch (input.kind) {
        case 'price':
          return buildAction({ ...base, price });
        case 'spared':
          return buildAction({
            ...base,
            price: { ...price, grandfather: { tenureMonths: 20, until: at + 6 } },
          });
        case 'fee': {
          const by = { kind: 'byAmount', quantity: fixed(input.fee) } as const;
          return buildAction({ ...base, fee: { name: 'network', change: by, shown: input.shown } });
        }
        case 'promise':
          return buildAction({
            ...base,
            promise: { reliability: { kind: 'byAmount', quantity: fixed(input.points) } },
          });
        case 'invest': {
          const [by, once, monthly] = [fixed(input.points), fixed(500), fixed(20)];
          return buildAction({ ...base, invest: { in: 'responsiveness', by, rampMonths: 3, once, monthly } });
        }
        case 'credit':
          return buildAction({ ...base, credit: { amount: fixed(1), months: 2 } });
        case 'causes':
          return buildAction({ ...base, rootCauses: { by: fixed(input.share), rampMonths: input.phases } });
        case 'recovery': {
          const manners = { ownFault: input.phases > 1, followUp: input.phases > 2, limit: input.share > 0 };
          const compensation = fixed(input.fee);
          return buildAction({
            ...base,
            recover: { ...manners, compensation, withinHours: fixed(24), ease: fixed(0.4) },
          });
        }
        case 'standard': {
          const standard = { name: 'repair', promise: change, clear: input.share > 0 };
          return buildAction({
            ...base,
            standard,
            guarantee: { pays: fixed(input.fee), standard: 'repair' },
          });
        }
        case 'consistency': {
          const guarantee = { pays: fixed(input.fee) };
          return buildAction({ ...base, consistency: { by: fixed(input.share) }, guarantee });
        }
        default:
          return buildAction({ ...base, notify: true });
      }
    });
}

/** Scenarios with one plan of up to four actions on up to four segments. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .record({
    segments: fc.array(arbitrarySegment, { minLength: 1, maxLength: 4 }),
    months: fc.integer({ min: 2, max: 40 }),
    follows: number(0, 0.5),
  })
  .chain(({ segments, months, follows }) => {
    const named = segments.map((segment, k) => ({ ...segment, name: `S${k}` }));
    return fc
      .array(
        arbitraryAction(
          named.map(({ name }) => name),
          months,
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((actions): Scenario => {
        const plan: Plan = { name: 'Plan', actions };
        const market = { competitorFollows: fixed(follows) };
        return buildScenario({
          segments: named,
          plans: [plan],
          months,
          world: { market, fixedCostPerMonth: fixed(100), standards: [repairStandard] },
        });
      });
  });
