import { dimensions } from '../core/dimensions.ts';
import { type FirmState, newcomerGroup, type SegmentState } from '../mechanisms/state.ts';

/**
 * The month ends: leavers go, newcomers arrive and their fresh memory blends into the cell they enter.
 * Newcomers know the price they signed up to, trust the firm at par, and expect what is delivered plus their
 * part of what has been promised since the start.
 */
export function closeMonth(segment: SegmentState, month: number, firm: FirmState): void {
  for (let cell = 0; cell < segment.cells; cell++) {
    let staying = 0;
    let arriving = 0;
    for (let node = cell * segment.nodes; node < (cell + 1) * segment.nodes; node++) {
      segment.weight[node] -= segment.leaving[node];
      staying += segment.weight[node];
      arriving += segment.joining[node];
    }
    if (arriving === 0) continue;
    blendMemory(segment, cell, month, arriving / (staying + arriving), firm);
    blendNodes(segment, cell);
  }
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

function blendNodes(segment: SegmentState, cell: number): void {
  for (let node = cell * segment.nodes; node < (cell + 1) * segment.nodes; node++) {
    const joining = segment.joining[node];
    if (joining === 0) continue;
    segment.tradedDown[node] *= segment.weight[node] / (segment.weight[node] + joining);
    segment.weight[node] += joining;
  }
}
