import type { AttributedPlan, AttributionResult } from '../../models/index.ts';
import { formatTable, wrap } from './table.ts';
import { styled, type Terminal } from './terminal.ts';
import { countWriter, estimateWriter, moneyWriter, writeInterval } from './write-numbers.ts';

const widestLine = 100;

/** For people: each plan's impact, cause by cause. */
export function formatWhy(result: AttributionResult, terminal: Terminal): string {
  const width = Math.min(widestLine, terminal.columns);
  const { scenario, engine } = result;
  const facts = `${scenario.months} months, ${countWriter(engine.draws)} draws, seed "${engine.seed}"`;
  const exact = result.plans.every((plan) => plan.exact);
  const legend = [
    'Means over draws, plan less do nothing, with the 80 % interval of each cause; means add up to the total.',
    'Profit is in present values. A cause is off when it follows do nothing; its part is what it adds,',
    'averaged over all orders in which causes can be switched on',
    exact ? '(Shapley).' : '(Shapley, from sampled orders: ± is the standard error through sampling).',
  ].join(' ');
  const blocks = [
    [styled(terminal, 'bold', scenario.title), styled(terminal, 'dim', facts)],
    ...result.plans.map((plan) => [
      styled(terminal, 'bold', plan.name),
      ...formatCauses(plan, scenario.currency, width).map((line) => (line === '' ? '' : `  ${line}`)),
    ]),
    wrap(legend, width).map((line) => styled(terminal, 'dim', line)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function formatCauses(plan: AttributedPlan, currency: string, width: number): string[] {
  const rows = [...plan.channels, { title: 'Together', ...plan.total }];
  if (plan.channels.length === 0) return ['Changes nothing.'];
  const money = moneyWriter(
    currency,
    rows.map(({ profit }) => profit.over.mean),
  );
  const count = estimateWriter(rows.map(({ customersLost }) => customersLost.over.mean));
  const header = ['', 'profit', '80 % interval', 'customers lost', ...(plan.exact ? [] : ['± profit'])];
  return formatTable(
    [
      header,
      ...rows.map(({ title, profit, customersLost }) => [
        title,
        money(profit.over.mean, true),
        writeInterval(money, profit.over, true),
        count(customersLost.over.mean),
        ...(plan.exact ? [] : [profit.orderError === 0 ? '' : money(profit.orderError)]),
      ]),
    ],
    width - 2,
  );
}
