import {
  type ComparedFiles,
  type ComparedPlan,
  englishFormats,
  formatChance,
  type Summary,
} from '../../models/index.ts';
import { formatTable } from './table.ts';
import { styled, type Terminal } from './terminal.ts';
import { asPrinted, estimateWriter, moneyWriter, percentWriter, writeInterval } from './write-numbers.ts';

/** Plans side by side for people: a line each, and under it what the files disagree about. */
export function formatComparedFiles(compared: ComparedFiles, terminal: Terminal): string {
  const { plans, files, inputs } = compared;
  const several = files.length > 1;
  const head = [
    ...['', 'profit', '80 % interval', 'attrition', 'customers lost', 'safety margin', 'chance of loss'],
  ];
  const rows = plans.map((plan) => planRow(plan, several ? `  ${plan.plan}` : plan.plan));
  const [heading, ...written] = formatTable([head, ...rows], Math.max(terminal.columns, widest));
  const named = [...new Set(files.map(({ file }) => file))].flatMap((file) => [
    ...(several ? [file] : []),
    ...written.filter((_, k) => plans[k].file === file),
  ]);
  const lines = plans.length === 0 ? ['There is no plan to compare.'] : [heading, ...named];
  const legend = 'Means over draws. Money is in present values, against doing nothing in the same file.';
  return `${[...lines, '', styled(terminal, 'dim', legend), ...inputLines(inputs, files, terminal)].join('\n')}\n`;
}

/** Figures side by side need room; a narrow terminal wraps lines, which is better than cutting names. */
const widest = 120;

function planRow(plan: ComparedPlan, name: string): string[] {
  const { profit, attrition, customersLost, safetyMargin } = plan;
  const money = moneyWriter(plan.currency, [profit.mean]);
  const percent = percentWriter([attrition.mean]);
  const margin = (summary: Summary | null) =>
    summary === null ? 'none' : percentWriter([summary.mean])(summary.mean);
  return [
    name,
    money(profit.mean, true),
    writeInterval(money, profit, true),
    percent(attrition.mean),
    estimateWriter([customersLost.mean])(customersLost.mean),
    margin(safetyMargin),
    asPrinted(formatChance(plan.chanceOfLoss, plan.draws, { number: englishFormats.number, space: ' ' })),
  ];
}

function inputLines(
  inputs: ComparedFiles['inputs'],
  files: ComparedFiles['files'],
  terminal: Terminal,
): string[] {
  if (files.length < 2) return [];
  if (inputs.length === 0) return ['', 'The files believe the same of the world.'];
  return [
    ...['', styled(terminal, 'bold', 'Inputs that differ')],
    ...inputs.flatMap(({ path, values }) => [
      `  ${path}`,
      ...values.map((value, k) => `    ${files[k].file}: ${value ?? 'none'}`),
    ]),
  ];
}
