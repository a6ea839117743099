import { type Dimension, dimensions } from '../core/dimensions.ts';
import type { Distribution, Quantity } from '../core/quantity.ts';
import { fixed } from '../core/quantity.ts';
import type { Segment } from './scenario.ts';

/**
 * What stands where a file says nothing. Each call makes a new quantity, because a quantity is one number of one
 * place: two places that shared an object would share their draws.
 */
export const defaults = {
  months: 36,
  currency: 'USD',
  seed: 'kept',
  discountRate: () => assumed({ kind: 'fixed', value: 0.1 }, 'default: 10 % a year'),
  competitorFollows: () =>
    assumed(
      { kind: 'interval', scale: 'share', low: 0.02, high: 0.3, best: 0.1 },
      'default: judgement, rivals follow a little',
    ),
  fixedCost: () => assumed({ kind: 'fixed', value: 0 }, 'default: none, it cancels between plans'),
  insight: () => assumed({ kind: 'fixed', value: 0 }, 'default: management has not asked its customers'),
  listenOnce: () => assumed({ kind: 'fixed', value: 0 }, 'default: no cost at the start'),
  /** For each way of hearing, of the firm's monthly revenue. */
  listenMonthly: (revenue: number, ways: number) =>
    assumed(
      {
        ...{ kind: 'interval', scale: 'positive' },
        ...{ low: 0.0002 * ways * revenue, high: 0.002 * ways * revenue, best: 0.0006 * ways * revenue },
      },
      'default: 0.02 to 0.2 % of revenue for each way of hearing, judgement',
    ),
  priceSpread: () => assumed({ kind: 'fixed', value: 0 }, 'default: everyone pays the mean'),
  costToServe: (price: number) =>
    shareOfPrice(price, 0.2, 0.4, 0.6, 'default: 20 to 60 % of the price, judgement'),
  acquisitionCost: (price: number) =>
    shareOfPrice(price, 1, 2, 5, 'default: 1 to 5 monthly prices, judgement'),
  failures: () =>
    assumed(
      { kind: 'interval', scale: 'share', low: 0.02, high: 0.07, best: 0.04 },
      'default: 2 to 7 % a month, judgement; three in four US customers had a serious problem in a year over all they buy, and small ones are about ten times as many',
    ),
  level: () => assumed({ kind: 'fixed', value: 7 }, 'default: 7 of 10'),
  investOnce: () => assumed({ kind: 'fixed', value: 0 }, 'default: no cost at the start'),
  noCost: () => assumed({ kind: 'fixed', value: 0 }, 'default: no cost'),
  tenure: [{ months: 24, share: 1 }],
  rampMonths: 1,
  creditMonths: 1,
  feeShown: 'at billing',
  reason: 'none',
} as const;

function assumed(belief: Distribution, source: string): Quantity {
  return { belief, evidence: 'assumed', source, given: false };
}

function shareOfPrice(price: number, low: number, best: number, high: number, source: string): Quantity {
  const belief = {
    kind: 'interval',
    scale: 'positive',
    low: low * price,
    high: high * price,
    best: best * price,
  };
  return assumed(belief as Distribution, source);
}

export interface StatedService {
  readonly promise?: Quantity | undefined;
  readonly delivery?: Quantity | undefined;
}

/** Promise and delivery of every dimension: what is promised is delivered unless the file says otherwise. */
export function completeService(
  stated: ReadonlyMap<Dimension, StatedService>,
  valueAtBest: (quantity: Quantity) => number,
): Segment['service'] {
  const entries = dimensions.map((dimension) => {
    const { promise = defaults.level(), delivery } = stated.get(dimension) ?? {};
    const kept = () => fixed(valueAtBest(promise), 'assumed', 'default: what is promised', false);
    return [dimension, { promise, delivery: delivery ?? kept() }] as const;
  });
  // One entry for each dimension, which fromEntries forgets.
  return Object.fromEntries(entries) as Segment['service'];
}
