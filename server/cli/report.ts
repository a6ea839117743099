import {
  createVerdict,
  formatChance,
  formatVerdict,
  type ImpactResult,
  type PlanResult,
  planKind,
  type RunResult,
  type Scenario,
  type Summary,
} from '../../models/index.ts';
import { comparisonLines } from './comparison-report.ts';
import { lessonLine } from './format-lesson.ts';
import { formatTable, wrap } from './table.ts';
import { type Style, styled, type Terminal } from './terminal.ts';
import {
  asPrinted,
  countWriter,
  estimateWriter,
  moneyWriter,
  type NumberWriter,
  percentWriter,
  terminalFormats,
  writeFigure,
  writeInterval,
} from './write-numbers.ts';

const indent = '  ';
const narrowestLine = 40;
const widestLine = 100;

/** A run for people: per plan the verdict, the headline figures and who leaves. */
export function formatReport(result: RunResult, scenario: Scenario, terminal: Terminal): string {
  const [baseline, ...plans] = result.plans;
  const legend =
    'Means over draws with their 80 % intervals. Money is in present values, against doing nothing.';
  const blocks = [
    [...formatTitle(result, terminal), ...lessonLine(scenario)],
    formatBaseline(baseline, result, terminal),
    ...plans.map((plan) => formatPlan(plan, baseline, result, scenario, terminal)),
    ...formatComparison(result, terminal),
    ...(plans.length === 0
      ? []
      : [wrap(legend, lineWidth(terminal)).map((line) => styled(terminal, 'dim', line))]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function formatTitle({ scenario, engine }: RunResult, terminal: Terminal): string[] {
  const facts = [
    ...(scenario.start === undefined ? [] : [`from ${scenario.start}`]),
    `${scenario.months} months`,
    `${countWriter(engine.draws)} draws${stopWords(engine.stop)}`,
    `seed "${engine.seed}"`,
  ];
  return [styled(terminal, 'bold', scenario.title), styled(terminal, 'dim', facts.join(', '))];
}

/** Why the run stopped where it did. */
function stopWords(stop: RunResult['engine']['stop']): string {
  if (!stop) return '';
  const aim = `standard errors of chances of loss below ${percentWriter([1])(stop.untilError)}`;
  return stop.reached ? ` (enough for ${aim})` : ` (the most allowed; ${aim} would take more)`;
}

function formatComparison(result: RunResult, terminal: Terminal): string[][] {
  const lines = comparisonLines(result, lineWidth(terminal));
  return lines.length === 0
    ? []
    : [[styled(terminal, 'bold', 'Plans against each other'), ...indented(lines)]];
}

function formatBaseline(plan: PlanResult, { scenario }: RunResult, terminal: Terminal): string[] {
  const start = sum(plan.segments.map(({ customersStart }) => customersStart));
  const end = plan.months[plan.months.length - 1].customers;
  // Present values of segments are additive in their means, not in their intervals.
  const profit = sum(plan.segments.map((segment) => segment.profit.mean));
  const rows = [
    ['Customers', `${countWriter(start)} at the start, ${countWriter(end.mean)} at the end`],
    ['Profit', moneyWriter(scenario.currency, [profit])(profit)],
    ...plan.kpis.map(({ name, unit, value }) => [name, formatKpi(value, unit)]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, text]) => `${name.padEnd(width)}   ${text}`);
  return [styled(terminal, 'bold', 'Do nothing'), ...indented(lines)];
}

function formatPlan(
  plan: PlanResult,
  baseline: PlanResult,
  result: RunResult,
  scenario: Scenario,
  terminal: Terminal,
): string[] {
  const { impact } = plan;
  const written = scenario.plans.find(({ name }) => name === plan.name);
  if (!impact || !written) return [styled(terminal, 'bold', plan.name)];
  const width = lineWidth(terminal);
  const { currency } = result.scenario;
  const verdict = formatVerdict(
    createVerdict(planKind(written, scenario), impact, result.engine.draws, terminalFormats),
  );
  const style: Style = impact.profit.mean < 0 ? 'loss' : 'bold';
  const headline = [...headlineRows(impact, result.engine.draws, currency), ...kpiRows(plan, baseline)];
  return [
    styled(terminal, 'bold', plan.name),
    ...indented(wrap(verdict, width).map((line) => styled(terminal, style, asPrinted(line)))),
    ...impact.beyondEvidence.slice(1).map((reason) => `${indent}Beyond the evidence: ${reason}.`),
    '',
    ...indented(formatTable(headline, width)),
    '',
    ...indented(formatTable(segmentRows(plan, impact, currency), width)),
  ];
}

function headlineRows(impact: ImpactResult, draws: number, currency: string): string[][] {
  const row = (name: string, summary: Summary | null, write: NumberWriter, signed?: boolean) =>
    summary === null
      ? [name, 'none', '']
      : [name, write(summary.mean, signed), writeInterval(write, summary, signed) + countNulls(summary)];
  const { profit, profitWithEquity, revenue } = impact;
  const money = moneyWriter(
    currency,
    [profit, profitWithEquity, revenue].map(({ mean }) => mean),
  );
  const percent = percentWriter([impact.attrition.mean, impact.attrition.high80, impact.peakAttrition.mean]);
  const count = estimateWriter([impact.customersLost.high80, impact.customersEndDifference.mean]);
  return [
    ['', 'mean', '80 % interval'],
    row('Profit', profit, money, true),
    row('Profit with equity', profitWithEquity, money, true),
    row('Revenue', revenue, money, true),
    row('Customers lost', impact.customersLost, count),
    row('Attrition', impact.attrition, percent),
    row('Attrition at its peak', impact.peakAttrition, percent),
    row('Break-even attrition', impact.breakEvenAttrition, percent),
    row('Safety margin', impact.safetyMargin, percent),
    row('Sign-ups forgone', impact.joinersForgone, count),
    row('Customers at the end', impact.customersEndDifference, count, true),
    [
      'Chance of loss',
      asPrinted(formatChance(impact.chanceOfLoss, draws, terminalFormats)),
      `standard error ${percentWriter([1])(impact.chanceOfLossError)}`,
    ],
  ];
}

/** Draws that lack the figure are told beside it. */
function countNulls({ nulls }: Summary): string {
  return nulls ? `, none in ${countWriter(nulls)} draws` : '';
}

/** The user's own figures: the plan's, and what doing nothing would give. */
function kpiRows(plan: PlanResult, baseline: PlanResult): string[][] {
  return plan.kpis.map(({ name, unit, value }, index) => [
    name,
    formatKpi(value, unit),
    `doing nothing: ${formatKpi(baseline.kpis[index].value, '')}`,
  ]);
}

function formatKpi(value: Summary | null, unit: string): string {
  return value === null ? 'none' : `${writeFigure(value.mean)} ${unit}`.trimEnd();
}

function segmentRows(plan: PlanResult, impact: ImpactResult, currency: string): string[][] {
  const percent = percentWriter(impact.segments.map(({ attrition }) => attrition.mean));
  const money = moneyWriter(
    currency,
    impact.segments.map(({ profit }) => profit.mean),
  );
  const rows = impact.segments.map(({ name, attrition, profit }, index) => [
    name,
    countWriter(plan.segments[index].customersStart),
    percent(attrition.mean),
    writeInterval(percent, attrition),
    money(profit.mean, true),
  ]);
  return [['Who leaves', 'customers', 'attrition', '80 % interval', 'profit'], ...rows];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function lineWidth(terminal: Terminal): number {
  return Math.max(narrowestLine, Math.min(terminal.columns, widestLine) - indent.length);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => indent + line);
}
