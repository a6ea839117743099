import { softLimit } from '../core/numbers.ts';
import type { MechanismDescription } from './description.ts';
import { newcomerGroup, type SegmentState } from './state.ts';
import type { FirmState } from './state-firm.ts';

export const priceLevelDescription = {
  name: 'price-level',
  title: 'Price against the market',
  equation:
    'factor = exp(g(β_L·s·V)); V ← V + n_L·(price/(competitor × purchasing power) ÷ its start − 1 − V); the competitor closes q of its gap a month',
  source: 'judgement: without it any rise is forgiven in time',
  reads: [
    'schedule.chargedPrice',
    'schedule.perceivedFee',
    'schedule.newcomerFee',
    'competitorEvents',
    'economy',
    'sensitivity',
  ],
  writes: ['competitor', 'priceLevel', 'levelFactor'],
  example:
    'A price 10 % further above the market than at the start ends at a factor of 1.11 on the responsive hazard.',
  parameters: [
    {
      name: 'priceLevelResponse',
      meaning: 'Log-hazard per unit of relative price',
      symbol: 'β_L',
      unit: '1',
      default: { kind: 'lognormal', median: 1, sdLog: 0.6 },
      bounds: [0, 20],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement: no data',
    },
    {
      name: 'levelNoticing',
      meaning: 'Share of a change of relative price taken in each month',
      symbol: 'n_L',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.05, high: 0.12, best: 0.08 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'competitorSpeed',
      meaning: 'Share of the competitor’s remaining move made each month',
      symbol: 'q',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.1, high: 0.5, best: 0.25 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** The competitor moves towards what events set and what it follows of our own price. */
export function moveCompetitor(firm: FirmState, segments: readonly SegmentState[], month: number): void {
  let own = 0;
  segments.forEach((segment, index) => {
    own += firm.revenueShares[index] * displayedPrice(segment, month);
  });
  const target = firm.competitorEvents[month] * (1 + firm.competitorFollows * (own - 1));
  // An event is the world's fact and holds at once; following takes time.
  const event = firm.competitorEvents[month] / firm.competitorEvents[month - 1];
  firm.competitor *= event;
  firm.competitor += firm.competitorSpeed * (target - firm.competitor);
}

/** What rivals can see and follow: the price on display to newcomers, against the start. */
function displayedPrice({ schedule, start }: SegmentState, month: number): number {
  const at = newcomerGroup(schedule) * (schedule.months + 1) + month;
  return (schedule.chargedPrice[at] + schedule.newcomerFee[at]) / (start.price + start.fee);
}

/** Charged price of a price group against the segment's start, separate fees as perceived included. */
function relativePrice(segment: SegmentState, group: number, month: number): number {
  const { schedule, start } = segment;
  const at = group * (schedule.months + 1) + month;
  return (schedule.chargedPrice[at] + schedule.perceivedFee[at]) / (start.price + start.fee);
}

/** Price against the market is taken in slowly and keeps its effect. */
export function judgeLevel(segment: SegmentState, month: number, firm: FirmState): void {
  const { cells, present, parameters, priceLevel, levelFactor, sensitivity, sensitivities, stride } = segment;
  const { priceGroup } = segment;
  const market = firm.competitor * firm.economy[month];
  let [twin, group, target] = [-1, -1, 0];
  for (let cell = 0; cell < cells; cell++) {
    if (present[cell] === 0) continue;
    if (priceGroup[cell] !== group) {
      group = priceGroup[cell];
      target = relativePrice(segment, group, month) / market - 1;
    }
    priceLevel[cell] += parameters.levelNoticing * (target - priceLevel[cell]);
    const at = cell * sensitivities;
    if (stride === 0 && twin >= 0 && priceLevel[twin] === priceLevel[cell]) {
      for (let s = 0; s < sensitivities; s++) levelFactor[at + s] = levelFactor[twin * sensitivities + s];
      continue;
    }
    const response = parameters.priceLevelResponse * priceLevel[cell];
    for (let s = 0; s < sensitivities; s++) {
      levelFactor[at + s] =
        response === 0 ? 1 : Math.exp(softLimit(response * sensitivity[cell * stride + s], 3));
    }
    twin = cell;
  }
}
