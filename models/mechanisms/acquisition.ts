import { dimensions } from '../core/dimensions.ts';
import type { MechanismDescription } from './description.ts';
import { type FirmState, newcomerGroup, type SegmentState } from './state.ts';

export const acquisitionDescription = {
  name: 'acquisition',
  title: 'Newcomers',
  equation:
    'joiners = start·exp(−e·(price ratio − 1))·exp(ε·reputation·(promise − start + guarantee)); reputation ← reputation + r·(1 − gap/2 − reputation), acting above the starting promise only',
  source:
    'gross additions respond at about −1 (−0.3 to −2.5) in the short run; Kopalle & Lehmann (2006) for promise',
  reads: [
    'schedule.chargedPrice',
    'schedule.newcomerFee',
    'promised',
    'promiseGap',
    'guaranteePull',
    'competitor',
    'frailty',
    'left',
    'lock',
  ],
  writes: ['joining', 'joiners', 'reputation'],
  example: 'A price 10 % above its start against the market brings 5 % fewer newcomers at e = 0.5.',
  parameters: [
    {
      name: 'acquisitionPriceResponse',
      meaning: 'Log-response of sign-ups to relative price',
      symbol: 'e',
      unit: '1',
      default: { kind: 'lognormal', median: 0.51, sdLog: 0.75 },
      bounds: [0, 10],
      scale: 'positive',
      evidence: 'backtested',
      source: 'estimated on nine public price rises: scripts/estimate-priors.ts, mainly one case',
    },
    {
      name: 'promisePull',
      meaning: 'Log-response of sign-ups to a point of promise',
      symbol: 'ε',
      unit: '1/point',
      default: { kind: 'interval', scale: 'positive', low: 0.05, high: 0.2, best: 0.1 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'reputationRate',
      meaning: 'Share of the way reputation moves each month',
      symbol: 'r',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.05, high: 0.2, best: 0.1 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** Less than a billionth of a customer is nobody. */
const negligible = 1e-9;

/** How many join at the end of the month, and whom among the nodes they resemble. */
export function acquire(segment: SegmentState, month: number, firm: FirmState): void {
  updateReputation(segment);
  segment.joiners = segment.joinersPerMonth * priceDraw(segment, month, firm) * promiseDraw(segment);
  placeJoiners(segment);
}

function updateReputation(segment: SegmentState): void {
  const shortfall = Math.max(-1, Math.min(1, -segment.promiseGap));
  segment.reputation += segment.parameters.reputationRate * (1 - shortfall / 2 - segment.reputation);
}

/** Factor on sign-ups through the price a newcomer sees, against the market, relative to the start. */
function priceDraw(segment: SegmentState, month: number, firm: FirmState): number {
  const { schedule, start, parameters } = segment;
  const at = newcomerGroup(schedule) * (schedule.months + 1) + month;
  const seen = schedule.chargedPrice[at] + schedule.newcomerFee[at];
  const ratio = seen / (start.price + start.fee) / firm.competitor;
  return ratio === 1 ? 1 : Math.exp(-parameters.acquisitionPriceResponse * (ratio - 1));
}

/** Factor on sign-ups through the promise; reputation counts only where more is promised than at the start. */
function promiseDraw(segment: SegmentState): number {
  let promise = 0;
  for (let k = 0; k < dimensions.length; k++) promise += segment.dimensionWeights[k] * segment.promised[k];
  const change = promise - segment.start.promise + segment.guaranteePull;
  if (change === 0) return 1;
  return Math.exp(segment.parameters.promisePull * change * (change > 0 ? segment.reputation : 1));
}

/**
 * Newcomers up to the number of leavers take the places, by node and contract class, of those whom the baseline
 * hazard takes; a surplus resembles the base. So a segment in balance keeps its churn for ever while each
 * cohort's hazard falls with tenure.
 */
function placeJoiners(segment: SegmentState): void {
  if (segment.joiners === 0) return;
  const { joining, classes, frailties, sensitivities, frailty } = segment;
  const present = sum(segment.present);
  // Where nobody is left to resemble, newcomers resemble the base that once was.
  const places = present > negligible ? segment.places : segment.start.places;
  const leave = new Float64Array(classes * frailties);
  let expected = 0;
  for (let row = 0; row < leave.length; row++) {
    const place = Math.floor(row / frailties);
    const frail = frailty[place * segment.stride + (row % frailties)];
    leave[row] = 1 - Math.exp(-segment.hazardScale * frail * segment.lock[place]);
    for (let s = 0; s < sensitivities; s++) expected += places[row * sensitivities + s] * leave[row];
  }
  const left = sum(segment.left);
  const replacing = Math.min(segment.joiners, left) / expected;
  const surplus = Math.max(0, segment.joiners - left) / Math.max(present, negligible);
  for (let place = 0; place < joining.length; place++) {
    joining[place] = places[place] * (replacing * leave[Math.floor(place / sensitivities)] + surplus);
  }
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k];
  return total;
}
