import fc from 'fast-check';
import { fixed } from '../../models/core/quantity.ts';
import { profileLevels, profileTraits } from '../../models/scenario/profile.ts';
import type {
  Plan,
  Scenario,
  Segment,
  WorldDescription,
  WorldEvent,
} from '../../models/scenario/scenario.ts';
import { arbitraryAction } from './arbitrary-action.ts';
import { buildOperations, buildScenario, buildSegment, repairStandard } from './build-scenario.ts';

/** In thousandths of the range: a file does not state 1e-300. */
const number = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1000 }).map((part) => min + ((max - min) * part) / 1000);
const quantity = (min: number, max: number) => number(min, max).map((value) => fixed(value));

/** What a segment may have beside its numbers. */
const traits = fc
  .record({
    profile: fc.option(fc.dictionary(fc.constantFrom(...profileTraits), fc.constantFrom(...profileLevels))),
    usage: fc.option(fc.record({ share: quantity(0, 1), uses: quantity(0.5, 20) })),
    growth: fc.option(fc.record({ rate: quantity(0, 0.1), value: quantity(0, 10) })),
    fee: fc.option(quantity(0.5, 3)),
  })
  .map(({ profile, usage, growth, fee }) => ({
    ...(profile && { profile }),
    ...(usage && { usage }),
    ...(growth && { growth }),
    ...(fee && { fees: [{ name: 'network', quantity: fee }] }),
  }));

/** One segment of any kind the file can state. */
export const arbitrarySegment: fc.Arbitrary<Segment> = fc
  .record({
    customers: number(50, 5000),
    price: number(5, 200),
    spread: fc.constantFrom(0, 0.3),
    churn: number(0.001, 0.15),
    failures: number(0, 0.3),
    costShare: number(0.1, 0.9),
    promise: number(3, 9),
    delivery: number(3, 9),
    term: fc.constantFrom(0, 0, 6, 12, 24),
    exitFee: fc.option(quantity(0, 50)),
    downgrade: fc.boolean(),
    joiners: fc.constantFrom<'balance' | 'none' | 'growth'>('balance', 'none', 'growth'),
    acquisition: number(0, 50),
    tenure: fc.constantFrom(
      [{ months: 24, share: 1 }],
      [3, 20, 60].map((months) => ({ months, share: 1 / 3 })),
    ),
    traits,
  })
  .map(({ term, exitFee, downgrade, joiners, ...input }) =>
    buildSegment({
      ...{ customers: input.customers, price: input.price, spread: input.spread, churn: input.churn },
      ...{ cost: input.price * input.costShare, promise: input.promise, delivery: input.delivery },
      failuresPerMonth: fixed(input.failures),
      acquisitionCost: fixed(input.acquisition),
      tenure: input.tenure,
      ...input.traits,
      ...(term ? { contract: { termMonths: term, ...(exitFee && { exitFee }) } } : {}),
      ...(downgrade ? { downgrade: { to: 'Basic', price: fixed(input.price * 0.6) } } : {}),
      ...(joiners === 'balance'
        ? {}
        : { joinersPerMonth: fixed(joiners === 'none' ? 0 : input.customers * 0.1) }),
    }),
  );

const events = (months: number): fc.Arbitrary<readonly WorldEvent[]> =>
  fc.array(
    fc
      .record({
        at: fc.integer({ min: 1, max: months }),
        price: fc.option(quantity(-0.3, 0.4)),
        competitorService: fc.option(quantity(-2, 2)),
        economy: fc.option(quantity(-0.2, 0.2)),
      })
      .map(({ at, price, competitorService, economy }) => ({
        at,
        ...(price && { competitorPrice: { kind: 'byPercent' as const, quantity: price } }),
        ...(competitorService && { competitorService }),
        ...(economy && { economy }),
      })),
    { maxLength: 2 },
  );

/** The world around these segments; calls of five minutes, in twenty open hours. */
function arbitraryWorld(segments: readonly Segment[], months: number) {
  const customers = segments.reduce(
    (sum, segment) => sum + (segment.customers.belief as { value: number }).value,
    0,
  );
  // Segments may grow by a tenth of their start each month, and events may multiply that.
  const most = customers * (1.1 + 0.3 * months);
  return fc
    .record({
      competitorFollows: quantity(0, 0.5),
      competitorPrice: fc.option(quantity(5, 200)),
      potential: fc.option(quantity(most, 4 * most)),
      insight: quantity(0, 1),
      load: fc.option(number(0.6, 1.5)),
      contacts: number(0.01, 1),
      events: events(months),
    })
    .map(
      ({ competitorFollows, competitorPrice, potential, load, contacts, ...rest }): WorldDescription => ({
        ...buildScenario().world,
        ...rest,
        segments,
        market: {
          competitorFollows,
          ...(competitorPrice && { competitorPrice }),
          ...(potential && { potential }),
        },
        ...(load && {
          operations: buildOperations({ contacts, agents: (customers * contacts * 300) / 3600 / 20 / load }),
        }),
        fixedCostPerMonth: fixed(100),
        standards: [repairStandard],
      }),
    );
}

/** Scenarios of all that a file can state, with one plan of up to four actions on up to three segments. */
export const arbitraryScenario: fc.Arbitrary<Scenario> = fc
  .record({
    segments: fc.array(arbitrarySegment, { minLength: 1, maxLength: 3 }),
    months: fc.integer({ min: 2, max: 30 }),
  })
  .chain(({ segments, months }) => {
    const named = segments.map((segment, k) => ({ ...segment, name: `S${k}` }));
    return arbitraryWorld(named, months).chain((world) =>
      fc
        .array(arbitraryAction(named, months, world.operations !== undefined), { minLength: 1, maxLength: 4 })
        .map((actions): Scenario => {
          const plan: Plan = { name: 'Plan', actions };
          return buildScenario({ plans: [plan], months, world });
        }),
    );
  });

/** The same world without its events. */
export function withoutEvents(scenario: Scenario): Scenario {
  return { ...scenario, world: { ...scenario.world, events: [] } };
}

/** The same without a contact centre, whose waits depend on how many customers there are. */
export function withoutCentre(scenario: Scenario): Scenario {
  const { operations, ...world } = scenario.world;
  const plans = scenario.plans.map((plan) => ({
    ...plan,
    actions: plan.actions.map((action) => {
      if (!action.staff) return action;
      const { agents, ...staff } = action.staff;
      return { ...action, staff };
    }),
  }));
  return { ...scenario, world, plans };
}
