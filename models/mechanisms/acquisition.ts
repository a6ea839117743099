import { dimensions } from '../core/dimensions.ts';
import { sum } from '../core/sum.ts';
import type { MechanismDescription } from './description.ts';
import type { Parameters } from './index.ts';
import { newcomerGroup, type SegmentState } from './state.ts';
import type { FirmState } from './state-firm.ts';

/** Paths: everything here acts on the number of newcomers; a higher share of referred ones acts on whom they resemble. */
export const acquisitionDescription = {
  name: 'acquisition',
  title: 'Newcomers',
  equation:
    'joiners = start·price·promise·talk·income·imitation·(1 + σ·x·lift)·(1 + B/B₀)^η + returners; price = exp(−e·(price ratio − 1)), promise = exp(ε·reputation·(promise − start + guarantee)), income = economy^κ; reputation ← reputation + r·(1 − gap/2 − reputation), acting above the starting promise only; newcomers by frailty × u^(−ln(1/(1 − d))·(σ′ − σ)/s²)',
  source:
    'gross additions respond at about −1 (−0.3 to −2.5) in the short run; Kopalle & Lehmann (2006) for promise; Schmitt, Skiera & Van den Bulte (2011) for referred customers',
  reads: [
    'schedule.chargedPrice',
    'schedule.newcomerFee',
    'schedule.referralLift',
    'schedule.referralReward',
    'schedule.acquisitionBudget',
    'schedule.promise',
    'promiseGap',
    'guaranteePull',
    'competitor',
    'economy',
    'talkDraw',
    'referralRatio',
    'returners',
    'returnersMoney',
    'imitation',
    'frailty',
    'left',
    'lock',
    'lastingFactor',
  ],
  writes: ['joining', 'joiners', 'reputation', 'acquisitionSpend'],
  example:
    'A price 10 % above its start against the market brings 5 % fewer newcomers where sign-ups answer to price at 0.5.',
  parameters: [
    {
      name: 'acquisitionPriceResponse',
      meaning: 'Log-response of sign-ups to relative price',
      symbol: 'e',
      unit: '1',
      default: { kind: 'lognormal', median: 0.5, sdLog: 0.6 },
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
    {
      name: 'budgetResponse',
      meaning: 'Log-response of sign-ups to the log of the acquisition budget',
      symbol: 'η',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.12, high: 0.4, best: 0.24 },
      bounds: [0, 1],
      scale: 'positive',
      evidence: 'assumed',
      source:
        'judgement; advertising alone 0.12 in the short run, 0.24 in the long: Sethuraman, Tellis & Briesch (2011)',
    },
    {
      name: 'incomeResponse',
      meaning: 'Log-response of sign-ups to the log of purchasing power',
      symbol: 'κ',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.3, high: 1.5, best: 0.8 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'referredShare',
      meaning: 'Share of newcomers whom customers have sent, at the start',
      symbol: 'σ',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.05, high: 0.3, best: 0.15 },
      bounds: [0, 0.95],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'referralEdge',
      meaning: 'How much lower the typical hazard of referred newcomers is',
      symbol: 'd',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.08, high: 0.28, best: 0.18 },
      bounds: [0, 0.9],
      scale: 'share',
      evidence: 'assumed',
      source: 'an edge in retention that lasts: Schmitt, Skiera & Van den Bulte (2011); its 18 % unverified',
    },
  ],
} as const satisfies MechanismDescription;

/** Less than a billionth of a customer is nobody. */
const negligible = 1e-9;

/** How many join at the end of the month, what that costs, and whom among the nodes they resemble. */
export function acquire(segment: SegmentState, month: number, firm: FirmState): void {
  const moreReferred = attract(segment, month, firm);
  if (segment.joiners > 0) placeJoiners(segment, moreReferred);
  else segment.joining.fill(0); // Those of last month are still in it.
}

/** How many join and what that costs; returns by how much the share of those whom customers sent has changed. */
export function attract(segment: SegmentState, month: number, firm: FirmState): number {
  updateReputation(segment);
  const { schedule, parameters, acquisitionCost } = segment;
  const drawn = priceDraw(segment, month, firm) * promiseDraw(segment, month);
  const market = segment.talkDraw * incomeDraw(segment, month, firm) * firm.imitation;
  const organic = segment.joinersPerMonth * drawn * market;
  const referred = organic * referredShare(segment);
  const sent = referred * schedule.referralLift[month];
  const bought = organic * (budgetDraw(segment, month) - 1);
  segment.joiners = organic + sent + bought + segment.returners;
  segment.acquisitionSpend =
    organic * acquisitionCost +
    schedule.referralReward[month] * (referred + sent) +
    schedule.acquisitionBudget[month] +
    segment.returnersMoney[month];
  const share = sent === 0 ? referredShare(segment) : (referred + sent) / (organic + sent);
  return share - parameters.referredShare;
}

/** Share of newcomers whom customers send, which follows praise. */
function referredShare({ parameters, referralRatio }: SegmentState): number {
  const usual = parameters.referredShare;
  return referralRatio === 1 ? usual : (usual * referralRatio) / (1 - usual + usual * referralRatio);
}

function incomeDraw({ parameters }: SegmentState, month: number, firm: FirmState): number {
  const power = firm.economy[month];
  return power === 1 ? 1 : Math.exp(parameters.incomeResponse * Math.log(power));
}

