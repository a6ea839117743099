import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';

/**
 * Paths: who is sent away leaves at once and talks badly (word of mouth, sign-ups); those who stay lose trust, and
 * that reaches the hazard as all trust does. They are leavers who do not come back.
 */
export const separationDescription = {
  name: 'separation',
  title: 'Relationships the firm ends',
  equation:
    'ended = share × customers after the month’s leavers, lowest spend first or anybody; trust ← trust·(1 − z·share)',
  source: 'judgement',
  reads: ['schedule.separatedShare', 'schedule.separationCost', 'schedule.leastValuable', 'spend'],
  writes: ['leaving', 'left', 'ended', 'separated', 'separationMoney', 'trust'],
  example: 'Ending 5 % of relationships takes trust from 0.6 to 0.585 at z = 0.5.',
  parameters: [
    {
      name: 'separationTrustLoss',
      meaning: 'Share of trust lost by those who stay, for all customers sent away',
      symbol: 'z',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.2, high: 0.85, best: 0.5 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** The firm ends relationships: on top of the month's leavers, at a cost, and those who stay take note. */
export function endRelationships(segment: SegmentState, month: number): void {
  const { schedule, ended, nodes, weight, leaving } = segment;
  if (segment.separated > 0) ended.fill(0);
  segment.separated = 0;
  segment.separationMoney = 0;
  const share = schedule.separatedShare[month];
  if (share === 0) return;
  const fractions = whoGoes(segment, share, schedule.leastValuable[month] === 1);
  for (let cell = 0; cell < segment.cells; cell++) {
    for (let local = 0, node = cell * nodes; local < nodes; local++, node++) {
      const sent = fractions[local] * (weight[node] - leaving[node]);
      leaving[node] += sent;
      ended[cell] += sent;
    }
    segment.left[cell] += ended[cell];
    segment.separated += ended[cell];
    segment.trust[cell] *= 1 - segment.parameters.separationTrustLoss * share;
  }
  segment.separationMoney = segment.separated * schedule.separationCost[month];
}

/** Fraction of each node that is sent away; of equal spend, everybody alike. */
function whoGoes(segment: SegmentState, share: number, leastValuable: boolean): Float64Array {
  const { nodes, spend } = segment;
  const fractions = new Float64Array(nodes).fill(share);
  if (!leastValuable) return fractions;
  const staying = stayingByNode(segment);
  let wanted = share * staying.reduce((sum, value) => sum + value, 0);
  const levels = [...new Set(spend)].sort((a, b) => a - b);
  for (const level of levels) {
    const here = staying.reduce((sum, value, local) => (spend[local] === level ? sum + value : sum), 0);
    const fraction = here > 0 ? Math.min(1, wanted / here) : 0;
    for (let local = 0; local < nodes; local++) if (spend[local] === level) fractions[local] = fraction;
    wanted -= fraction * here;
  }
  return fractions;
}

function stayingByNode({ cells, nodes, weight, leaving }: SegmentState): Float64Array {
  const staying = new Float64Array(nodes);
  for (let node = 0; node < cells * nodes; node++) staying[node % nodes] += weight[node] - leaving[node];
  return staying;
}
