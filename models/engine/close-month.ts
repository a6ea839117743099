import { dimensions } from '../core/dimensions.ts';
import { bestSeen, isAsAtStart } from '../mechanisms/expectation.ts';
import { firstSpend, newcomerGroup, type SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import { useAtPrice } from '../mechanisms/usage.ts';

/**
 * The month ends: leavers go, newcomers arrive and their fresh memory blends into the cell they enter.
 * Newcomers know the price they signed up to, trust the firm at par, and expect what is delivered plus their
 * part of what has been promised since the start.
 */
export function closeMonth(segment: SegmentState, month: number, firm: FirmState): void {
  const fresh = freshMemory(segment, month, firm);
  for (let contractClass = 0; contractClass < segment.classes; contractClass++) {
    const { cell, count } = arrivals(segment, contractClass);
    // Where everybody leaves, sums over nodes may differ from each other in the last digit.
    const staying = Math.max(0, segment.present[cell] - segment.left[cell]);
    if (count > 0) blendMemory(segment, cell, count / (staying + count), fresh);
  }
  moveCustomers(segment);
}

/** Newcomers of a class: their number, and the cell they enter. */
export function arrivals(segment: SegmentState, contractClass: number): { cell: number; count: number } {
  const { nodes, joining } = segment;
  let count = 0;
  for (let place = contractClass * nodes; place < (contractClass + 1) * nodes; place++)
    count += joining[place];
  return { cell: segment.cells - segment.classes + contractClass, count };
}

/** Takes leavers out of the weights and newcomers in, and brings all sums over nodes up to date in the same pass. */
export function moveCustomers(segment: SegmentState): void {
  const { cells, nodes, classes, weight, leaving, joining, spend, places } = segment;
  const hasTiers = segment.downgradePrice < Number.POSITIVE_INFINITY;
  places.fill(0);
  segment.customers = 0;
  segment.excessLeavers = 0;
  for (let cell = 0; cell < cells; cell++) {
    const place = (cell % classes) * nodes;
    const first = firstSpend(segment, cell);
    const start = cell * nodes;
    if (hasTiers) dilute(segment, cell);
    const welcomes = cell >= cells - classes;
    let present = 0;
    let spending = 0;
    for (let local = 0; local < nodes; local++) {
      const staying = weight[start + local] - leaving[start + local];
      const total = welcomes ? staying + joining[place + local] : staying;
      weight[start + local] = total;
      present += total;
      spending += total * spend[first + local];
      places[place + local] += total;
    }
    segment.present[cell] = present;
    segment.customers += present;
    segment.spending[cell] = spending;
    if (hasTiers) segment.downSpending[cell] = downSpendingOf(segment, cell);
  }
}

/** Newcomers take the full tier: of all at a node, the share on the cheaper one falls. */
function dilute({ cells, nodes, classes, weight, leaving, joining, tradedDown }: SegmentState, cell: number) {
  if (cell < cells - classes) return;
  const place = (cell % classes) * nodes;
  for (let local = 0, node = cell * nodes; local < nodes; local++, node++) {
    const staying = weight[node] - leaving[node];
    const total = staying + joining[place + local];
    if (total > 0) tradedDown[node] *= staying / total;
  }
}

function downSpendingOf(segment: SegmentState, cell: number): number {
  const { nodes, weight, spend, tradedDown } = segment;
  const first = firstSpend(segment, cell);
  let spending = 0;
  for (let local = 0, node = cell * nodes; local < nodes; local++, node++) {
    spending += weight[node] * spend[first + local] * tradedDown[node];
  }
  return spending;
}

/** What newcomers of a month bring with them; all else they have yet to learn. */
export interface FreshMemory {
  readonly price: number;
  readonly fee: number;
  readonly trust: number;
  readonly priceLevel: number;
  readonly usePrice: number;
  /** Over dimensions. */
  readonly will: Float64Array;
  readonly should: Float64Array;
}

export function freshMemory(segment: SegmentState, month: number, firm: FirmState): FreshMemory {
  const { schedule, start, parameters, delivered, promised } = segment;
  const at = newcomerGroup(schedule) * (schedule.months + 1) + month;
  const price = schedule.chargedPrice[at];
  const fee = schedule.newcomerFee[at];
  const ratio = (price + fee) / (start.price + start.fee);
  const heard = parameters.promiseWeight * start.trust;
  const will = new Float64Array(dimensions.length);
  const should = new Float64Array(dimensions.length);
  for (let k = 0; k < dimensions.length; k++) {
    will[k] = delivered[k] + heard * (promised[k] - schedule.promise[k]);
    should[k] = bestSeen(segment, k, firm.competitorService[month]);
  }
  if (!isAsAtStart(segment, will, should)) segment.expectsAsAtStart = 0;
  return {
    price,
    fee,
    trust: start.trust,
    priceLevel: ratio / (firm.competitor * firm.economy[month]) - 1,
    usePrice: useAtPrice(ratio, parameters.usePriceResponse),
    will,
    should,
  };
}

/** The memory of those in a cell when a share of them is new. */
export function blendMemory(segment: SegmentState, cell: number, share: number, fresh: FreshMemory): void {
  const { will, should } = segment;
  blend(segment.tenureMonths, cell, share, 0);
  blend(segment.reference, cell, share, fresh.price);
  blend(segment.referenceFee, cell, share, fresh.fee);
  blend(segment.trust, cell, share, fresh.trust);
  blend(segment.aware, cell, share, 0);
  blend(segment.awake, cell, share, 0);
  blend(segment.surprised, cell, share, 0);
  blend(segment.cumulativeSatisfaction, cell, share, 0);
  blend(segment.priceLevel, cell, share, fresh.priceLevel);
  blend(segment.usePrice, cell, share, fresh.usePrice);
  blend(segment.furtherServices, cell, share, 0);
  if (segment.expectsAsAtStart === 1) return;
  for (let k = 0, index = cell * dimensions.length; k < dimensions.length; k++, index++) {
    blend(will, index, share, fresh.will[k]);
    blend(should, index, share, fresh.should[k]);
  }
}

function blend(values: Float64Array, index: number, share: number, fresh: number): void {
  values[index] += share * (fresh - values[index]);
}
