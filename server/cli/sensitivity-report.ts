import type { IndexEstimate, SensitivityResult } from '../../models/index.ts';
import { formatTable, wrap } from './table.ts';
import { styled, type Terminal } from './terminal.ts';
import { countWriter, moneyWriter, type NumberWriter, percentWriter, writePrecise } from './write-numbers.ts';

const widestLine = 110;
const mostRowsShown = 12;

/** The report that people read. */
export function formatSensitivity(result: SensitivityResult, terminal: Terminal): string {
  const width = Math.min(widestLine, terminal.columns);
  const { scenario, plan, engine, indices } = result;
  const facts = `${plan}: ${words[result.measure]} over ${scenario.months} months, ${countWriter(indices.runs)} runs, seed "${engine.seed}"`;
  const blocks = [
    [styled(terminal, 'bold', scenario.title), styled(terminal, 'dim', facts)],
    [styled(terminal, 'bold', 'One at a time'), ...indented(describeTornado(result, width))],
    [styled(terminal, 'bold', 'All at once'), ...indented(describeIndices(result, width))],
    [styled(terminal, 'bold', 'By evidence'), ...indented(describeEvidence(result, width))],
    [styled(terminal, 'bold', 'Worth knowing before you choose'), ...indented(describeValue(result, width))],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const words = {
  profit: 'profit',
  profitWithEquity: 'profit with equity',
  attrition: 'attrition',
} as const;

function describeTornado({ tornado, measure, scenario }: SensitivityResult, width: number): string[] {
  const { inputs, best, without } = tornado;
  const values = inputs.flatMap(({ low, high }) => [low[measure], high[measure]]);
  const write = writerFor(measure, scenario.currency, [best[measure], ...values]);
  const shown = inputs.slice(0, mostRowsShown);
  const rows = shown.map(({ path, unit, low, high, evidence }) => [
    nameOf(path),
    `${writePrecise(low.value)} to ${writePrecise(high.value)}${unit === '1' ? '' : ` ${unit}`}`,
    write(low[measure], true),
    write(high[measure], true),
    evidence,
  ]);
  const rest = inputs.length - shown.length;
  return [
    ...wrap(
      `With every input at its best value the ${words[measure]} is ${write(best[measure], true)}. Each input alone, from its 10th to its 90th percentile:`,
      width - 2,
    ),
    '',
    ...formatTable([['', '10th to 90th', 'at the 10th', 'at the 90th', 'evidence'], ...rows], width - 2),
    '',
    ...wrap(
      `${rest > 0 ? `${rest} more move it less; ` : ''}${without} uncertain inputs move nothing here.`,
      width - 2,
    ),
  ];
}

function describeIndices({ indices, measure }: SensitivityResult, width: number): string[] {
  const { inputs, everythingElse, variance } = indices;
  if (variance === 0) return ['Nothing that is uncertain moves this figure.'];
  const sorted = [...inputs].sort((one, other) => other.total.share - one.total.share);
  const rows = sorted
    .slice(0, mostRowsShown)
    .map(({ path, goesWith = [], first, total }) => [
      goesWith.length === 0 ? nameOf(path) : `${nameOf(path)} and ${goesWith.length} with it`,
      ...writeIndex(first),
      ...writeIndex(total),
    ]);
  const others = everythingElse && [
    `Everything else: ${everythingElse.inputs}`,
    ...writeIndex(everythingElse.first),
    ...writeIndex(everythingElse.total),
  ];
  return [
    ...wrap(
      `Share of the variance of ${words[measure]} that goes when an input becomes known (alone), and that stays when all others are known (with others), with 95 % intervals. About 0: not told apart from it.`,
      width - 2,
    ),
    '',
    ...formatTable([['', 'alone', '', 'with others', ''], ...rows, ...(others ? [others] : [])], width - 2),
  ];
}

function describeEvidence({ indices }: SensitivityResult, width: number): string[] {
  if (indices.variance === 0) return ['Nothing that is uncertain moves this figure.'];
  const rows = indices.evidenceShare.map(({ evidence, inputs, ...share }) => [
    evidence,
    ...writeIndex(share),
    `${inputs} input${inputs === 1 ? '' : 's'}`,
  ]);
  return formatTable([...rows, ['together', percent(indices.togetherShare), '', '']], width - 2);
}

function describeValue({ information, scenario }: SensitivityResult, width: number): string[] {
  const { options, best, perfect, inputs, without, draws } = information;
  const money = moneyWriter(
    scenario.currency,
    options.map(({ mean }) => mean),
  );
  const small = moneyWriter(scenario.currency, [perfect.value, perfect.error]);
  const rows = options.map(({ name, mean, bestShare }) => [name, money(mean, true), percent(bestShare)]);
  const worth = inputs
    .slice(0, mostRowsShown)
    .map(({ path, value, error, distinct, evidence }) => [
      nameOf(path),
      small(value),
      `± ${small(error)}`,
      distinct ? '' : 'about 0',
      evidence,
    ]);
  const sure =
    perfect.value === 0
      ? `${best} is the best in every one of ${countWriter(draws)} draws: nothing you could find out would change the choice.`
      : `Without knowing more, choose ${best}. Knowing everything before you choose would be worth ${small(perfect.value)} ± ${small(perfect.error)}, and nothing is worth more than that.`;
  const which =
    perfect.value > 0 && worth.length === 0 ? ' No input, known on its own, would change the choice.' : '';
  return [
    ...formatTable([['', 'mean', 'best in'], ...rows], width - 2),
    '',
    ...wrap(`${sure}${which}`, width - 2),
    ...(worth.length > 0
      ? [
          '',
          ...formatTable([['', 'worth at most', '', '', 'evidence'], ...worth], width - 2),
          '',
          ...wrap(`${without} inputs, each known on its own, would not change the choice.`, width - 2),
        ]
      : []),
  ];
}

const percent = percentWriter([1]);

/** Without the words that only the file needs. */
function nameOf(path: string): string {
  return path.replace(/^segments\./, '').replace(/(^|\.)assumptions\./, '$1');
}

function writeIndex({ share, low95, high95, distinct }: IndexEstimate): string[] {
  const interval = `${percent(low95)} to ${percent(high95)}`;
  return [distinct ? percent(share) : 'about 0', interval];
}

function writerFor(
  measure: SensitivityResult['measure'],
  currency: string,
  values: readonly number[],
): NumberWriter {
  return measure === 'attrition' ? percentWriter(values) : moneyWriter(currency, values);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
