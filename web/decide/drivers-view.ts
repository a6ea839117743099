import type { Flip, Scenario, Tornado } from '../../models/index.ts';
import type { TornadoData, TornadoRow } from '../charts/draw-tornado.ts';
import type { Sheet } from '../charts/sheet.ts';
import { formatSignedMoney } from '../format.ts';
import { inputName, inputValue } from '../views/input-words.ts';
import { text } from './text.ts';

export interface DriversView {
  readonly title: string;
  readonly summary: string;
  readonly sheet: Sheet;
  readonly data: TornadoData;
}

/** Inputs that are shown, and asked for the value at which they would flip the answer. */
export const shownDrivers = 6;

/** What moves a plan's profit most: the widest inputs of a tornado, with where they would flip the answer if known. */
export function createDriversView(
  { best, inputs }: Tornado,
  flips: readonly Flip[] | null,
  scenario: Scenario,
): DriversView {
  const { currency } = scenario;
  const money = (value: number) => formatSignedMoney(value, currency);
  const shown = inputs.filter(({ range }) => range > 0).slice(0, shownDrivers);
  const rows = shown.map((input): TornadoRow => {
    const value = (at: number) => inputValue(at, input.unit, currency);
    const flip = flips?.find(({ path }) => path === input.path);
    return {
      name: inputName(input.path, scenario),
      evidence: input.evidence,
      note: text.evidence[input.evidence],
      low: { input: value(input.low.value), value: input.low.profit },
      high: { input: value(input.high.value), value: input.high.profit },
      beside: flip ? (flip.value === null ? text.never : value(flip.value)) : '',
    };
  });
  const title = rows[0] ? driversTitle(rows[0].name) : text.noDriver;
  const parts = rows.map(({ name, low, high }) =>
    text.ends(name, low.input, money(low.value), high.input, money(high.value)),
  );
  const summary = parts.length === 0 ? `${title}.` : `${title}. ${text.driversSummary(parts)}`;
  return {
    title,
    summary,
    sheet: sheetOf({ inputs, flips, scenario, money }),
    data: {
      rows,
      best: best.profit,
      bestLabel: text.asPlanned(money(best.profit)),
      breakEven: 0,
      good: 'above',
      format: money,
      besideTitle: flips ? text.flipsAt : '',
      summary,
    },
  };
}

function driversTitle(name: string): string {
  return `${name} moves this answer most`;
}

function sheetOf(of: {
  readonly inputs: Tornado['inputs'];
  readonly flips: readonly Flip[] | null;
  readonly scenario: Scenario;
  readonly money: (value: number) => string;
}): Sheet {
  const { inputs, flips, scenario, money } = of;
  const { driverColumns: columns } = text;
  const { currency } = scenario;
  const moving = inputs.filter(({ range }) => range > 0);
  return {
    columns: [
      { title: columns.input },
      { title: columns.meaning },
      { title: columns.evidence },
      { title: columns.low },
      { title: columns.atLow(currency), format: money },
      { title: columns.high },
      { title: columns.atHigh(currency), format: money },
      { title: columns.flips },
      { title: columns.unit, inFileAlone: true },
    ],
    rows: moving.map(({ path, meaning, evidence, low, high, unit }) => {
      const flip = flips?.find((candidate) => candidate.path === path);
      return [
        ...[inputName(path, scenario), meaning, text.evidence[evidence]],
        ...[low.value, low.profit, high.value, high.profit],
        ...[flip ? (flip.value ?? text.never) : null, unit],
      ];
    }),
    rowFormats: moving.map(
      ({ unit }) =>
        (value) =>
          inputValue(value, unit, currency),
    ),
  };
}
