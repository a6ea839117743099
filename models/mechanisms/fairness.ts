import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';

export const fairnessDescription = {
  name: 'fairness',
  title: 'Price fairness',
  equation:
    'unfairness = φ·motive·max(0, loss − latitude)·F, in standard deviations of satisfaction; its only path is satisfaction',
  source: 'Kahneman, Knetsch & Thaler (1986); Homburg et al. (2005) for motive; sizes judgement',
  reads: ['priceLoss', 'aware', 'schedule.motive'],
  writes: ['unfairness'],
  example:
    'A rise of 0.16 on the log scale that all know of, with latitude 0.06 and no reason given, costs 0.5 standard deviations a month.',
  parameters: [
    {
      name: 'unfairnessWeight',
      meaning: 'Standard deviations of satisfaction per unit of log price rise beyond the latitude',
      symbol: 'φ',
      unit: '1',
      default: { kind: 'lognormal', median: 5, sdLog: 0.5 },
      bounds: [0, 50],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'fairnessLatitude',
      meaning: 'Log price rise that is taken as fair',
      symbol: '',
      unit: '1',
      default: { kind: 'uniform', low: 0.02, high: 0.1 },
      bounds: [0, 1],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'motiveNone',
      meaning: 'Weight when no reason is given',
      symbol: '',
      unit: '1',
      default: { kind: 'fixed', value: 1 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'motiveCost',
      meaning: 'Weight when costs are the reason',
      symbol: '',
      unit: '1',
      default: { kind: 'fixed', value: 0.5 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement; order from Kahneman et al. (1986)',
    },
    {
      name: 'motiveQuality',
      meaning: 'Weight when better quality is the reason',
      symbol: '',
      unit: '1',
      default: { kind: 'fixed', value: 0.5 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'motiveMarket',
      meaning: 'Weight when the market is the reason',
      symbol: '',
      unit: '1',
      default: { kind: 'fixed', value: 0.5 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement; a field experiment with 1,655 customers',
    },
    {
      name: 'motiveProfit',
      meaning: 'Weight when profit is the motive',
      symbol: '',
      unit: '1',
      default: { kind: 'fixed', value: 1.5 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** Unfairness felt this month, averaged over those who know and those who do not [sd of satisfaction]. */
export function judgeFairness(segment: SegmentState, month: number): void {
  const { parameters, schedule } = segment;
  if (month < schedule.firstPriceMonth) return;
  for (let cell = 0; cell < segment.cells; cell++) {
    if (segment.present[cell] === 0) continue;
    const beyond = segment.priceLoss[cell] - parameters.fairnessLatitude;
    const motive = schedule.motive[segment.priceGroup[cell] * (schedule.months + 1) + month];
    segment.unfairness[cell] =
      beyond > 0 ? parameters.unfairnessWeight * motive * beyond * segment.aware[cell] : 0;
  }
}
