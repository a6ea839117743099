import { dimensions } from '../core/dimensions.ts';
import type { Zeros } from '../core/zeros.ts';

/** What a month sets for the whole segment, at rest. */
export function createWhole() {
  return {
    customers: 0,
    promised: new Float64Array(dimensions.length),
    delivered: new Float64Array(dimensions.length),
    serviceShift: new Float64Array(dimensions.length),
    failures: 0,
    failuresBesideReliability: 0,
    rootCauses: 1,
    recentFailures: 0,
    freshDamage: 0,
    grudge: 0,
    exitShare: 0,
    voiceShare: 0,
    complaints: 0,
    guaranteeTrust: 0,
    guaranteePull: 0,
    brokenCompensation: 0,
    guaranteeCost: 0,
    failureSatisfaction: 0,
    failureFactor: 1,
    serviceCost: 0,
    wordOfMouthFactor: 1,
    promiseGap: 0,
    expectsAsAtStart: 1,
    reputation: 1,
    joiners: 0,
    revenue: 0,
    costs: 0,
  };
}

/** What cells and nodes remember, all at rest. */
export function createMemory(
  cells: number,
  classes: number,
  nodes: number,
  sensitivities: number,
  zeros: Zeros,
) {
  const perCell = () => zeros(cells);
  const perNode = () => zeros(cells * nodes);
  const perDimension = () => zeros(cells * dimensions.length);
  return {
    tenureMonths: perCell(),
    reference: perCell(),
    referenceFee: perCell(),
    trust: perCell(),
    present: perCell(),
    spending: perCell(),
    downSpending: perCell(),
    places: zeros(classes * nodes),
    lock: perCell().fill(1),
    lastingFactor: perCell().fill(1),
    aware: perCell(),
    awake: perCell(),
    surprised: perCell(),
    cumulativeSatisfaction: perCell(),
    satisfaction: perCell(),
    unfairness: perCell(),
    priceLoss: perCell(),
    priceLevel: perCell(),
    ended: perCell(),
    exitMoney: perCell(),
    furtherServices: perCell(),
    usePrice: perCell(),
    use: perCell().fill(1),
    cellRevenue: perCell(),
    cellCost: perCell(),
    will: perDimension(),
    should: perDimension(),
    weight: perNode(),
    tradedDown: perNode(),
    priceResponse: perNode(),
    relievedResponse: perNode(),
    levelFactor: zeros(cells * sensitivities).fill(1),
    alike: new Uint8Array(cells),
    commonResponse: zeros(cells * sensitivities),
    left: perCell(),
    leaving: perNode(),
    joining: zeros(classes * nodes),
  };
}