/** Diminishing returns: (1 + B/B₀)^η, B₀ what newcomers cost at the start; nothing left to spend brings nobody. */
function budgetDraw(segment: SegmentState, month: number): number {
  const budget = segment.schedule.acquisitionBudget[month];
  const usual = segment.joinersPerMonth * segment.acquisitionCost;
  if (budget === 0 || usual === 0) return 1;
  return budget <= -usual ? 0 : Math.exp(segment.parameters.budgetResponse * Math.log1p(budget / usual));
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
function promiseDraw(segment: SegmentState, month: number): number {
  const now = month * dimensions.length;
  let promise = 0;
  for (let k = 0; k < dimensions.length; k++) {
    promise += segment.dimensionWeights[k] * segment.schedule.promise[now + k];
  }
  const change = promise - segment.start.promise + segment.guaranteePull;
  if (change === 0) return 1;
  return Math.exp(segment.parameters.promisePull * change * (change > 0 ? segment.reputation : 1));
}

/**
 * Newcomers up to the number of leavers take the places, by node and contract class, of those whom the baseline
 * hazard takes; a surplus resembles the base. So a segment in balance keeps its churn for ever while each
 * cohort's hazard falls with tenure.
 */
function placeJoiners(segment: SegmentState, moreReferred: number): void {
  const present = sum(segment.present);
  // Where nobody is left to resemble, newcomers resemble the base that once was.
  const places = isSomebody(present) ? segment.places : segment.start.places;
  const expected = fillUsualLeaving(segment, places);
  fillPlaces(segment, places, { present, left: sum(segment.left), expected });
  if (moreReferred !== 0) favourSteady(segment, moreReferred);
}

export function isSomebody(customers: number): boolean {
  return customers > negligible;
}

/** Customers of a segment: there, leaving, and expected to leave at the baseline hazard. */
export interface Crowd {
  readonly present: number;
  readonly left: number;
  readonly expected: number;
}

/** Turns the shares in `joining` into newcomers. */
export function fillPlaces(segment: SegmentState, places: Float64Array, crowd: Crowd): void {
  const { joining, joiners } = segment;
  const replacing = Math.min(joiners, crowd.left) / crowd.expected;
  const surplus = Math.max(0, joiners - crowd.left) / Math.max(crowd.present, negligible);
  for (let node = 0; node < joining.length; node++) {
    joining[node] = places[node] * (replacing * joining[node] + surplus);
  }
}

/**
 * Puts the share that the baseline hazard takes of each node into `joining`; returns how many it takes in all, `before`
 * of other places.
 */
export function fillUsualLeaving(segment: SegmentState, places: Float64Array, before = 0): number {
  const { joining, classes, frailties, sensitivities, frailty, stride, lock, lastingFactor } = segment;
  const nodes = frailties * sensitivities;
  let expected = before;
  for (let place = 0, node = 0; place < classes; place++) {
    const scale = segment.hazardScale * lastingFactor[place];
    // Classes under the same lock lose the same shares.
    const hasTwin =
      stride === 0 &&
      place > 0 &&
      lock[place] === lock[place - 1] &&
      lastingFactor[place] === lastingFactor[place - 1];
    for (let i = 0; i < frailties; i++) {
      const leave = hasTwin
        ? joining[node - nodes]
        : 1 - Math.exp(-scale * frailty[place * stride + i] * lock[place]);
      for (let s = 0; s < sensitivities; s++, node++) {
        expected += places[node] * leave;
        joining[node] = leave;
      }
    }
  }
  return expected;
}

function favourSteady(segment: SegmentState, moreReferred: number): void {
  const { joining } = segment;
  const before = sum(joining);
  tiltToSteady(segment, moreReferred);
  const after = sum(joining);
  if (after === 0) return;
  for (let node = 0; node < joining.length; node++) joining[node] *= before / after;
}

/** Referred newcomers are less frail: the more of them, the more of all newcomers go to less frail nodes. */
export function tiltToSteady(segment: SegmentState, moreReferred: number): void {
  const { joining, classes, frailties, sensitivities, stride, parameters } = segment;
  const tilt = referralTilt(segment.frailty, moreReferred, parameters);
  for (let place = 0, node = 0; place < classes; place++) {
    for (let i = 0; i < frailties; i++) {
      const factor = tilt[place * stride + i];
      for (let s = 0; s < sensitivities; s++, node++) joining[node] *= factor;
    }
  }
}

/**
 * Factors on the shares of newcomers by frailty.
 *
 * Equation  u^(−k), k = −ln(1 − d)·Δ/s²: with Δ = 1 the middle of a lognormal frailty of spread s moves by 1 − d
 * Inputs    frailty u > 0, change Δ of the referred share within −1..1
 * Returns   falling in u for Δ > 0; all 1 where everybody is alike
 */
export function referralTilt(
  frailty: Float64Array,
  moreReferred: number,
  { referralEdge, frailtySpread }: Pick<Parameters, 'referralEdge' | 'frailtySpread'>,
): Float64Array {
  const factors = new Float64Array(frailty.length).fill(1);
  if (frailtySpread === 0) return factors;
  const slope = (Math.log(1 - referralEdge) * moreReferred) / (frailtySpread * frailtySpread);
  for (let k = 0; k < factors.length; k++) factors[k] = Math.exp(slope * Math.log(frailty[k]));
  return factors;
}
