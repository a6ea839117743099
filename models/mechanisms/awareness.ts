import { logPriceRatio } from '../core/numbers.ts';
import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';

export const awarenessDescription = {
  name: 'awareness',
  title: 'Who knows, and who is woken',
  equation:
    'F: ρ at a notice, b·ρ of the rest at the first bill, a₀ of the rest each month; Z ← newly aware + m·Z; wake-up = 1 + w·Z',
  source:
    'inert customers and card renewals: Einav et al. (2023); plan advice raising churn: Ascarza, Iyengar & Schleicher (2016); size of the wake-up estimated on public price rises',
  reads: [
    'schedule.announcedPrice',
    'schedule.announcedFee',
    'schedule.notice',
    'schedule.firstBill',
    'schedule.letter',
    'schedule.surprise',
    'priceLoss',
    'reference',
    'referenceFee',
  ],
  writes: ['aware', 'awake', 'surprised'],
  example:
    'A notice that reaches 70 % wakes them by 25 % of the responsive hazard and half of that the month after.',
  parameters: [
    {
      name: 'noticeReach',
      meaning: 'Share of customers whom a notice reaches',
      symbol: 'ρ',
      unit: '1',
      default: { kind: 'beta', a: 7, b: 3 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'billReach',
      meaning: 'Share of the notice’s reach that the first bill has among the rest',
      symbol: 'b',
      unit: '1',
      default: { kind: 'fixed', value: 0.5 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'attention',
      meaning: 'Share of the unaware who find out each month',
      symbol: 'a₀',
      unit: '1/month',
      default: { kind: 'normal', mean: 0.3, sd: 0.1, min: 0.08, max: 0.7 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'wakeUp',
      meaning: 'Rise of the responsive hazard of a customer who has just been woken',
      symbol: 'w',
      unit: '1',
      default: { kind: 'lognormal', median: 0.33, sdLog: 0.75 },
      bounds: [0, 10],
      scale: 'positive',
      evidence: 'backtested',
      source: 'estimated on nine public price rises: scripts/estimate-priors.ts',
    },
    {
      name: 'wakeUpMemory',
      meaning: 'Share of being awake that lasts into the next month',
      symbol: 'm',
      unit: '1/month',
      default: { kind: 'fixed', value: 0.5 },
      bounds: [0, 0.95],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** Who learns of a price change this month, by notice, bill or chance, and who is woken by it. */
export function becomeAware(segment: SegmentState, month: number): void {
  const { parameters, schedule } = segment;
  if (month < schedule.firstPriceMonth) return;
  for (let cell = 0; cell < segment.cells; cell++) {
    if (segment.present[cell] === 0) continue;
    const at = segment.priceGroup[cell] * (schedule.months + 1) + month;
    const letter = schedule.letter[at] === 1 ? parameters.noticeReach : 0;
    const told = schedule.notice[at] === 1;
    const billed = schedule.firstBill[at] === 1;
    let woken = 0;
    if (told) {
      startAwareness(segment, cell, at);
      woken = parameters.noticeReach;
    }
    let found = 0;
    if (billed) found = parameters.billReach * parameters.noticeReach * (1 - segment.aware[cell]);
    else if (!told && segment.aware[cell] > 0) found = parameters.attention * (1 - segment.aware[cell]);
    segment.aware[cell] += found;
    segment.surprised[cell] = schedule.surprise[at] === 1 ? found : 0;
    // Good news wakes nobody; a letter wakes whom it reaches, whatever it says.
    const newly = segment.priceLoss[cell] > 0 ? woken + found * (1 - woken) : 0;
    segment.awake[cell] = newly + letter * (1 - newly) + parameters.wakeUpMemory * segment.awake[cell];
  }
}

/** A notice restarts awareness for the part of the price gap that it adds: F ← (F·before + ρ·added)/(before + added). */
function startAwareness(segment: SegmentState, cell: number, at: number): void {
  const { schedule } = segment;
  const reference = segment.reference[cell] + segment.referenceFee[cell];
  const previous = schedule.announcedPrice[at - 1] + schedule.announcedFee[at - 1];
  const now = schedule.announcedPrice[at] + schedule.announcedFee[at];
  const before = Math.abs(logPriceRatio(previous, reference));
  const added = Math.abs(logPriceRatio(now, previous));
  if (added === 0) return;
  segment.aware[cell] =
    (segment.aware[cell] * before + segment.parameters.noticeReach * added) / (before + added);
}
