import type { MechanismDescription } from './description.ts';
import type { FirmState, SegmentState } from './state.ts';

export const financeDescription = {
  name: 'finance',
  title: 'Revenue, costs and profit',
  equation:
    'revenue = Σ customers at the start of the month × (spend × price + fee); profit = revenue − serving − joiners × acquisition cost − credit − programmes − staff beyond the start − fixed cost',
  source:
    'accounting identity; timing: who leaves in a month still pays for it, who joins first pays in the next',
  reads: [
    'joiners',
    'serviceCost',
    'staffCost',
    'schedule.chargedPrice',
    'schedule.chargedFee',
    'schedule.credit',
    'schedule.programmeCost',
  ],
  writes: ['revenue', 'costs', 'cellRevenue', 'cellCost'],
  example: '1,000 customers at a price of 10 and a cost of 4 bring a profit of 6,000 in the month.',
  parameters: [],
} as const satisfies MechanismDescription;

/** Money of the month for one segment, cell by cell; the firm's fixed cost is part of the programme cost. */
export function account(segment: SegmentState, month: number, firm: FirmState): void {
  const { schedule } = segment;
  const staffCost = firm.staffCost * (firm.customerShares.get(segment.name) ?? 0);
  segment.revenue = 0;
  segment.costs =
    schedule.programmeCost[month] +
    segment.serviceCost +
    staffCost +
    segment.joiners * segment.acquisitionCost;
  for (let cell = 0; cell < segment.cells; cell++) {
    if (segment.present[cell] === 0) continue;
    const at = segment.priceGroup[cell] * (schedule.months + 1) + month;
    accountCell(segment, cell, schedule.chargedPrice[at], schedule.chargedFee[at], schedule.credit[at]);
    segment.revenue += segment.cellRevenue[cell];
    segment.costs += segment.cellCost[cell];
  }
}

function accountCell(segment: SegmentState, cell: number, price: number, fee: number, credit: number): void {
  const saved = price - Math.min(segment.downgradePrice, price);
  const headline = segment.spending[cell] * price - segment.downSpending[cell] * saved;
  segment.cellRevenue[cell] = headline + segment.present[cell] * fee;
  segment.cellCost[cell] = segment.present[cell] * (segment.costToServe + credit);
}
