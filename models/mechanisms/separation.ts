import type { MechanismDescription } from './description.ts';
import { firstSpend, type SegmentState } from './state.ts';

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
  example:
    'Ending 5 % of relationships takes trust from 0.6 to 0.585, where those who stay lose half the share of trust that went.',
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
  const { schedule } = segment;
  if (segment.separated > 0) segment.ended.fill(0);
  segment.separated = 0;
  segment.separationMoney = 0;
  const share = schedule.separatedShare[month];
  if (share === 0) return;
  sendAway(segment, month, whoGoes(segment, share, schedule.leastValuable[month] === 1));
}

/** The same where it is known which fraction of the customers of a spend go. */
export function sendAway(segment: SegmentState, month: number, fractionAt: (spend: number) => number): void {
  const { schedule, ended, nodes, weight, leaving } = segment;
  const share = schedule.separatedShare[month];
  for (let cell = 0; cell < segment.cells; cell++) {
    for (let local = 0, node = cell * nodes; local < nodes; local++, node++) {
      const sent =
        fractionAt(segment.spend[firstSpend(segment, cell) + local]) * (weight[node] - leaving[node]);
      // Where all of them go, their sum may differ from the weight in the last digit.
      leaving[node] = Math.min(weight[node], leaving[node] + sent);
      ended[cell] += sent;
    }
    segment.left[cell] += ended[cell];
    segment.separated += ended[cell];
    segment.trust[cell] *= 1 - segment.parameters.separationTrustLoss * share;
  }
  segment.separationMoney = segment.separated * schedule.separationCost[month];
}

/** Fraction of customers of a spend who are sent away: from the lowest up to the share; of equal spend, all alike. */
function whoGoes(segment: SegmentState, share: number, leastValuable: boolean): (spend: number) => number {
  if (!leastValuable) return () => share;
  const staying = stayingBySpend(segment);
  const levels = [...staying].sort(([a], [b]) => a - b);
  let wanted = share * levels.reduce((sum, [, count]) => sum + count, 0);
  const fractions = new Map<number, number>();
  for (const [level, count] of levels) {
    const fraction = count > 0 ? Math.max(0, Math.min(1, wanted / count)) : 0;
    fractions.set(level, fraction);
    wanted -= fraction * count;
  }
  return (spend) => fractions.get(spend)!;
}

function stayingBySpend(segment: SegmentState) {
  const { cells, nodes, spend, weight, leaving } = segment;
  const staying = new Map<number, number>();
  for (let cell = 0, node = 0; cell < cells; cell++) {
    const first = firstSpend(segment, cell);
    for (let local = 0; local < nodes; local++, node++) {
      const level = spend[first + local];
      staying.set(level, (staying.get(level) ?? 0) + weight[node] - leaving[node]);
    }
  }
  return staying;
}
