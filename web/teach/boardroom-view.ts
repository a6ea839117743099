import { dimensions, type ServiceMonth } from '../../models/index.ts';
import type { Sheet } from '../charts/sheet.ts';
import { formatNumber } from '../format.ts';
import { words } from './text.ts';

export interface BoardroomRow {
  readonly name: string;
  readonly perceived: number;
  readonly believed: number;
  readonly promised: number;
  readonly phrase: string;
  /** Worth a bold word. */
  readonly strong: boolean;
}

export interface BoardroomView {
  readonly title: string;
  readonly sub: string;
  readonly summary: string;
  readonly rows: readonly BoardroomRow[];
  readonly sheet: Sheet;
}

/** Gaps below this are nothing to speak of [points]. */
const about = 0.35;

/** What management believes beside what customers perceive, in one month. */
export function createBoardroomView(service: ServiceMonth, month: number): BoardroomView {
  const gaps = dimensions.map((_, k) => service.believed[k] - service.perceived[k]);
  const widest = Math.max(...gaps.map(Math.abs));
  const rows = dimensions.map((dimension, k) => ({
    name: words.dimensions[dimension],
    perceived: service.perceived[k],
    believed: service.believed[k],
    promised: service.promised[k],
    phrase: phraseOf(gaps[k]),
    strong: Math.abs(gaps[k]) >= about && isShownAlike(Math.abs(gaps[k]), widest),
  }));
  const title = titleOf(gaps, rows);
  const parts = rows.map(({ name, phrase }) => `${name.toLowerCase()} ${phrase}`).join(', ');
  return {
    title,
    sub: words.boardSub(month),
    summary: `${title}: ${parts}.`,
    rows,
    sheet: sheetOf(rows, gaps),
  };
}

function phraseOf(gap: number): string {
  if (Math.abs(gap) < about) return words.aboutRight;
  return gap > 0 ? words.blindBy(gap) : words.harshBy(-gap);
}

function titleOf(gaps: readonly number[], rows: readonly BoardroomRow[]): string {
  const [low, high] = [Math.min(...gaps), Math.max(...gaps)];
  if (high < about && low > -about) return words.boardRight;
  // Nothing is said to be most that is shown alike.
  if (isShownAlike(low, high)) return high > 0 ? words.boardBlindAll(high) : words.boardHarshAll(-low);
  const most = high >= -low ? high : low;
  const names = rows.filter((_, k) => isShownAlike(gaps[k], most)).map(({ name }) => name);
  return most > 0 ? words.boardBlind(names, high) : words.boardHarsh(names, -low);
}

function isShownAlike(a: number, b: number): boolean {
  return formatNumber(a, 1) === formatNumber(b, 1);
}

function sheetOf(rows: readonly BoardroomRow[], gaps: readonly number[]): Sheet {
  const { dimension, perceived, believed, promised, gap } = words.boardColumns;
  const format = (value: number) => formatNumber(value, 1);
  return {
    columns: [
      { title: dimension },
      ...[perceived, believed, promised, gap].map((title) => ({ title, format })),
    ],
    rows: rows.map((row, k) => [row.name, row.perceived, row.believed, row.promised, gaps[k]]),
  };
}
