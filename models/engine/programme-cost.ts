import type { Parameters } from '../mechanisms/index.ts';

/**
 * What a programme costs in full: money spent carries its indirect share (training, support, disruption); money saved
 * does not save more than it says.
 *
 * Inputs    cost [money], below 0 for a saving
 * Returns   money
 */
export function withIndirect(cost: number, parameters: Parameters): number {
  return cost > 0 ? cost * (1 + parameters.indirectCostShare) : cost;
}
