import { dimensions } from '../core/dimensions.ts';
import { normalCdf } from '../core/numbers.ts';
import type { MechanismDescription } from './description.ts';
import type { Parameters } from './index.ts';
import type { SegmentState } from './state.ts';
import type { FirmState } from './state-firm.ts';

const judged = {
  scale: 'share',
  evidence: 'assumed',
  source:
    'judgement: what can be seen from the boardroom is overrated, what only customers meet nearly overlooked',
} as const;
const importance = { unit: 'share', bounds: [0, 1], ...judged } as const;

export const listeningDescription = {
  name: 'listening',
  title: 'What management believes',
  equation:
    'i ← i + r·(e − i), r = g when e > i, d when e < i, e = 1 − (1 − i₀)·Π(1 − effect of a channel); bias = (1 − i)·b·σ + fear of blame; believed delivery = min(10, delivery + bias); believed weights = i·w + (1 − i)·m; superior = 1 − Φ((level − satisfaction)/σ), believed with satisfaction + bias',
  source:
    'Bain (2005), Closing the delivery gap: 80 % of 362 firms believe they are superior, 8 % of customers say so. Belief reaches customers in one way only: through programmes that the plan leaves to management',
  reads: ['schedule.insight', 'hearingBias', 'delivered', 'satisfaction'],
  writes: ['insight', 'superior', 'believedSuperior', 'believedDelivery', 'believedWeights'],
  example:
    'Of customers whose mean satisfaction is 7, 8.6 % call the service superior; a boardroom that does not listen believes in 81 %.',
  parameters: [
    {
      name: 'boardroomBias',
      meaning: 'How much better than it is a boardroom that does not listen believes the service to be',
      symbol: 'b',
      unit: 'sd',
      default: { kind: 'normal', mean: 2.25, sd: 0.3, min: 0, max: 4 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'expert',
      source:
        'Bain (2005): from the quantile of 8 % to that of 80 %, in standard deviations between customers',
    },
    {
      name: 'superiorLevel',
      meaning: 'Satisfaction from which a customer calls the service superior',
      symbol: '',
      unit: 'points',
      default: { kind: 'fixed', value: 10 },
      bounds: [5, 10],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement: the top of the scale, which about as many reach as in Bain (2005)',
    },
    {
      name: 'surveyInsight',
      meaning: 'Share of what is not known that regular surveys tell',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.25, high: 0.65, best: 0.45 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement: they answer what is asked',
    },
    {
      name: 'focusGroupInsight',
      meaning: 'Share of what is not known that focus groups tell',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.15, high: 0.5, best: 0.3 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement: few customers, but they name what nobody asked',
    },
    {
      name: 'visitInsight',
      meaning: 'Share of what is not known that visits by those who decide tell',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.3, high: 0.75, best: 0.55 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement: seen with one’s own eyes',
    },
    {
      name: 'insightRate',
      meaning: 'Share of what listening can tell that is understood each month',
      symbol: 'g',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.15, high: 0.4, best: 0.25 },
      bounds: [0.01, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement: a quarter or two from question to conclusion',
    },
    {
      name: 'insightDecay',
      meaning: 'Share of what was learned that goes stale each month once listening ends',
      symbol: 'd',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.03, high: 0.12, best: 0.06 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement: half within a year',
    },
    {
      name: 'boardWeightReliability',
      meaning: 'Importance of reliability as management sees it unasked',
      symbol: 'm₁',
      default: { kind: 'fixed', value: 0.29 },
      ...importance,
    },
    {
      name: 'boardWeightResponsiveness',
      meaning: 'Importance of responsiveness as management sees it unasked',
      symbol: 'm₂',
      default: { kind: 'fixed', value: 0.18 },
      ...importance,
    },
    {
      name: 'boardWeightAssurance',
      meaning: 'Importance of assurance as management sees it unasked',
      symbol: 'm₃',
      default: { kind: 'fixed', value: 0.15 },
      ...importance,
    },
    {
      name: 'boardWeightEmpathy',
      meaning: 'Importance of empathy as management sees it unasked',
      symbol: 'm₄',
      default: { kind: 'fixed', value: 0.04 },
      ...importance,
    },
    {
      name: 'boardWeightTangibles',
      meaning: 'Importance of tangibles as management sees it unasked',
      symbol: 'm₅',
      default: { kind: 'fixed', value: 0.34 },
      ...importance,
    },
  ],
} as const satisfies MechanismDescription;

export const listeningChannels = ['survey', 'focus groups', 'visits'] as const;
export type ListeningChannel = (typeof listeningChannels)[number];

/** What a channel tells of what is not known yet, 0..1. */
function effectOf(channel: ListeningChannel, parameters: Parameters): number {
  switch (channel) {
    case 'survey':
      return parameters.surveyInsight;
    case 'focus groups':
      return parameters.focusGroupInsight;
    case 'visits':
      return parameters.visitInsight;
  }
}

/**
 * Insight after one more month.
 *
 * Equation  i ← i + r·(e − i), e = 1 − (1 − i₀)·Π(1 − effect)
 * Inputs    insight i and start i₀ in 0..1; channels in use this month beyond those of the start
 * Returns   0..1; exactly the start while nothing beyond it is or was in use
 */
export function updateInsight(
  insight: number,
  start: number,
  channels: readonly ListeningChannel[],
  parameters: Parameters,
): number {
  let unheard = 1 - start;
  for (const channel of channels) unheard *= 1 - effectOf(channel, parameters);
  const level = channels.length === 0 ? start : 1 - unheard;
  return insight + (level > insight ? parameters.insightRate : parameters.insightDecay) * (level - insight);
}

/**
 * Importance of each dimension as management sees it.
 *
 * Equation  i·w + (1 − i)·m, with m scaled to sum to 1
 * Inputs    insight i in 0..1; customers' weights w summing to 1
 * Returns   shares that sum to 1
 */
export function believeWeights(insight: number, weights: Float64Array, parameters: Parameters): Float64Array {
  const unasked = unaskedWeights(parameters);
  return weights.map((weight, k) => believeWeight(insight, weight, unasked[k]));
}

function believeWeight(insight: number, weight: number, unasked: number): number {
  return insight * weight + (1 - insight) * unasked;
}

/** Importance as management sees it without asking, summing to 1. */
function unaskedWeights(parameters: Parameters): readonly number[] {
  const unasked = [
    parameters.boardWeightReliability,
    parameters.boardWeightResponsiveness,
    parameters.boardWeightAssurance,
    parameters.boardWeightEmpathy,
    parameters.boardWeightTangibles,
  ];
  let total = 0;
  for (const weight of unasked) total += weight;
  for (let k = 0; k < unasked.length; k++) unasked[k] /= total;
  return unasked;
}

/** Share of customers at or above the level of superior service: 1 − Φ((level − satisfaction)/σ). */
export function superiorShare(satisfaction: number, parameters: Parameters): number {
  return normalCdf((satisfaction - parameters.superiorLevel) / parameters.satisfactionSpread);
}

/** What the boardroom believes this month, beside what customers would say. Changes nothing for anybody. */
export function listen(firm: FirmState, segments: readonly SegmentState[], month: number): void {
  const delivery = new Float64Array(dimensions.length);
  const weights = new Float64Array(dimensions.length);
  let [customers, superior, believed] = [0, 0, 0];
  let asked: Parameters | undefined;
  let unasked: readonly number[] = [];
  for (const segment of segments) {
    const { parameters, schedule } = segment;
    firm.insight = schedule.insight[month];
    const bias =
      (1 - firm.insight) * parameters.boardroomBias * parameters.satisfactionSpread + firm.hearingBias;
    const own = superiorCustomers(segment, bias);
    customers += own.customers;
    superior += own.superior;
    believed += own.believed;
    if (parameters !== asked) {
      asked = parameters;
      unasked = unaskedWeights(parameters);
    }
    for (let k = 0; k < dimensions.length; k++) {
      delivery[k] += own.customers * Math.min(10, segment.delivered[k] + bias);
      weights[k] += own.customers * believeWeight(firm.insight, segment.dimensionWeights[k], unasked[k]);
    }
  }
  // Of nobody there is nothing new to believe.
  if (customers === 0) return;
  firm.superior = superior / customers;
  firm.believedSuperior = believed / customers;
  for (let k = 0; k < dimensions.length; k++) {
    firm.believedDelivery[k] = delivery[k] / customers;
    firm.believedWeights[k] = weights[k] / customers;
  }
}

function superiorCustomers(segment: SegmentState, bias: number) {
  const { present, satisfaction, parameters } = segment;
  let [customers, superior, believed] = [0, 0, 0];
  let [level, share, believedShare] = [Number.NaN, 0, 0];
  for (let cell = 0; cell < segment.cells; cell++) {
    if (present[cell] === 0) continue;
    // Most cells stand where the one before them stands.
    if (satisfaction[cell] !== level) {
      level = satisfaction[cell];
      share = superiorShare(level, parameters);
      believedShare = superiorShare(level + bias, parameters);
    }
    customers += present[cell];
    superior += present[cell] * share;
    believed += present[cell] * believedShare;
  }
  return { customers, superior, believed };
}
