import type { MechanismDescription } from './description.ts';
import type { Parameters } from './index.ts';
import type { SegmentState } from './state.ts';

export const attritionDescription = {
  name: 'attrition',
  title: 'Leaving, staying, trading down',
  equation:
    'H = A·u·lock·[(1 − ν) + ν·M], h = 1 − exp(−H); M = price·level·wake-up·satisfaction·trust·failures·word of mouth; ν = min(1, √(c_ν/churn))',
  source: 'complementary log-log hazard; responsive share and sizes judgement',
  reads: [
    'aware',
    'awake',
    'commonResponse',
    'priceResponse',
    'relievedResponse',
    'levelFactor',
    'satisfaction',
    'trust',
    'failureFactor',
    'wordOfMouthFactor',
    'frailty',
    'reference',
    'lastingFactor',
  ],
  writes: ['leaving', 'left', 'tradedDown', 'lock', 'excessLeavers'],
  example:
    'At 3 % churn and a 10 % rise that all hear of, the quarter after runs at about 1.24 times the old hazard.',
  parameters: [
    {
      name: 'satisfactionResponse',
      meaning: 'Log-hazard per standard deviation of satisfaction',
      symbol: 'β_S',
      unit: '1',
      default: { kind: 'normal', mean: 0.5, sd: 0.12, min: 0, max: 1.5 },
      bounds: [0, 3],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement: 0.3 to 0.8',
    },
    {
      name: 'delightMultiple',
      meaning: 'Steepness above one standard deviation, against below',
      symbol: '',
      unit: '1',
      default: { kind: 'uniform', low: 2.2, high: 3 },
      bounds: [1, 6],
      scale: 'positive',
      evidence: 'expert',
      source: 'increasing returns in behaviour: Mittal & Kamakura (2001)',
    },
    {
      name: 'responsiveChurn',
      meaning: 'Monthly churn up to which all leaving responds',
      symbol: 'c_ν',
      unit: '1/month',
      default: { kind: 'fixed', value: 0.01 },
      bounds: [0.0001, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement; an early trial on the public price rises favoured it 7 to 1 over no such limit',
    },
    {
      name: 'lockIn',
      meaning: 'Share of leaving that a running contract holds back',
      symbol: 'lock',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.6, high: 0.95, best: 0.85 },
      bounds: [0, 0.999],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'expirySpike',
      meaning: 'Hazard in the month a contract ends, against an unlocked month',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 2, high: 8, best: 4 },
      bounds: [1, 30],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'tradeDownRelief',
      meaning: 'Share of the felt loss that a cheaper tier takes away',
      symbol: '',
      unit: '1',
      default: { kind: 'uniform', low: 0.3, high: 0.7 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'tradeDownMultiple',
      meaning: 'Customers who trade down for each one whom the cheaper tier keeps',
      symbol: '',
      unit: '1',
      default: { kind: 'lognormal', median: 2, sdLog: 0.6 },
      bounds: [0, 20],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement: in 2011 most Netflix households that dropped a plan kept the other',
    },
  ],
} as const satisfies MechanismDescription;

/** Share of a base whose leaving responds to anything, falling with its churn: ν = min(1, √(c_ν/churn)). */
export function responsiveShareAt(churnPerMonth: number, parameters: Parameters): number {
  return Math.min(1, Math.sqrt(parameters.responsiveChurn / churnPerMonth));
}

/**
 * What a contract leaves of the hazard this month; 1 without contract.
 * A cell's contracts end evenly over the three months of its quarter: a third is free and reconsiders.
 */
export function lockFactor(
  expiryQuarter: number,
  contractQuarters: number,
  month: number,
  parameters: Parameters,
): number {
  if (expiryQuarter < 0) return 1;
  const locked = 1 - parameters.lockIn;
  const expiring = endingQuarter(contractQuarters, month) === expiryQuarter;
  return expiring ? (parameters.expirySpike + 2 * locked) / 3 : locked;
}

/** The quarter whose contracts end this month; −1 without contracts. */
function endingQuarter(contractQuarters: number, month: number): number {
  return contractQuarters === 0 ? -1 : Math.floor((month - 1) / 3) % contractQuarters;
}

/**
 * Factor of cumulative satisfaction on the responsive hazard: steeper above one standard deviation.
 *
 * Equation  exp(−β_S·(C + (k − 1)·max(0, C − 1)))
 */
export function satisfactionFactor(satisfaction: number, parameters: Parameters): number {
  if (satisfaction === 0) return 1;
  const delight = satisfaction > 1 ? (parameters.delightMultiple - 1) * (satisfaction - 1) : 0;
  return Math.exp(-parameters.satisfactionResponse * (satisfaction + delight));
}

/** Who leaves and who trades down this month, node by node. */
export function decide(segment: SegmentState, month: number): void {
  const { parameters, cells, nodes, present, lock, left, trust, awake, alike, reference, start } = segment;
  const { expiryQuarter, contractQuarters } = segment;
  const heard = segment.failureFactor * segment.wordOfMouthFactor;
  const ending = endingQuarter(contractQuarters, month);
  const running = 1 - parameters.lockIn;
  const atEnd = lockFactor(ending, contractQuarters, month, parameters);
  known.fill(Number.NaN);
  for (let cell = 0; cell < cells; cell++) {
    if (expiryQuarter[cell] >= 0) lock[cell] = expiryQuarter[cell] === ending ? atEnd : running;
    left[cell] = 0;
    if (present[cell] === 0) {
      segment.leaving.fill(0, cell * nodes, (cell + 1) * nodes);
      continue;
    }
    const trustChange = trust[cell] - start.trust;
    const shared =
      heard *
      (1 + parameters.wakeUp * awake[cell]) *
      satisfactionFactor(satisfactionChange(segment, cell), parameters) *
      (trustChange === 0 ? 1 : Math.exp(-parameters.trustResponse * trustChange));
    left[cell] = alike[cell] === 1 ? leaveAlike(segment, cell, shared) : leaveByNode(segment, cell, shared);
    if (segment.downgradePrice < reference[cell]) tradeDownCell(segment, cell, shared);
  }
}

