import { dimensions } from '../core/dimensions.ts';
import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';
import type { FirmState } from './state-firm.ts';

export const expectationDescription = {
  name: 'expectation',
  title: 'What customers expect',
  equation:
    'W ← W + ω·trust·Δpromise; W ← W + κ(x − W), κ = max(κ∞, 1/(1/κ₀ + tenure)); S ← S + κ_S·max(0, B − S), B = min(10, max(max(x, promise) + demand, S₀ + exposure·competitor’s gain))',
  source: 'Boulding, Kalra, Staelin & Zeithaml (1993)',
  reads: ['delivered', 'promised', 'schedule.promise', 'trust', 'competitorService'],
  writes: ['will', 'should', 'tenureMonths'],
  example:
    'A promise raised by 1 point at trust 0.6 lifts what customers think they will get by 0.18 at once, where a promise weighs 0.3.',
  parameters: [
    {
      name: 'promiseWeight',
      meaning: 'Weight of a promise, times trust, on what customers think they will get',
      symbol: 'ω',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.1, high: 0.6, best: 0.3 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'learningNew',
      meaning: 'Rate at which a newcomer learns from experience',
      symbol: 'κ₀',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.2, high: 0.5, best: 0.35 },
      bounds: [0.01, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'learningSettled',
      meaning: 'Rate at which a long-standing customer learns',
      symbol: 'κ∞',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.05, high: 0.2, best: 0.1 },
      bounds: [0.005, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'demand',
      meaning: 'Points that customers find they are owed above the best they have seen',
      symbol: '',
      unit: 'points',
      default: { kind: 'fixed', value: 0 },
      bounds: [-5, 5],
      scale: 'signed',
      evidence: 'assumed',
      source: 'judgement; a profile moves it',
    },
    {
      name: 'competitorExposure',
      meaning: 'Share of customers who see what the competitor does for its own',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.1, high: 0.6, best: 0.3 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'shouldRatchet',
      meaning: 'Rate at which the should-expectation rises to the best seen or promised',
      symbol: 'κ_S',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.1, high: 0.4, best: 0.2 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** A promise that changes this month moves the will-expectation at once, in proportion to trust. */
export function hearPromise(segment: SegmentState, month: number): void {
  const { schedule, parameters } = segment;
  const count = dimensions.length;
  for (let k = 0; k < count; k++) {
    const change = schedule.promise[month * count + k] - schedule.promise[(month - 1) * count + k];
    if (change === 0) continue;
    segment.expectsAsAtStart = 0;
    for (let cell = 0; cell < segment.cells; cell++) {
      segment.will[cell * count + k] += parameters.promiseWeight * segment.trust[cell] * change;
    }
  }
}

/**
 * Expectations take in the month: will follows experience, should ratchets up.
 *
 * Equation  W ← W + κ(x − W), κ = max(κ∞, 1/(1/κ₀ + tenure)); S ← S + κ_S·max(0, B − S), B the best seen
 */
export function learn(segment: SegmentState, month: number, firm: FirmState): void {
  const { cells, parameters, delivered, will, should, tenureMonths } = segment;
  const { learningNew, learningSettled, shouldRatchet } = parameters;
  const count = dimensions.length;
  const settled = Math.min(learningSettled, learningNew);
  const untilKnown = 1 / learningNew;
  for (let k = 0; k < count; k++) owed[k] = bestSeen(segment, k, firm.competitorService[month]);
  if (segment.expectsAsAtStart === 1 && isAsAtStart(segment, delivered, owed)) {
    for (let cell = 0; cell < cells; cell++) tenureMonths[cell] += 1;
    return;
  }
  segment.expectsAsAtStart = 0;
  for (let cell = 0; cell < cells; cell++) {
    const rate = Math.max(settled, 1 / (untilKnown + tenureMonths[cell]));
    for (let k = 0, index = cell * count; k < count; k++, index++) {
      will[index] += rate * (delivered[k] - will[index]);
      const best = owed[k] - should[index];
      if (best > 0) should[index] = Math.min(10, should[index] + shouldRatchet * best);
    }
    tenureMonths[cell] += 1;
  }
}

const owed = new Float64Array(dimensions.length);

/** Whether these levels of will and should are those of the start in every dimension. */
export function isAsAtStart({ start }: SegmentState, will: Float64Array, should: Float64Array): boolean {
  for (let k = 0; k < dimensions.length; k++) {
    if (will[k] !== start.will[k] || should[k] !== start.should[k]) return false;
  }
  return true;
}

/**
 * The best that customers have seen or been promised, to which the should-expectation rises [points].
 *
 * Equation  B = max(0, min(10, max(max(x, promise) + demand, S₀ + exposure·gain)))
 * Inputs    the competitor's gain in service since the start ≥ 0 [points], seen by those exposed to it
 */
export function bestSeen(segment: SegmentState, dimension: number, competitorGain: number): number {
  const { parameters, start, delivered, promised } = segment;
  const own = Math.max(delivered[dimension], promised[dimension]) + parameters.demand;
  const rival =
    competitorGain > 0 ? start.should[dimension] + parameters.competitorExposure * competitorGain : 0;
  return Math.max(0, Math.min(10, Math.max(own, rival)));
}
