import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';
import type { FirmState } from './state-firm.ts';

export const financeDescription = {
  name: 'finance',
  title: 'Revenue, costs and profit',
  equation:
    'revenue = Σ customers at the start of the month × (spend × price × use + fee + further services × value) + leavers under contract × exit fee; profit = revenue − serving − newcomers and returners − separation − credit − programmes − staff beyond the start − fixed cost',
  source:
    'accounting identity; timing: who leaves in a month still pays for it, who joins first pays in the next',
  reads: [
    'acquisitionSpend',
    'separationMoney',
    'serviceCost',
    'staffCost',
    'schedule.chargedPrice',
    'schedule.chargedFee',
    'schedule.chargedUseFee',
    'usageShare',
    'use',
    'furtherServices',
    'growthValue',
    'exitFee',
    'lock',
    'left',
    'ended',
    'schedule.credit',
    'schedule.programmeCost',
  ],
  writes: ['revenue', 'costs', 'cellRevenue', 'cellCost', 'exitMoney'],
  example: '1,000 customers at a price of 10 and a cost of 4 bring a profit of 6,000 in the month.',
  parameters: [],
} as const satisfies MechanismDescription;

/**
 * Money of the month for one segment, cell by cell; the firm's fixed cost is part of the programme cost. Failures,
 * recovery and guarantees cost the same for each customer who is there, so that equity and break-even count them in
 * a customer's margin; what newcomers, programmes and staff cost does not depend on how many stay, and is left out.
 */
export function account(segment: SegmentState, month: number, firm: FirmState): void {
  const { schedule } = segment;
  segment.revenue = 0;
  segment.costs = costsBesideCells(segment, month, firm);
  const failuresPerHead = segment.serviceCost === 0 ? 0 : segment.serviceCost / segment.customers;
  for (let cell = 0; cell < segment.cells; cell++) {
    if (segment.present[cell] === 0) continue;
    const at = segment.priceGroup[cell] * (schedule.months + 1) + month;
    const fee = schedule.chargedFee[at] + schedule.chargedUseFee[at] * (segment.use[cell] - 1);
    accountCell(segment, cell, schedule.chargedPrice[at], fee, schedule.credit[at] + failuresPerHead);
    if (segment.exitFee > 0) segment.exitMoney[cell] = segment.exitFee * leaversUnderContract(segment, cell);
    segment.revenue += segment.cellRevenue[cell] + segment.exitMoney[cell];
    segment.costs += segment.cellCost[cell];
  }
}

/** What the month costs a segment beside what the customers of its cells do [money]. */
export function costsBesideCells(segment: SegmentState, month: number, firm: FirmState): number {
  const staffCost = firm.staffCost * (firm.customerShares.get(segment.name) ?? 0);
  const programmes = segment.schedule.programmeCost[month];
  return programmes + staffCost + segment.acquisitionSpend + segment.separationMoney;
}

/** `given` is what each customer costs beside being served [money]. */
function accountCell(segment: SegmentState, cell: number, price: number, fee: number, given: number): void {
  const saved = price - Math.min(segment.downgradePrice, price);
  const headline = segment.spending[cell] * price - segment.downSpending[cell] * saved;
  const used = 1 + segment.usageShare * (segment.use[cell] - 1);
  const further = segment.furtherServices[cell] * segment.growthValue;
  segment.cellRevenue[cell] = headline * used + segment.present[cell] * (fee + further);
  segment.cellCost[cell] = segment.present[cell] * (segment.costToServe * used + given);
}

/**
 * Who leaves of their own accord before the end of a contract. In the quarter in which contracts end, two thirds
 * are still bound: their share of the hazard.
 */
function leaversUnderContract(segment: SegmentState, cell: number): number {
  if (segment.expiryQuarter[cell] < 0) return 0;
  const bound = 1 - segment.parameters.lockIn;
  const lock = segment.lock[cell];
  const share = lock === bound ? 1 : (2 * bound) / (3 * lock);
  return share * (segment.left[cell] - segment.ended[cell]);
}
