import {
  type DecisionResult,
  type KeptCondition,
  type MeanEstimate,
  type MeasuredPlan,
  type Optimum,
  type Scenario,
  shareMeasures,
} from '../../models/index.ts';
import { formatTable, wrap } from './table.ts';
import { styled, type Terminal } from './terminal.ts';
import {
  countWriter,
  estimateWriter,
  moneyWriter,
  type NumberWriter,
  percentWriter,
} from './write-numbers.ts';

const widestLine = 100;

/** An optimum for people: what to do, what it brings, what it rests on, and what else could be had. */
export function formatOptimum(optimum: Optimum, scenario: Scenario, terminal: Terminal): string {
  const width = Math.min(widestLine, terminal.columns);
  const { engine, work } = optimum;
  const bold = (text: string) => styled(terminal, 'bold', text);
  const facts = `${scenario.months} months, ${countWriter(engine.draws)} draws, seed "${engine.seed}", ${countWriter(work.plans)} plans measured`;
  const blocks = [
    [bold(scenario.title), styled(terminal, 'dim', facts)],
    [bold(optimum.plan), ...indented(wrap(verdict(optimum, scenario), width - 2))],
    [bold('Decisions'), ...indented(formatTable(decisionRows(optimum.decisions), width))],
    ...(optimum.best.keep.length === 0
      ? []
      : [[bold('Conditions'), ...indented(formatTable(conditionRows(optimum.best.keep, scenario), width))]]),
    [bold('Against doing nothing'), ...indented(formatTable(figureRows(optimum, scenario), width))],
    [bold(frontierTitle(optimum)), ...indented(formatTable(frontierRows(optimum, scenario), width))],
    wrap(legend(optimum), width).map((line) => styled(terminal, 'dim', line)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function verdict(optimum: Optimum, scenario: Scenario): string {
  const { best, goal, decisions, gain, start } = optimum;
  const write = writerOf(goal.measure, scenario, [best.objective.mean, gain.mean]);
  const values = decisions.map(({ place, value }) => `${nameOf(place)} ${value}`).join('; ');
  const bound = decisions.filter(({ onBound }) => onBound !== null);
  const onBound = bound.length === decisions.length ? 'On the bound' : 'Partly on the bound';
  const name = bound.length === 0 ? 'Best found' : onBound;
  const sentences = optimum.feasible
    ? [
        `${name}: ${values}.`,
        `${titles[goal.measure]} ${write(best.objective.mean, true)} ± ${write(best.objective.error)} against doing nothing, ${write(gain.mean, true)} ± ${write(gain.error)} against the plan as it starts (${write(start.objective.mean, true)}).`,
      ]
    : [
        `No plan within the bounds keeps every condition. The one that breaks them least: ${values}.`,
        ...best.keep.filter(({ kept }) => !kept).map((condition) => missed(condition, scenario)),
      ];
  if (bound.length > 0) {
    const places = bound.map(({ place, value }) => `${nameOf(place)} (${value})`).join('; ');
    sentences.push(`${places}: there the best may lie beyond the bound.`.replace(/^a/, 'A'));
  }
  for (const reason of optimum.beyondEvidence) sentences.push(`Beyond the evidence: ${reason}.`);
  if (optimum.work.cutShort) sentences.push('The search ended at its limit of plans; narrower bounds help.');
  return sentences.join(' ');
}

function missed(condition: KeptCondition, scenario: Scenario): string {
  const { measure, segment, bound, value, mean } = condition;
  const write = writerOf(measure, scenario, [mean, value]);
  const of = segment === undefined ? '' : ` of ${segment}`;
  const limit = bound === 'atMost' ? 'at most' : 'at least';
  return `${titles[measure]}${of} is ${write(mean)}, ${limit} ${write(value)} is wanted: ${write(Math.abs(mean - value))} too ${bound === 'atMost' ? 'much' : 'little'}.`;
}

function decisionRows(decisions: readonly DecisionResult[]): string[][] {
  return [
    ['', 'value', 'bounds', 'as good'],
    ...decisions.map(({ place, value, low, high, onBound, flatFrom, flatTo }) => [
      nameOf(place),
      `${value}`,
      `${low} to ${high}`,
      `${flatFrom === flatTo ? 'only this' : `${flatFrom} to ${flatTo}`}${onBound === null ? '' : ', on the bound'}`,
    ]),
  ];
}

function conditionRows(conditions: readonly KeptCondition[], scenario: Scenario): string[][] {
  return conditions.map(({ measure, segment, bound, value, mean, error, kept, binding }) => {
    const write = writerOf(measure, scenario, [mean, value]);
    const limit = `${bound === 'atMost' ? 'at most' : 'at least'} ${write(value)}`;
    const standing = kept ? (binding ? 'kept, and it binds' : 'kept') : 'broken';
    return [
      `${titles[measure]}${segment === undefined ? '' : `, ${segment}`}`,
      `${write(mean)} ± ${write(error)}`,
      limit,
      standing,
    ];
  });
}

const figures = ['profit', 'profitWithEquity', 'attrition', 'chanceOfLoss'] as const;

function figureRows({ best, start }: Optimum, scenario: Scenario): string[][] {
  const rows = figures.map((measure) => {
    const write = writerOf(measure, scenario, [best[measure].mean, start[measure].mean]);
    const cells = (plan: MeasuredPlan) => [write(plan[measure].mean), `± ${write(plan[measure].error)}`];
    return [titles[measure], ...cells(best), ...cells(start)];
  });
  return [['', 'found', '', 'at its start', ''], ...rows];
}

function frontierTitle({ frontier }: Optimum): string {
  return `${titles[frontier.measure]} and attrition: more of one costs more of the other`;
}

function frontierRows({ frontier }: Optimum, scenario: Scenario): string[][] {
  const write = writerOf(
    frontier.measure,
    scenario,
    frontier.points.map(({ gain }) => gain.mean),
  );
  const percent = percentWriter([1]);
  const pair = (by: NumberWriter, { mean, error }: MeanEstimate) => [by(mean), `± ${by(error)}`];
  return [
    ['', 'attrition', '', titles[frontier.measure].toLowerCase(), '', 'conditions'],
    ...frontier.points.map(({ values, gain, attrition, keepsAll }) => [
      values.join(', '),
      ...pair(percent, attrition),
      ...pair(write, gain),
      keepsAll ? 'kept' : 'broken',
    ]),
  ];
}

function legend({ frontier }: Optimum): string {
  return (
    'Means over common draws; ± is the standard error. "As good": conditions kept and within one hundredth or one ' +
    'standard error of the best, the other decisions unchanged. ' +
    `The frontier is measured on ${frontier.draws} draws. Money is in present values.`
  );
}

/** `actions[0].price.by` as a person would say it. */
function nameOf(place: string): string {
  return place.replace(/^actions\[(\d+)\]\.(.*)$/, (_, index, rest: string) => {
    return `action ${Number(index) + 1}, ${rest.replaceAll('.', ' ')}`;
  });
}

const titles: Readonly<Record<string, string>> = {
  profit: 'Profit',
  profitWithEquity: 'Profit with equity',
  equity: 'Equity',
  revenue: 'Revenue',
  attrition: 'Attrition',
  peakAttrition: 'Attrition at its peak',
  customersLost: 'Customers lost',
  joinersForgone: 'Sign-ups forgone',
  customersEndDifference: 'Customers at the end',
  chanceOfLoss: 'Chance of loss',
};

const money = ['profit', 'profitWithEquity', 'equity', 'revenue'];

function writerOf(measure: string, scenario: Scenario, values: readonly number[]): NumberWriter {
  if ((shareMeasures as readonly string[]).includes(measure)) return percentWriter(values);
  return money.includes(measure) ? moneyWriter(scenario.currency, values) : estimateWriter(values);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
