import {
  type BacktestReport,
  type BacktestRound,
  type BacktestScore,
  defaultDraws,
  mostDraws,
} from '../../models/index.ts';
import { studies } from '../studies/index.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { readWorkers, withCores, workersOption } from './cores.ts';
import { parseWhole } from './parse-arguments.ts';
import { formatTable, wrap } from './table.ts';
import { styled, type Terminal } from './terminal.ts';

export const backtest: Command = {
  name: 'backtest',
  usage: '[--draws N] [--workers N] [--json]',
  summary: 'Compares the model with public price rises, each predicted from the others',
  options: [
    {
      name: 'draws',
      value: 'N',
      meaning: `Draws of what is uncertain, 1 to ${mostDraws} (default ${defaultDraws})`,
    },
    workersOption,
    { name: 'json', meaning: 'The same as JSON, numbers unrounded' },
  ],
  notes: [
    'Runs the scenarios of scenarios/backtests, each at priors estimated without it and again at the defaults.',
    'docs/backtests.md explains the cases and conventions; npm run priors estimates the priors.',
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
    const workers = readWorkers(args);
    const report = await withCores(terminal, workers, (cores) =>
      studies.backtest.compute([], { draws }, cores),
    );
    terminal.out(
      args.has('json') ? `${JSON.stringify(report, null, 2)}\n` : formatBacktests(report, terminal),
    );
    return exitCodes.fine;
  },
};

function formatBacktests(report: BacktestReport, terminal: Terminal): string {
  const { leaveOneOut, defaults, draws, stale } = report;
  const { cases, scores } = leaveOneOut;
  const rows = [
    ['', 'observed', 'median', '50 %', '80 %', '95 %', 'in 80 %', 'CRPS', 'no effect', '−0.1'],
    ...cases.map(caseRow),
    ['Mean', '', '', '', '', '', '', ...[scores.model, scores.noEffect, scores.elasticity].map(writeScore)],
  ];
  const width = Math.max(40, terminal.columns);
  const lines = [
    styled(terminal, 'bold', 'Public price rises, each at priors estimated from the others'),
    styled(terminal, 'dim', `${cases.length} cases, ${draws} draws`),
    '',
    ...formatTable(rows, Number.POSITIVE_INFINITY),
    '',
    `Inside: ${formatCoverage(leaveOneOut)}.`,
    `At the defaults, estimated from all: ${formatCoverage(defaults)}; mean CRPS ${writeScore(defaults.scores.model)}.`,
    ...(stale.length === 0
      ? []
      : ['', ...wrap(`The priors are stale; npm run priors. ${stale.join(' ')}`, width)]),
    '',
    ...wrap(legend, width).map((line) => styled(terminal, 'dim', line)),
  ];
  return `${lines.join('\n')}\n`;
}

const legend = [
  'Hazard ratios as ×, net changes as shares of the customers before. Bands contain the error of the',
  'observation. CRPS, the continuous ranked probability score, is in units of that error; lower is better. Naive',
  'forecasts, with the same error: no effect, and an elasticity of −0.1. With so few cases the share inside a band',
  'has a standard error of more than ten points.',
].join(' ');

function formatCoverage({ coverage, cases }: BacktestRound): string {
  const { band50, band80, band95 } = coverage;
  return `${band50} of ${cases.length} in the 50 % band, ${band80} in the 80 %, ${band95} in the 95 %`;
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
