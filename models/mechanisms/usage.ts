import { softLimit } from '../core/numbers.ts';
import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';

/** Path: use moves revenue and the cost that goes with it, never the hazard. */
export const usageDescription = {
  name: 'usage',
  title: 'Using more or less',
  equation:
    'use = exp(g(L + β_u·C)), L ← L + F·(−e_u·ln(price/start) − L), g(x) = tanh(x); bill and cost × (1 − share + share·use)',
  source: 'usage price drives use: Danaher (2002); sizes judgement',
  reads: ['schedule.chargedPrice', 'schedule.perceivedFee', 'aware', 'satisfaction', 'usageShare'],
  writes: ['usePrice', 'use'],
  example: 'A price 10 % higher that all know of lowers use by 2.8 %, where use answers to price at 0.3.',
  parameters: [
    {
      name: 'usePriceResponse',
      meaning: 'Log-response of use to the log of price, with its sign turned',
      symbol: 'e_u',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.1, high: 0.6, best: 0.3 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'useSatisfactionResponse',
      meaning: 'Log-response of use to a standard deviation of satisfaction',
      symbol: 'β_u',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.03, high: 0.2, best: 0.08 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source: 'sign: payment equity moves later use, Bolton & Lemon (1999); size judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** Who knows of a price adapts use to it; who is satisfied uses more. */
export function adaptUse(segment: SegmentState, month: number): void {
  if (segment.usageShare === 0) return;
  const { schedule, start, parameters, usePrice } = segment;
  for (let cell = 0; cell < segment.cells; cell++) {
    if (segment.present[cell] === 0) continue;
    const at = segment.priceGroup[cell] * (schedule.months + 1) + month;
    const price = schedule.chargedPrice[at] + schedule.perceivedFee[at];
    const target = useAtPrice(price / (start.price + start.fee), parameters.usePriceResponse);
    usePrice[cell] += segment.aware[cell] * (target - usePrice[cell]);
    const change = (segment.satisfaction[cell] - start.satisfaction) / parameters.satisfactionSpread;
    const shift = usePrice[cell] + parameters.useSatisfactionResponse * change;
    segment.use[cell] = shift === 0 ? 1 : Math.exp(softLimit(shift, 1));
  }
}

/**
 * Log change of use at a price that is known.
 *
 * Equation  −e_u·ln(ratio)
 * Inputs    price against the start above 0, response e_u ≥ 0
 * Returns   falls as the price rises; exactly 0 at the old price
 */
export function useAtPrice(ratio: number, response: number): number {
  return ratio === 1 ? 0 : -response * Math.log(ratio);
}
