import {
  type CsvFlavour,
  formatCsv,
  type PlanMeasure,
  planMeasures,
  type Sweep,
} from '../../models/index.ts';
import { formatTable, wrap } from './table.ts';
import { styled, type Terminal } from './terminal.ts';
import {
  countWriter,
  moneyWriter,
  type NumberWriter,
  percentWriter,
  writeInterval,
  writePrecise,
} from './write-numbers.ts';

const widestLine = 110;
/** A grid of more columns is a list. */
const mostColumns = 8;

/** The report that people read: a table for one number, a grid of one figure for two. */
export function formatSweep(sweep: Sweep, measure: PlanMeasure, terminal: Terminal): string {
  const width = Math.min(widestLine, terminal.columns);
  const { scenario, plan, axes, draws, engine } = sweep;
  const how =
    draws === 0 ? 'at best values' : `${countWriter(draws)} draws at each point, seed "${engine.seed}"`;
  const table =
    axes.length === 2 && Math.min(...axes.map(({ values }) => values.length)) <= mostColumns
      ? formatGrid(sweep, measure, width)
      : formatList(sweep, width);
  const blocks = [
    [
      styled(terminal, 'bold', scenario.title),
      ...wrap(`${plan}, against doing nothing, over ${scenario.months} months, ${how}`, width).map((line) =>
        styled(terminal, 'dim', line),
      ),
      ...axes.flatMap(({ path, meaning, unit }) =>
        wrap(`${path}: ${meaning}${unit === '1' ? '' : `, ${unit}`}`, width).map((line) =>
          styled(terminal, 'dim', line),
        ),
      ),
    ],
    table,
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Every figure of every point: `plan`, a column for each path, `measure`, `statistic`, `value`. */
export function formatSweepCsv({ plan, axes, points }: Sweep, flavour?: CsvFlavour): string {
  const header = ['plan', ...axes.map(({ path }) => path), 'measure', 'statistic', 'value'];
  const lines = points.flatMap(({ at, figures, chanceOfLoss }) => [
    ...planMeasures.flatMap((measure) =>
      Object.entries(figures[measure]).map(([statistic, value]) => [plan, ...at, measure, statistic, value]),
    ),
    ...(chanceOfLoss === undefined ? [] : [[plan, ...at, 'chanceOfLoss', 'value', chanceOfLoss]]),
  ]);
  return formatCsv([header, ...lines], flavour);
}

function formatList({ axes, points, scenario, draws }: Sweep, width: number): string[] {
  const money = moneyWriter(
    scenario.currency,
    points.map(({ figures }) => figures.profit.mean),
  );
  const percent = percentWriter(points.map(({ figures }) => figures.attrition.mean));
  const rows = points.map(({ at, figures, chanceOfLoss }) => [
    ...at.map(writePrecise),
    money(figures.profit.mean, true),
    ...(draws === 0
      ? []
      : [writeInterval(money, figures.profit, true), percentWriter([1])(chanceOfLoss ?? 0)]),
    percent(figures.attrition.mean),
  ]);
  const names = axes.map(({ path }) => path.split('.').slice(-1)[0]);
  const drawn = draws === 0 ? [] : ['80 % interval', 'chance of loss'];
  return formatTable([[...names, 'profit', ...drawn, 'attrition'], ...rows], width);
}

/** The shorter axis across. */
function formatGrid({ axes, points, scenario }: Sweep, measure: PlanMeasure, width: number): string[] {
  const across = axes[1].values.length <= axes[0].values.length ? 1 : 0;
  const down = 1 - across;
  const write: NumberWriter =
    measure === 'attrition'
      ? percentWriter(points.map(({ figures }) => figures.attrition.mean))
      : moneyWriter(
          scenario.currency,
          points.map(({ figures }) => figures[measure].mean),
        );
  const cell = (row: number, column: number) => {
    const index = across === 1 ? row * axes[1].values.length + column : column * axes[1].values.length + row;
    return write(points[index].figures[measure].mean, true);
  };
  const header = ['', ...axes[across].values.map(writePrecise)];
  const rows = axes[down].values.map((value, row) => [
    writePrecise(value),
    ...axes[across].values.map((_, column) => cell(row, column)),
  ]);
  return [
    `${measure}; down ${axes[down].path}, across ${axes[across].path}`,
    '',
    ...formatTable([header, ...rows], width),
  ];
}
