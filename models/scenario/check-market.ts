import type { Quantity } from '../core/quantity.ts';
import type { Plan, Scenario, Segment } from './scenario.ts';
import { complainPath, type ReadContext } from './spot.ts';

type Best = (quantity: Quantity) => number;

/** Market, money for newcomers, fees per use and further services must make sense at best values. */
export function checkMarket(scenario: Scenario, best: Best, context: ReadContext): void {
  const { segments, market } = scenario.world;
  const customers = segments.reduce((sum, segment) => sum + best(segment.customers), 0);
  if (market.potential && best(market.potential) <= customers) {
    const message = `is not above the ${Number(customers.toPrecision(6))} customers there are; it counts them too`;
    complainPath(context, 'world.market.potential', 'out-of-range', message);
  }
  scenario.plans.forEach((plan, index) => {
    for (const segment of segments) checkPlan(plan, `plans[${index}]`, segment, best, context);
  });
}

function checkPlan(plan: Plan, path: string, segment: Segment, best: Best, context: ReadContext): void {
  const perUse = new Map(segment.fees.map(({ name }) => [name, false]));
  plan.actions.forEach((action, index) => {
    if (!action.segments.includes(segment.name)) return;
    const place = `${path}.actions[${index}]`;
    const { fee, acquire } = action;
    if (acquire && newcomersCost(segment, best) === 0) {
      const message = `has nothing to add to: newcomers of ${segment.name} cost nothing; state acquisitionCost and joiners`;
      complainPath(context, `${place}.acquire`, 'missing', message);
    }
    if (fee?.perUse && !segment.usage?.uses) {
      const message = `needs the uses of ${segment.name}; state usage: { share, uses } there`;
      complainPath(context, `${place}.fee.per`, 'missing', message);
    }
    if (fee && (perUse.get(fee.name) ?? fee.perUse === true) !== (fee.perUse === true)) {
      const message = `mixes a month and a use: ${segment.name} already pays ${fee.name} the other way; give it another name`;
      complainPath(context, `${place}.fee.per`, 'conflict', message);
    }
    if (fee) perUse.set(fee.name, fee.perUse === true);
  });
}

function newcomersCost({ joinersPerMonth, acquisitionCost }: Segment, best: Best): number {
  return best(acquisitionCost) * (joinersPerMonth === 'as many as leave' ? 1 : best(joinersPerMonth));
}
