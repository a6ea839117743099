import type { BacktestRound, BacktestScore } from '../models/analysis/backtest.ts';
import type { EstimatedParameter, Priors } from '../models/analysis/estimate-priors.ts';
import type { KeptPriors } from '../models/analysis/kept-priors.ts';
import type { SensitivityRow } from './prior-sensitivity.ts';

/** Puts each text between `<!-- name -->` and `<!-- end -->`. Throws where a page lacks the place. */
export function fillPage(page: string, parts: { readonly [name: string]: string }): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const place = new RegExp(`(<!-- ${name} -->\\n).*?(<!-- end -->)`, 's');
    if (!place.test(text)) throw new Error(`the page has no place for ${name}`);
    return text.replace(place, (_, start: string, end: string) => `${start}\n${part}\n\n${end}`);
  }, page);
}

const writeRatio = (ratio: number): string => `${ratio.toFixed(2)}×`;
const writeShare = (share: number): string => `${(100 * share).toFixed(1)} %`.replace('-', '−');
const writeScore = (value: number): string => value.toFixed(2);

/** Each case predicted from the others, then coverage and mean scores, and the same of the defaults. */
export function formatScores(leaveOneOut: BacktestRound, together: BacktestRound): string {
  const { cases, scores } = leaveOneOut;
  const means = [scores.model, scores.noEffect, scores.elasticity].map(writeScore).join(' | ');
  const of = cases.length;
  const error = Math.round(100 * Math.sqrt((0.8 * 0.2) / of));
  return [
    '| case | observed | median | 80 % band | in it? | CRPS | no effect | elasticity −0.1 | forecast below observed |',
    '|---|---|---|---|---|---|---|---|---|',
    ...cases.map(formatCase),
    `| Mean | | | | | ${means} | |`,
    '',
    `**Inside: ${formatCoverage(leaveOneOut)}.** With ${of} cases the share inside an 80 % band has a standard`,
    `error of ${error} points. The 80 % bands are ${leaveOneOut.width80.toFixed(1)} errors of observation wide on average;`,
    'for a forecast without any doubt of its own it would be 2.6.',
    `Of those inside the 80 % band, ${countNearEdge(cases)} lie within five points of its edge.`,
    '',
    `At the defaults, estimated from all cases and so no test: ${formatCoverage(together)}; mean CRPS`,
    `${writeScore(together.scores.model)}, bands ${together.width80.toFixed(1)} errors wide.`,
  ].join('\n');
}

function countNearEdge(cases: readonly BacktestScore[]): number {
  return cases.filter(({ place, belowObserved }) => {
    const centred = Math.abs(belowObserved - 0.5);
    return place === 'inside' && centred > 0.35;
  }).length;
}

function formatCase({
  name,
  measure,
  observed,
  predicted,
  place,
  scores,
  belowObserved,
}: BacktestScore): string {
  const write = measure === 'hazard ratio' ? writeRatio : writeShare;
  const cells = [
    name,
    write(observed),
    write(predicted.median),
    `${write(predicted.low80)} to ${write(predicted.high80)}`,
    place,
    ...[scores.model, scores.noEffect, scores.elasticity].map(writeScore),
    `${Math.round(100 * belowObserved)} %`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function formatCoverage({ coverage, cases }: BacktestRound): string {
  const { band50, band80, band95 } = coverage;
  return `${band50} of ${cases.length} in the 50 % band, ${band80} in the 80 %, ${band95} in the 95 %`;
}

/** What was believed before, what all cases together make of it, and how far a single case moves it. */
export function formatPriors(
  parameters: readonly EstimatedParameter[],
  { estimated, leftOut }: KeptPriors,
  uncertainty: readonly number[],
): string {
  const rows = parameters.map(({ name, median, sdLog }, k) => {
    const others = Object.entries(leftOut).map(([left, priors]) => [medianOf(priors, name), left] as const);
    others.sort(([a], [b]) => a - b);
    const [low, high] = [others[0], others[others.length - 1]];
    return [
      `\`${name}\``,
      `${median.median}, sd of log ${median.sdLog}`,
      `**${medianOf(estimated, name)}**`,
      uncertainty[k].toFixed(2),
      `${low[0]} (${low[1]}) to ${high[0]} (${high[1]})`,
      `${sdLog}`,
    ].join(' | ');
  });
  return [
    '| parameter | median believed before | median after | sd of its log after | with one case left out | firms differ by (sd of log) |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

function medianOf(priors: Priors, name: EstimatedParameter['name']): number {
  return priors[name]?.median ?? Number.NaN;
}

/** One line for each other convention. */
export function formatSensitivity(rows: readonly SensitivityRow[]): string {
  const lines = rows.map(({ what, estimated, inside, of, width80, relativeWidth80 }) => {
    const medians = Object.values(estimated).map((belief) => belief.median.toPrecision(2));
    const widths = `${width80.toFixed(2)} | ${relativeWidth80.toFixed(2)}`;
    return `| ${what} | ${medians.join(', ')} | ${inside.join(', ')} of ${of} | ${widths} |`;
  });
  const fewest = Math.min(...rows.map(({ effectiveDraws }) => effectiveDraws));
  return [
    '| | medians of price, wake-up, sign-ups | inside 50, 80, 95 % | width of 80 % bands | width as a multiple of the effect |',
    '|---|---|---|---|---|',
    ...lines,
    '',
    `Every forecast of the table is worth at least ${Math.floor(fewest / 10) * 10} plain draws.`,
  ].join('\n');
}
