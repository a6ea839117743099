import type { Zeros } from '../core/zeros.ts';
import type { Parameters } from '../mechanisms/index.ts';
import type { MarketFirm, MarketState } from '../mechanisms/state-market.ts';
import { fillReturning } from '../mechanisms/win-back.ts';
import type { Scenario, Segment } from '../scenario/scenario.ts';
import type { Sample } from './sample.ts';

/** A segment before anybody has talked, come back or used more or less. */
export function createMarketState(
  segment: Segment,
  sample: Sample,
  parameters: Parameters,
  months: number,
  zeros: Zeros,
): Omit<MarketState, 'ended' | 'usePrice' | 'use' | 'furtherServices' | 'exitMoney'> {
  const { usage, growth, contract } = segment;
  return {
    excessLeavers: 0,
    separated: 0,
    separationMoney: 0,
    promoterScore: 0,
    heardPraise: 0,
    heardComplaint: 0,
    talkDraw: 1,
    referralRatio: 1,
    returnersDue: zeros(months + 1),
    wonBackDue: zeros(months + 1),
    returnersMoney: zeros(months + 1),
    returning: fillReturning(zeros(months + 1), parameters.returnRate),
    returners: 0,
    acquisitionSpend: 0,
    usageShare: usage ? sample.of(usage.share) : 0,
    growthRate: growth ? sample.of(growth.rate) : 0,
    growthValue: growth ? sample.of(growth.value) : 0,
    exitFee: contract?.exitFee ? sample.of(contract.exitFee) : 0,
  };
}

/** What segments share of the market, the world's events included. */
export function createMarketFirm(
  { months, world }: Scenario,
  sample: Sample,
  usualCustomers: Float64Array | undefined,
): MarketFirm {
  const { innovation, imitation } = sample.parameters({});
  const economy = new Float64Array(months + 1).fill(1);
  const competitorService = new Float64Array(months + 1);
  for (const event of world.events) {
    const power = event.economy ? 1 + sample.of(event.economy) : 1;
    const points = event.competitorService ? sample.of(event.competitorService) : 0;
    for (let month = event.at; month <= months; month++) {
      economy[month] *= power;
      competitorService[month] += points;
    }
  }
  return {
    economy,
    competitorService,
    usualCustomers,
    potential: world.market.potential ? sample.of(world.market.potential) : Number.POSITIVE_INFINITY,
    customers: new Float64Array(months + 1),
    diffusion: { innovation, imitation },
    imitation: 1,
    praise: 0,
    complaint: 0,
  };
}
