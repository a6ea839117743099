import { dimensions } from '../core/dimensions.ts';
import { bestSeen } from '../mechanisms/expectation.ts';
import { firstSpend, newcomerGroup, type SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import { useAtPrice } from '../mechanisms/usage.ts';

/**
 * The month ends: leavers go, newcomers arrive and their fresh memory blends into the cell they enter.
 * Newcomers know the price they signed up to, trust the firm at par, and expect what is delivered plus their
 * part of what has been promised since the start.
 */
export function closeMonth(segment: SegmentState, month: number, firm: FirmState): void {
  for (let contractClass = 0; contractClass < segment.classes; contractClass++) {
    const { cell, count } = arrivals(segment, contractClass);
    // Where everybody leaves, sums over nodes may differ from each other in the last digit.
    const staying = Math.max(0, segment.present[cell] - segment.left[cell]);
    if (count > 0) blendMemory(segment, cell, month, count / (staying + count), firm);
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

/** The memory of those in a cell when a share of them is new. */
export function blendMemory(
  segment: SegmentState,
  cell: number,
  month: number,
  share: number,
  firm: FirmState,
): void {
  const { schedule, start } = segment;
  const at = newcomerGroup(schedule) * (schedule.months + 1) + month;
  const blend = (values: Float64Array, fresh: number, index = cell) => {
    values[index] += share * (fresh - values[index]);
  };
  const price = schedule.chargedPrice[at];
  const fee = schedule.newcomerFee[at];
  blend(segment.tenureMonths, 0);
  blend(segment.reference, price);
  blend(segment.referenceFee, fee);
  blend(segment.trust, start.trust);
  blend(segment.aware, 0);
  blend(segment.awake, 0);
  blend(segment.surprised, 0);
  blend(segment.cumulativeSatisfaction, 0);
  blend(
    segment.priceLevel,
    (price + fee) / (start.price + start.fee) / (firm.competitor * firm.economy[month]) - 1,
  );
  blend(
    segment.usePrice,
    useAtPrice((price + fee) / (start.price + start.fee), segment.parameters.usePriceResponse),
  );
  blend(segment.furtherServices, 0);
  for (let k = 0; k < dimensions.length; k++) {
    const index = cell * dimensions.length + k;
    const promised = segment.promised[k];
    const sincePromise = promised - schedule.promise[k];
    const will = segment.delivered[k] + segment.parameters.promiseWeight * start.trust * sincePromise;
    blend(segment.will, will, index);
    const owed = bestSeen(segment, k, firm.competitorService[month]);
    blend(segment.should, owed, index);
  }
}
