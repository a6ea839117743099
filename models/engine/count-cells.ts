import type { Scenario } from '../scenario/scenario.ts';
import { createBands } from './bands.ts';
import { contractQuartersOf } from './cells.ts';

/**
 * Cells of one run of a scenario: for each segment, its tenure groups and the newcomers, times the kinds of customers
 * that plans tell apart, times the quarters in which contracts end. A run's time goes with cells × months.
 */
export function countCells({ world, plans }: Pick<Scenario, 'world' | 'plans'>): number {
  return world.segments.reduce((sum, segment) => {
    const { tenure, kinds } = createBands(segment, plans);
    return sum + (tenure.length + 1) * kinds.length * Math.max(1, contractQuartersOf(segment));
  }, 0);
}
