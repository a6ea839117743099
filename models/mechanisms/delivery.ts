import { type Dimension, dimensions } from '../core/dimensions.ts';
import { normalCdf, power } from '../core/numbers.ts';
import type { MechanismDescription } from './description.ts';
import type { Parameters } from './index.ts';
import type { SegmentState } from './state.ts';

export const deliveryDescription = {
  name: 'delivery',
  title: 'Delivered quality',
  equation:
    'capability = start + Σ invest·ramp + shift; without upkeep the gain falls by d a month; of a gain G in tangibles or responsiveness counts G·min(1, attitude/(start + G))^c; improvements are noticed at rate n, declines at once; standards kept: Φ(ln(promise/median)/ln spread)',
  source:
    'judgement; lag of noticing after Boulding et al. (1993); that staff carry what equipment provides: Parasuraman, Zeithaml & Berry (1988)',
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
    {
      name: 'attitudeComplement',
      meaning: 'How much a gain in physical means depends on staff whose attitude keeps up',
      symbol: 'c',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.5, high: 2, best: 1 },
      bounds: [0, 10],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'standardKept',
      meaning: 'Reliability from a time standard never kept to always kept, where all customers meet it',
      symbol: '',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 1, high: 3.5, best: 2 },
      bounds: [0, 10],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'standardHalving',
      meaning: 'Responsiveness through half the time, promised or taken, where all customers meet it',
      symbol: '',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 0.3, high: 1.5, best: 0.7 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'vagueness',
      meaning: 'How many times wider times spread on the log scale under a promise that names no time',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 1.2, high: 2, best: 1.5 },
      bounds: [1, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'direction Locke & Latham (1990): clear goals are met more evenly; size judgement',
    },
  ],
} as const satisfies MechanismDescription;

/**
 * Share of cases that a time standard is kept in, times being lognormal.
 *
 * Equation  Φ(ln(promise/median)/ln spread)
 * Inputs    promise, median [h] > 0; spread, the geometric standard deviation, > 1
 * Returns   0..1; one half where the median is what is promised
 */
export function shareKept(promise: number, median: number, spread: number): number {
  return normalCdf(Math.log(promise / median) / Math.log(spread));
}

/** Geometric standard deviation once a clear promise has become vague (1), or a vague one clear (−1). */
export function timeSpread(spread: number, vagueness: -1 | 0 | 1, parameters: Parameters): number {
  if (vagueness === 0) return spread;
  return power(spread, vagueness === 1 ? parameters.vagueness : 1 / parameters.vagueness);
}

/** Share of customers who have had a case within a year: whom a standard reaches. */
export function standardReach(casesPerMonth: number): number {
  return -Math.expm1(-12 * casesPerMonth);
}

/**
 * What counts of a gain in physical means: as far as staff's attitude keeps up with the level it aims at.
 *
 * Equation  G·min(1, attitude/(start + G))^c
 * Inputs    gain G ≥ 0, attitude, start [points], complement c ≥ 0
 * Returns   0..G; exactly 0 at no gain
 */
export function supportedGain(gain: number, start: number, attitude: number, complement: number): number {
  return gain * power(Math.min(1, attitude / (start + gain)), complement);
}

const attitudes = placesOf('assurance', 'empathy');
const physicalMeans = placesOf('responsiveness', 'tangibles');

function placesOf(...names: readonly Dimension[]): readonly number[] {
  return names.map((name) => dimensions.indexOf(name));
}

/**
 * What is delivered as customers notice it, and what is promised, this month. Attitude moves first: gains in
 * physical means lean on it.
 *
 * Equation  delivered ← capability when it is worse; delivered + n·(capability − delivered) when it is better
 */
export function deliver(segment: SegmentState, month: number): void {
  const { delivered, promised, schedule } = segment;
  for (const k of attitudes) notice(segment, k, capabilityOf(segment, k, month));
  const attitude = attitudes.reduce((sum, k) => sum + delivered[k], 0) / attitudes.length;
  notice(segment, 0, capabilityOf(segment, 0, month));
  for (const k of physicalMeans) {
    const capability = capabilityOf(segment, k, month);
    const start = segment.start.delivery[k];
    const { attitudeComplement } = segment.parameters;
    const gain = supportedGain(capability - start, start, attitude, attitudeComplement);
    notice(segment, k, capability > start ? start + gain : capability);
  }
  for (let k = 0; k < dimensions.length; k++) promised[k] = schedule.promise[month * dimensions.length + k];
  segment.promiseGap = weightedGap(segment);
}

/** What the plan and people together are able to deliver, on its scale from 0 to 10. */
function capabilityOf({ schedule, serviceShift }: SegmentState, k: number, month: number): number {
  const points = schedule.capability[month * dimensions.length + k] + serviceShift[k];
  return Math.min(10, Math.max(0, points));
}

/** Declines are noticed at once, improvements by and by. */
function notice({ delivered, parameters }: SegmentState, k: number, capability: number): void {
  const gain = capability - delivered[k];
  delivered[k] += gain > 0 ? parameters.noticingRate * gain : gain;
}

/** Delivered minus promised, over dimensions by importance. */
function weightedGap({ dimensionWeights, delivered, promised }: SegmentState): number {
  let gap = 0;
  for (let k = 0; k < dimensions.length; k++) gap += dimensionWeights[k] * (delivered[k] - promised[k]);
  return gap;
}
