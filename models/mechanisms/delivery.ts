import { dimensions } from '../core/dimensions.ts';
import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';

export const deliveryDescription = {
  name: 'delivery',
  title: 'Delivered quality',
  equation:
    'capability = start + Σ invest·ramp; without upkeep the gain falls by d a month; improvements are noticed at rate n, declines at once',
  source: 'judgement; lag of noticing after Boulding et al. (1993)',
  reads: ['schedule.capability', 'schedule.promise', 'serviceShift'],
  writes: ['delivered', 'promised', 'promiseGap'],
  example:
    'An investment of 1 point that is noticed at 0.5 a month reads 0.5 in its first full month and 0.75 in the next.',
  parameters: [
    {
      name: 'noticingRate',
      meaning: 'Share of an improvement that customers notice each month',
      symbol: 'n',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.3, high: 0.7, best: 0.5 },
      bounds: [0.01, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'upkeepDecay',
      meaning: 'Loss of an improvement each month without upkeep',
      symbol: 'd',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.01, high: 0.06, best: 0.03 },
      bounds: [0, 0.5],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'indirectCostShare',
      meaning: 'Training, support and disruption on top of the stated cost of a programme',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.1, high: 0.6, best: 0.3 },
      bounds: [0, 3],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/**
 * What is delivered as customers notice it, and what is promised, this month.
 *
 * Equation  delivered ← capability when it is worse; delivered + n·(capability − delivered) when it is better
 */
export function deliver(segment: SegmentState, month: number): void {
  const { schedule, parameters } = segment;
  for (let k = 0; k < dimensions.length; k++) {
    const capability = schedule.capability[month * dimensions.length + k] + segment.serviceShift[k];
    const gain = capability - segment.delivered[k];
    segment.delivered[k] += gain > 0 ? parameters.noticingRate * gain : gain;
    segment.promised[k] = schedule.promise[month * dimensions.length + k];
  }
  segment.promiseGap = weighted(segment, (k) => segment.delivered[k] - segment.promised[k]);
}

/** Sum over dimensions by importance. */
function weighted(segment: SegmentState, of: (k: number) => number): number {
  return dimensions.reduce((sum, _, k) => sum + segment.dimensionWeights[k] * of(k), 0);
}
