import type { SafeFigures, SafeOutcome, SafetyResult, Scenario } from '../../models/index.ts';
import { formatTable, wrap } from './table.ts';
import { styled, type Terminal } from './terminal.ts';
import { countWriter, moneyWriter, percentWriter } from './write-numbers.ts';

const widestLine = 100;

/** What would make a plan safe, for people: the verdict, then each change, what it costs, and how safe it is. */
export function formatSafety(result: SafetyResult, scenario: Scenario, terminal: Terminal): string {
  const width = Math.min(widestLine, terminal.columns);
  const bold = (text: string) => styled(terminal, 'bold', text);
  const { engine, plan, outcomes } = result;
  const facts = `${scenario.months} months, ${countWriter(engine.draws)} draws, seed "${engine.seed}"`;
  const found = outcomes.filter((outcome) => outcome.found);
  const missing = outcomes.filter((outcome) => !outcome.found);
  const blocks = [
    [bold(scenario.title), styled(terminal, 'dim', facts)],
    [bold(plan), ...indented(wrap(verdict(result, scenario), width - 2))],
    ...found.map((outcome) => [bold(outcome.kind), ...indented(describe(outcome, result, scenario, width))]),
    ...(missing.length === 0
      ? []
      : [
          [
            bold('What does not help'),
            ...indented(missing.map((outcome) => `${outcome.kind}: ${whyNot(outcome)}`)),
          ],
        ]),
    wrap(legend, width).map((line) => styled(terminal, 'dim', line)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const legend =
  'Each change is the smallest of its kind that does, tried alone; what keeps most profit first. Means over common ' +
  'draws, against doing nothing; ± is the standard error.';

function verdict({ bound, now, safe, outcomes }: SafetyResult, scenario: Scenario): string {
  const percent = percentWriter([1]);
  const money = moneyWriter(scenario.currency, [now.profit.mean]);
  const what = bound.measure === 'attrition' ? 'Attrition' : 'The chance of loss';
  const figure = now[bound.measure];
  const start = `${what} is ${percent(figure.mean)} ± ${percent(figure.error)}, with a profit of ${money(now.profit.mean, true)}.`;
  const limit = percent(bound.atMost);
  if (safe) return `${start} That is at most ${limit}: the plan is safe as it is.`;
  const count = outcomes.filter(({ found }) => found).length;
  if (count === 0) return `${start} No single change brings it to ${limit}.`;
  return `${start} ${count} of ${outcomes.length} kinds of change bring it to ${limit} or less.`;
}

type Found = Extract<SafeOutcome, { found: true }>;

function describe(outcome: Found, { now }: SafetyResult, scenario: Scenario, width: number): string[] {
  const { words, figures, profitGivenUp } = outcome;
  const money = moneyWriter(scenario.currency, [now.profit.mean, figures.profit.mean]);
  const percent = percentWriter([1]);
  const row = (
    name: string,
    key: Exclude<keyof SafeFigures, 'profitRange'>,
    write: typeof money,
    signed = false,
  ) => [
    name,
    `${write(figures[key].mean, signed)} ± ${write(figures[key].error)}`,
    `before: ${write(now[key].mean, signed)}`,
  ];
  const gain = profitGivenUp.mean < 0;
  return [
    ...wrap(`${words.charAt(0).toUpperCase()}${words.slice(1)}.`, width - 2),
    ...formatTable(
      [
        row('Chance of loss', 'chanceOfLoss', percent),
        row('Attrition', 'attrition', percent),
        row('Profit', 'profit', money, true),
        [
          gain ? 'Profit gained' : 'Profit given up',
          `${money(Math.abs(profitGivenUp.mean))} ± ${money(profitGivenUp.error)}`,
          '',
        ],
      ],
      width - 2,
    ),
  ];
}

function whyNot(outcome: SafeOutcome): string {
  return outcome.found ? '' : outcome.reason;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
