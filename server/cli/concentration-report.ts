import { type ConcentratedPlan, type ConcentrationResult, englishFormats } from '../../models/index.ts';
import { formatTable, wrap } from './table.ts';
import { styled, type Terminal } from './terminal.ts';
import { countWriter, estimateWriter, moneyWriter, percentWriter } from './write-numbers.ts';

const widestLine = 100;

/** A concentration report for people: the base by tenths of value, then each plan by the same tenths. */
export function formatConcentration(result: ConcentrationResult, terminal: Terminal): string {
  const width = Math.min(widestLine, terminal.columns);
  const { scenario, engine } = result;
  const facts = `${scenario.months} months, ${countWriter(engine.customers)} customers followed, seed "${engine.seed}"`;
  const legend =
    'Every uncertain number at its best value. Tenths of the starting base by what a customer pays in a month less ' +
    'the cost to serve. Profit is in present values and before fixed cost; ± is the standard error through the ' +
    'sample of customers, and says nothing about what is not known.';
  const blocks = [
    [styled(terminal, 'bold', scenario.title), styled(terminal, 'dim', facts)],
    [styled(terminal, 'bold', 'Who is worth what'), ...indented(describeBase(result, width))],
    ...result.plans.map((plan) => [
      styled(terminal, 'bold', plan.name),
      ...indented(describePlan(plan, result, width)),
    ]),
    wrap(legend, width).map((line) => styled(terminal, 'dim', line)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function describeBase({ base, scenario }: ConcentrationResult, width: number): string[] {
  const percent = percentWriter([1]);
  const money = moneyWriter(scenario.currency, [base.averages.value]);
  const large = moneyWriter(
    scenario.currency,
    base.deciles.map(({ profit }) => profit.estimate),
  );
  const rows = base.deciles.map((tenth) => [
    nameOf(tenth.decile),
    countWriter(tenth.customers),
    money(tenth.value),
    percent(tenth.revenueShare),
    tenth.profitShare === null ? 'none' : percent(tenth.profitShare),
    tenth.customers > 0 ? percent(tenth.leavers.estimate / tenth.customers) : 'none',
    large(tenth.profit.estimate),
  ]);
  const top =
    base.topFifthProfit === null
      ? 'All customers together bring no profit.'
      : `The most valuable fifth brings ${percent(base.topFifthProfit)} of the profit from customers.`;
  const whale =
    base.whale && base.whale.profit > 1.005
      ? ` Profit peaks at ${percent(base.whale.profit)} with ${percent(base.whale.customers)} of customers; the others cost money.`
      : '';
  const paid = `The fifth who pay most bring ${percent(base.topFifthRevenue)} of revenue.`;
  return [
    ...wrap(`${paid} ${top}${whale}`, width),
    '',
    ...formatTable(
      [['', 'customers', 'a month each', 'of revenue', 'of profit', 'leave', 'profit'], ...rows],
      width,
    ),
  ];
}

function describePlan(plan: ConcentratedPlan, result: ConcentrationResult, width: number): string[] {
  const { scenario, base } = result;
  const money = moneyWriter(
    scenario.currency,
    plan.deciles.flatMap(({ profit }) => [profit.estimate, profit.error]),
  );
  const count = estimateWriter(plan.deciles.map(({ extraLeavers }) => extraLeavers.estimate));
  const percent = percentWriter([1]);
  const row = (name: string, { extraLeavers, profit }: Figures, customers: number) => [
    name,
    count(extraLeavers.estimate, true),
    `± ${count(extraLeavers.error)}`,
    percent(customers > 0 ? extraLeavers.estimate / customers : 0),
    money(profit.estimate, true),
    `± ${money(profit.error)}`,
  ];
  const rows = [
    ...plan.deciles.map((tenth, k) => row(nameOf(tenth.decile), tenth, base.deciles[k].customers)),
    row('Starting base', plan, base.customers),
    ['All else', '', '', '', money(plan.restOfProfit, true), ''],
  ];
  return [
    ...formatTable([['', 'extra leavers', '', 'of the tenth', 'profit', ''], ...rows], width),
    '',
    ...wrap(describeLost(plan, result), width),
  ];
}

type Figures = Pick<ConcentratedPlan, 'extraLeavers' | 'profit'>;

function describeLost({ lost }: ConcentratedPlan, { base, scenario }: ConcentrationResult): string {
  if (!lost) return 'The number of extra leavers cannot be told from none.';
  const money = moneyWriter(scenario.currency, [base.averages.value]);
  const { averages } = base;
  const worth = `${money(lost.value.estimate)} ± ${money(lost.value.error)} a month (all customers: ${money(averages.value)})`;
  const months = digits(1);
  const tenure = `${months(lost.tenureMonths.estimate)} ± ${months(lost.tenureMonths.error)} months of tenure (${months(averages.tenureMonths)})`;
  const ratio = digits(2);
  const sensitive = `a price sensitivity of ${ratio(lost.sensitivity.estimate)} ± ${ratio(lost.sensitivity.error)} (${ratio(averages.sensitivity)})`;
  return `Those lost on average: ${worth}, ${tenure}, ${sensitive}.`;
}

const digits = (decimals: number) => (value: number) => englishFormats.number(value, decimals);

function nameOf(decile: number): string {
  if (decile === 1) return 'Top tenth';
  return decile === 10 ? 'Last tenth' : `${decile}${decile === 2 ? 'nd' : decile === 3 ? 'rd' : 'th'} tenth`;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