/** Change of satisfaction from the start, in standard deviations between customers. */
function satisfactionChange(segment: SegmentState, cell: number): number {
  return (segment.satisfaction[cell] - segment.start.satisfaction) / segment.parameters.satisfactionSpread;
}

/**
 * Shares of each frailty who leave, h = 1 − exp(−scale·u·multiple), kept within a month while cells ask for the same:
 * a row for each sensitivity, once under a lock and once as contracts end, with the multiple and scale it is for.
 */
const mostFrailties = 16;
const mostRows = 32;
const shares = new Float64Array(mostRows * mostFrailties);
const known = new Float64Array(2 * mostRows);

/** First place in `shares` of the leavers by frailty at a scale and multiple of the hazard. */
function sharesLeaving(segment: SegmentState, cell: number, s: number, scale: number, multiple: number) {
  const { frailty, frailties, stride } = segment;
  const row = segment.lock[cell] === segment.lock[0] ? s : segment.sensitivities + s;
  const place = row * mostFrailties;
  if (stride === 0) {
    if (known[2 * row] === multiple && known[2 * row + 1] === scale) return place;
    const lead = row - s;
    if (known[2 * lead] === multiple && known[2 * lead + 1] === scale) return lead * mostFrailties;
    known[2 * row] = multiple;
    known[2 * row + 1] = scale;
  }
  const first = cell * stride;
  for (let i = 0; i < frailties; i++) {
    shares[place + i] = 1 - Math.exp(-scale * frailty[first + i] * multiple);
  }
  return place;
}

/** Leavers of a cell whose nodes respond alike but for their sensitivity, the case of nearly all months. */
function leaveAlike(segment: SegmentState, cell: number, shared: number): number {
  const { frailties, sensitivities, weight, leaving, levelFactor, commonResponse } = segment;
  const scale = segment.hazardScale * segment.lock[cell] * segment.lastingFactor[cell];
  const aware = segment.aware[cell];
  let left = 0;
  for (let s = 0; s < sensitivities; s++) {
    const at = cell * sensitivities + s;
    const response = 1 + aware * commonResponse[at];
    const multiple = respond(segment, shared * levelFactor[at] * response);
    const place = sharesLeaving(segment, cell, s, scale, multiple);
    let group = 0;
    for (let i = 0, node = cell * segment.nodes + s; i < frailties; i++, node += sensitivities) {
      const leave = weight[node] * shares[place + i];
      leaving[node] = leave;
      left += leave;
      group += leave;
    }
    if (multiple > 1) segment.excessLeavers += excess(group, multiple);
  }
  return left;
}

/** The same where spend or trading down makes each node respond by itself. */
function leaveByNode(segment: SegmentState, cell: number, shared: number): number {
  const { frailties, sensitivities, weight, tradedDown, leaving, relievedResponse, levelFactor } = segment;
  const scale = segment.hazardScale * segment.lock[cell] * segment.lastingFactor[cell];
  const aware = segment.aware[cell];
  const first = cell * segment.stride;
  let left = 0;
  for (let i = 0, node = cell * segment.nodes; i < frailties; i++) {
    for (let s = 0; s < sensitivities; s++, node++) {
      const paysFull = 1 - tradedDown[node];
      const level = 1 + paysFull * (levelFactor[cell * sensitivities + s] - 1);
      const multiple = respond(segment, shared * level * (1 + aware * paysFull * relievedResponse[node]));
      leaving[node] = weight[node] * (1 - Math.exp(-scale * segment.frailty[first + i] * multiple));
      left += leaving[node];
      segment.excessLeavers += excess(leaving[node], multiple);
    }
  }
  return left;
}

/** Of competing risks, the share of leavers that falls to what lies beyond the start's hazard: 1 − 1/M. */
function excess(leavers: number, multiple: number): number {
  return multiple > 1 ? leavers * (1 - 1 / multiple) : 0;
}

/** Only a part of all leaving responds: (1 − ν) + ν·M. */
function respond(segment: SegmentState, factor: number): number {
  return 1 - segment.responsiveShare + segment.responsiveShare * factor;
}

/** For each customer whom the cheaper tier keeps, a number of others take it too. */
function tradeDownCell(segment: SegmentState, cell: number, shared: number): void {
  const { frailties, sensitivities, nodes, tradedDown, priceResponse, relievedResponse, levelFactor } =
    segment;
  const knowing =
    segment.parameters.tradeDownMultiple * segment.responsiveShare * shared * segment.aware[cell];
  const first = cell * segment.stride;
  const lock = segment.lock[cell] * segment.lastingFactor[cell];
  for (let i = 0, node = cell * nodes; i < frailties; i++) {
    const frailHazard = segment.hazardScale * segment.frailty[first + i] * lock;
    for (let s = 0; s < sensitivities; s++, node++) {
      const averted = priceResponse[node] - relievedResponse[node];
      const hazard = knowing * frailHazard * levelFactor[cell * sensitivities + s] * averted;
      tradedDown[node] += (1 - tradedDown[node]) * (1 - Math.exp(-hazard));
    }
  }
}
