import type { Quantity } from '../core/quantity.ts';
import type { Action, Segment, WorldEvent } from './scenario.ts';

type Bounds = readonly [low: number, high: number];
/** A number of the market before it has its id: where it stands below its owner, and what it means. */
export type MarketQuantity = readonly [
  path: readonly string[],
  quantity: Quantity | undefined,
  meaning: string,
  unit: string,
  bounds: Bounds,
];

const notNegative: Bounds = [0, Infinity];
const anyNumber: Bounds = [-Infinity, Infinity];
const share: Bounds = [0, 1];

/** Numbers of a segment's use, growth and exit fee. */
export function segmentMarketQuantities(
  { usage, growth, contract }: Segment,
  currency: string,
): readonly MarketQuantity[] {
  const further = 'Further services a customer takes';
  return [
    [['usage', 'share'], usage?.share, 'Part of the bill that depends on use', '1', share],
    [['usage', 'uses'], usage?.uses, 'Uses at the start', '1/month', notNegative],
    [['growth', 'rate'], growth?.rate, further, '1/month', notNegative],
    [['growth', 'value'], growth?.value, 'What a further service brings', `${currency}/month`, notNegative],
    [['contract', 'exitFee'], contract?.exitFee, 'Fee for leaving under contract', currency, notNegative],
  ];
}

export function eventMarketQuantities(event: WorldEvent): readonly MarketQuantity[] {
  const from = `from month ${event.at}`;
  const service = `Competitor’s service ${from}, change by`;
  const economy = `Purchasing power ${from}, change by a share`;
  return [
    [['competitorService'], event.competitorService, service, 'points', notNegative],
    [['economy'], event.economy, economy, '1', [-0.99, Infinity]],
  ];
}

export function actionMarketQuantities(action: Action, currency: string): readonly MarketQuantity[] {
  const { advocates, acquire, winBack, separate } = action;
  const money = `${currency}/month`;
  return [
    [['advocates', 'lift'], advocates?.lift, 'Further referrals', '1', notNegative],
    [['advocates', 'reward'], advocates?.reward, 'Reward for a referral', currency, notNegative],
    [['advocates', 'once'], advocates?.once, 'Cost of treating advocates, once', currency, notNegative],
    [['advocates', 'monthly'], advocates?.monthly, 'Cost of treating advocates', money, notNegative],
    [['acquire', 'monthly'], acquire?.monthly, 'More money for newcomers', money, anyNumber],
    [['acquire', 'once'], acquire?.once, 'More money for newcomers, once', currency, notNegative],
    [['winBack', 'by'], winBack?.by, 'Share of leavers won back', '1', share],
    [['winBack', 'perReturn'], winBack?.perReturn, 'Cost of winning one back', currency, notNegative],
    [['separate', 'share'], separate?.share, 'Share of customers sent away', '1', share],
    [['separate', 'cost'], separate?.cost, 'Cost of sending one away', currency, notNegative],
  ];
}
