import { fileURLToPath } from 'node:url';
import {
  type BacktestCase,
  type BacktestReport,
  type BacktestScore,
  backtestCases,
  defaultDraws,
  mostDraws,
  predictBacktest,
  scoreBacktest,
  summariseBacktests,
} from '../../models/index.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { parseWhole } from './parse-arguments.ts';
import { readScenario } from './read-scenario.ts';
import { formatTable, wrap } from './table.ts';
import { styled, type Terminal } from './terminal.ts';

export const backtest: Command = {
  name: 'backtest',
  usage: '[--draws N] [--json]',
  summary: 'Compares the model, at untouched defaults, with public price rises',
  options: [
    {
      name: 'draws',
      value: 'N',
      meaning: `Draws of what is uncertain, 1 to ${mostDraws} (default ${defaultDraws})`,
    },
    { name: 'json', meaning: 'The same as JSON, numbers unrounded' },
  ],
  notes: [
    'Runs the scenarios of scenarios/backtests. docs/backtests.md explains the cases and conventions.',
    'Whatever the outcome, the exit code is 0: a miss is a finding, not a failure.',
  ],
  examples: [
    { line: 'kept backtest', meaning: 'All cases, bands, coverage and scores' },
    { line: 'kept backtest --draws 200 --json', meaning: 'Quickly, for a program' },
  ],
  run: async (args, terminal) => {
    const [operand] = args.operands;
    if (operand !== undefined) throw new UsageError(`backtest takes no file; what is "${operand}"?`);
    const [written] = args.valuesOf('draws');
    const draws =
      written === undefined
        ? defaultDraws
        : parseWhole(written, { name: '--draws', lowest: 1, highest: mostDraws });
    const scores: BacktestScore[] = [];
    for (const each of backtestCases) {
      if (terminal.progress) terminal.err(`\r\u001b[K${each.name}`);
      scores.push(await score(each, draws, terminal));
    }
    if (terminal.progress) terminal.err('\r\u001b[K');
    const report = summariseBacktests(scores, draws);
    terminal.out(
      args.has('json') ? `${JSON.stringify(report, null, 2)}\n` : formatBacktests(report, terminal),
    );
    return exitCodes.fine;
  },
};

// As far up from here as from the built command.
const folder = new URL('../../scenarios/backtests/', import.meta.url);

async function score(each: BacktestCase, draws: number, terminal: Terminal): Promise<BacktestScore> {
  const scenario = await readScenario(fileURLToPath(new URL(each.file, folder)), terminal);
  return scoreBacktest(each, predictBacktest(scenario, each, draws));
}

function formatBacktests(report: BacktestReport, terminal: Terminal): string {
  const { cases, coverage, scores, draws } = report;
  const rows = [
    ['', 'observed', 'median', '50 %', '80 %', '95 %', 'in 80 %', 'CRPS', 'no effect', '−0.1'],
    ...cases.map(caseRow),
    ['Mean', '', '', '', '', '', '', ...[scores.model, scores.noEffect, scores.elasticity].map(writeScore)],
  ];
  const of = cases.length;
  const legend = [
    'Hazard ratios as ×, the others as shares of the customers at the start: customers lost, or net change. Bands',
    'contain the error of the observation. CRPS, the continuous ranked probability score, is in units of that error;',
    'lower is better. Naive forecasts, with the same error: no effect, and an elasticity of −0.1.',
  ].join(' ');
  const lines = [
    styled(terminal, 'bold', 'Public price rises, at untouched defaults'),
    styled(terminal, 'dim', `${of} cases, ${draws} draws`),
    '',
    ...formatTable(rows, Number.POSITIVE_INFINITY),
    '',
    `Inside: ${coverage.band50} of ${of} in the 50 % band, ${coverage.band80} in the 80 %, ${coverage.band95} in the 95 %.`,
    '',
    ...wrap(legend, Math.max(40, terminal.columns)).map((line) => styled(terminal, 'dim', line)),
  ];
  return `${lines.join('\n')}\n`;
}

function caseRow({ name, measure, observed, predicted, place, scores }: BacktestScore): string[] {
  const write = measure === 'hazard ratio' ? writeRatio : writeShare;
  return [
    name,
    write(observed),
    write(predicted.median),
    `${write(predicted.low50)} to ${write(predicted.high50)}`,
    `${write(predicted.low80)} to ${write(predicted.high80)}`,
    `${write(predicted.low95)} to ${write(predicted.high95)}`,
    place,
    ...[scores.model, scores.noEffect, scores.elasticity].map(writeScore),
  ];
}

const writeRatio = (ratio: number): string => `${ratio.toFixed(2)}×`;
const writeShare = (share: number): string => `${(100 * share).toFixed(1)} %`.replace('-', '−');
const writeScore = (value: number): string => value.toFixed(2);
