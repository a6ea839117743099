import { dimensions } from '../core/dimensions.ts';
import { gaussHermite, softLimit } from '../core/numbers.ts';
import { valueOfGap } from '../core/value-of-gap.ts';
import type { MechanismDescription } from './description.ts';
import type { Parameters } from './index.ts';
import type { SegmentState } from './state.ts';

export const satisfactionDescription = {
  name: 'satisfaction',
  title: 'Perception and satisfaction',
  equation:
    'P = x + a(W − x) − b(S − x); Sat = Sat₀ + Σ w_k[β_q·ΔP + β_d·Δv(P − E)]; C ← (1 − ψ)C + ψ(ΔSat/σ − unfairness)',
  source: 'Boulding et al. (1993); Tversky & Kahneman (1992); Brown et al. (2024) for λ',
  reads: ['delivered', 'will', 'should', 'unfairness', 'failureSatisfaction', 'schedule.experienceSpread'],
  writes: ['cumulativeSatisfaction', 'satisfaction'],
  example:
    'One point less on every dimension costs 1.33 points of satisfaction at once; one point more brings 0.73.',
  parameters: [
    {
      name: 'willAssimilation',
      meaning: 'Pull of the will-expectation on what is perceived',
      symbol: 'a',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.05, high: 0.4, best: 0.2 },
      bounds: [0, 0.9],
      scale: 'share',
      evidence: 'assumed',
      source: 'sign Boulding et al. (1993), size judgement',
    },
    {
      name: 'shouldContrast',
      meaning: 'Push of the should-expectation on what is perceived',
      symbol: 'b',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.05, high: 0.4, best: 0.2 },
      bounds: [0, 0.9],
      scale: 'share',
      evidence: 'assumed',
      source: 'sign Boulding et al. (1993), size judgement',
    },
    {
      name: 'toleranceZone',
      meaning: 'Width of the zone above the will-expectation in which more counts little',
      symbol: '',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 0.5, high: 2, best: 1 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'concept Zeithaml, Berry & Parasuraman (1993), size judgement',
    },
    {
      name: 'lossAversion',
      meaning: 'How much more a loss weighs than a gain',
      symbol: 'λ',
      unit: '1',
      default: { kind: 'normal', mean: 1.95, sd: 0.2, min: 1, max: 4 },
      bounds: [1, 6],
      scale: 'positive',
      evidence: 'expert',
      source: 'mean 1.955 of 607 estimates, Brown et al. (2024)',
    },
    {
      name: 'valueCurvature',
      meaning: 'Diminishing sensitivity to larger gaps',
      symbol: 'α',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.75, high: 0.96, best: 0.88 },
      bounds: [0.3, 1],
      scale: 'share',
      evidence: 'expert',
      source: 'Tversky & Kahneman (1992)',
    },
    {
      name: 'qualityWeight',
      meaning: 'Satisfaction per point of perceived quality',
      symbol: 'β_q',
      unit: 'points/point',
      default: { kind: 'normal', mean: 0.4, sd: 0.15, min: 0.05, max: 1 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'gapWeight',
      meaning: 'Satisfaction per unit of the value of a gap',
      symbol: 'β_d',
      unit: 'points/point',
      default: { kind: 'normal', mean: 0.6, sd: 0.2, min: 0.05, max: 1.5 },
      bounds: [0, 3],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'experienceNoise',
      meaning: 'Spread of one month’s experience around what is delivered',
      symbol: '',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 0.3, high: 0.8, best: 0.5 },
      bounds: [0, 4],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement; at 1 point losses would no longer weigh 1.5 times gains, as they are found to',
    },
    {
      name: 'satisfactionSpread',
      meaning: 'One standard deviation of satisfaction between customers',
      symbol: 'σ',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 1.8, high: 2.7, best: 2.2 },
      bounds: [0.2, 6],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'satisfactionMemory',
      meaning: 'Share of cumulative satisfaction that a month replaces',
      symbol: 'ψ',
      unit: '1/month',
      default: { kind: 'lognormal', median: 0.18, sdLog: 0.35 },
      bounds: [0.01, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement; newcomers learn faster, old customers more slowly',
    },
    {
      name: 'weightReliability',
      meaning: 'Importance of reliability',
      symbol: 'w₁',
      unit: 'share',
      default: { kind: 'fixed', value: 0.32 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'expert',
      source: 'Zeithaml, Parasuraman & Berry (1990), unverified',
    },
    {
      name: 'weightResponsiveness',
      meaning: 'Importance of responsiveness',
      symbol: 'w₂',
      unit: 'share',
      default: { kind: 'fixed', value: 0.22 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'expert',
      source: 'Zeithaml, Parasuraman & Berry (1990), unverified',
    },
    {
      name: 'weightAssurance',
      meaning: 'Importance of assurance',
      symbol: 'w₃',
      unit: 'share',
      default: { kind: 'fixed', value: 0.19 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'expert',
      source: 'Zeithaml, Parasuraman & Berry (1990), unverified',
    },
    {
      name: 'weightEmpathy',
      meaning: 'Importance of empathy',
      symbol: 'w₄',
      unit: 'share',
      default: { kind: 'fixed', value: 0.16 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'expert',
      source: 'Zeithaml, Parasuraman & Berry (1990), unverified',
    },
    {
      name: 'weightTangibles',
      meaning: 'Importance of tangibles',
      symbol: 'w₅',
      unit: 'share',
      default: { kind: 'fixed', value: 0.11 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'expert',
      source: 'Zeithaml, Parasuraman & Berry (1990), unverified',
    },
  ],
} as const satisfies MechanismDescription;

/** Importance of each dimension to customers, summing to 1. */
export function dimensionWeights(parameters: Parameters): Float64Array {
  const raw = [
    parameters.weightReliability,
    parameters.weightResponsiveness,
    parameters.weightAssurance,
    parameters.weightEmpathy,
    parameters.weightTangibles,
  ];
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return new Float64Array(raw.map((weight) => weight / total));
}

/** Nine nodes: the kink of the value function at the edge of the zone needs that many. */
const noise = gaussHermite(9);

/** Value of a gap averaged over one month's experience [points^α]; `spread` is relative to the usual noise. */
export function expectedValueOfGap(gap: number, parameters: Parameters, spread = 1): number {
  const { toleranceZone, lossAversion, valueCurvature } = parameters;
  let mean = 0;
  for (let q = 0; q < noise.nodes.length; q++) {
    const felt = gap + parameters.experienceNoise * spread * noise.nodes[q];
    mean += noise.weights[q] * valueOfGap(felt, toleranceZone, lossAversion, valueCurvature);
  }
  return mean;
}

/**
 * Perceived quality of one dimension.
 *
 * Equation  P = x + a(W − x) − b(S − x)
 * Inputs    delivered x, will W, should S [points]
 * Source    Boulding, Kalra, Staelin & Zeithaml (1993)
 */
export function perceive(delivered: number, will: number, should: number, parameters: Parameters): number {
  return (
    delivered +
    parameters.willAssimilation * (will - delivered) -
    parameters.shouldContrast * (should - delivered)
  );
}

/** Cumulative satisfaction takes in this month's quality, gaps and unfairness, in standard deviations from the start. */
export function satisfy(segment: SegmentState, month: number): void {
  const { cells, present, parameters, cumulativeSatisfaction, satisfaction, unfairness, start } = segment;
  const { satisfactionMemory: memory, satisfactionSpread } = parameters;
  const allAlike = segment.expectsAsAtStart === 1;
  lastWill.fill(Number.NaN);
  let [served, last, level] = [Number.NaN, 0, start.satisfaction];
  for (let cell = 0; cell < cells; cell++) {
    if (present[cell] === 0) continue;
    if (Number.isNaN(served) || !(allAlike || expectsAsLast(segment, cell))) {
      served = satisfactionChange(segment, cell, month) / satisfactionSpread;
    }
    const change = served - unfairness[cell];
    const now = (1 - memory) * cumulativeSatisfaction[cell] + memory * change;
    cumulativeSatisfaction[cell] = now;
    if (now !== last) {
      last = now;
      level = onScale(start.satisfaction, now * satisfactionSpread);
    }
    satisfaction[cell] = level;
  }
}

/** Over dimensions: what the cell worked out last in a month expects, and its change; many cells expect the same. */
const lastWill = new Float64Array(dimensions.length);
const lastShould = new Float64Array(dimensions.length);
const lastChange = new Float64Array(dimensions.length);

function expectsAsLast({ will, should }: SegmentState, cell: number): boolean {
  for (let k = 0, index = cell * dimensions.length; k < dimensions.length; k++, index++) {
    if (will[index] !== lastWill[k] || should[index] !== lastShould[k]) return false;
  }
  return true;
}

/** Change of satisfaction from the start through quality and gaps [points]. */
function satisfactionChange(segment: SegmentState, cell: number, month: number): number {
  const { will, should } = segment;
  let change = segment.failureSatisfaction;
  for (let k = 0, index = cell * dimensions.length; k < dimensions.length; k++, index++) {
    if (will[index] !== lastWill[k] || should[index] !== lastShould[k]) {
      lastWill[k] = will[index];
      lastShould[k] = should[index];
      lastChange[k] = changeIn(segment, k, will[index], should[index], month);
    }
    change += lastChange[k];
  }
  return change;
}

/** The part of one dimension [points]. */
function changeIn(segment: SegmentState, k: number, will: number, should: number, month: number): number {
  const { parameters, start } = segment;
  const spread = segment.schedule.experienceSpread[month];
  const perceived = perceive(segment.delivered[k], will, should, parameters);
  // Most months nothing about service has moved; the value of an unchanged gap is known.
  if (perceived === start.perceived[k] && will === start.will[k] && spread === 1) return 0;
  const value = expectedValueOfGap(perceived - will, parameters, spread) - start.gapValue[k];
  const quality = perceived - start.perceived[k];
  return segment.dimensionWeights[k] * (parameters.qualityWeight * quality + parameters.gapWeight * value);
}

/**
 * Satisfaction on the 0–10 scale: the starting level plus the cumulative change, which flattens towards either
 * end. The ends of the scale bound what satisfaction can do to anybody's leaving.
 */
function onScale(level: number, change: number): number {
  const room = change > 0 ? 10 - level : level;
  return room > 0 ? level + softLimit(change, room) : level;
}
