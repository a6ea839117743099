import { softLimit } from '../core/numbers.ts';
import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';

/** Path: further services move revenue, never the hazard. */
export const growthDescription = {
  name: 'growth',
  title: 'Further services',
  equation:
    'D ← (1 − l)·D + rate·(exp(g(β_g·C)) − 1), g(x) = tanh(x); revenue + customers·D·value. At the start each customer holds rate/l of them, which the price includes',
  source: 'satisfaction goes with further purchase; sizes judgement',
  reads: ['satisfaction', 'growthRate'],
  writes: ['furtherServices'],
  example:
    'At 1 % a month, customers a standard deviation more satisfied take 22 % more of further services each month.',
  parameters: [
    {
      name: 'growthSatisfactionResponse',
      meaning: 'Log-response of taking further services to a standard deviation of satisfaction',
      symbol: 'β_g',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.08, high: 0.5, best: 0.2 },
      bounds: [0, 3],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'serviceLapse',
      meaning: 'Share of further services given up each month',
      symbol: 'l',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.01, high: 0.06, best: 0.03 },
      bounds: [0.001, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** Further services taken and given up this month, against the start's balance of the two. */
export function takeServices(segment: SegmentState): void {
  if (segment.growthRate === 0) return;
  const { parameters, furtherServices, growthRate } = segment;
  for (let cell = 0; cell < segment.cells; cell++) {
    if (segment.present[cell] === 0) continue;
    const change = (segment.satisfaction[cell] - segment.start.satisfaction) / parameters.satisfactionSpread;
    const more = change === 0 ? 0 : Math.expm1(softLimit(parameters.growthSatisfactionResponse * change, 1));
    furtherServices[cell] += growthRate * more - parameters.serviceLapse * furtherServices[cell];
  }
}
