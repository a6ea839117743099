import { dimensions } from '../core/dimensions.ts';
import { type FirmState, newcomerGroup, type SegmentState } from '../mechanisms/state.ts';

/**
 * The month ends: leavers go, newcomers arrive and their fresh memory blends into the cell they enter.
 * Newcomers know the price they signed up to, trust the firm at par, and expect what is delivered plus their
 * part of what has been promised since the start.
 */
export function closeMonth(segment: SegmentState, month: number, firm: FirmState): void {
  const { nodes, weight, leaving, present } = segment;
  for (let cell = 0; cell < segment.cells; cell++) {
    if (present[cell] === 0) continue;
    present[cell] = 0;
    for (let node = cell * nodes; node < (cell + 1) * nodes; node++) {
      weight[node] -= leaving[node];
      present[cell] += weight[node];
    }
  }
  for (let contractClass = 0; contractClass < segment.classes; contractClass++) {
    welcome(segment, contractClass, month, firm);
  }
}

/** Newcomers of a class: their number, and the cell they enter. */
export function arrivals(segment: SegmentState, contractClass: number): { cell: number; count: number } {
  let count = 0;
  for (let local = 0; local < segment.nodes; local++)
    count += segment.joining[contractClass * segment.nodes + local];
  return { cell: segment.cells - segment.classes + contractClass, count };
}

function welcome(segment: SegmentState, contractClass: number, month: number, firm: FirmState): void {
  const { cell, count } = arrivals(segment, contractClass);
  if (count === 0) return;
  const total = segment.present[cell] + count;
  blendMemory(segment, cell, month, count / total, firm);
  blendNodes(segment, cell, contractClass);
  segment.present[cell] = total;
}

function blendMemory(
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
  blend(segment.priceLevel, (price + fee) / (start.price + start.fee) / firm.competitor - 1);
  for (let k = 0; k < dimensions.length; k++) {
    const index = cell * dimensions.length + k;
    const promised = segment.promised[k];
    const sincePromise = promised - schedule.promise[k];
    const will = segment.delivered[k] + segment.parameters.promiseWeight * start.trust * sincePromise;
    blend(segment.will, will, index);
    blend(segment.should, Math.min(10, Math.max(segment.delivered[k], promised)), index);
  }
}

function blendNodes(segment: SegmentState, cell: number, contractClass: number): void {
  for (let local = 0; local < segment.nodes; local++) {
    const node = cell * segment.nodes + local;
    const joining = segment.joining[contractClass * segment.nodes + local];
    if (joining === 0) continue;
    segment.tradedDown[node] *= segment.weight[node] / (segment.weight[node] + joining);
    segment.weight[node] += joining;
  }
}
