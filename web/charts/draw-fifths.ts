import { drawRule, drawSheet, drawWords, px } from './svg-text.ts';

/** One segment: its fifths from the lowest spend to the highest. */
export interface FifthsCell {
  readonly name: string;
  /** What they pay, lowest to highest fifth, in words. */
  readonly pays: string;
  readonly bars: readonly { readonly share: number; readonly error: number }[];
}

export interface FifthsData {
  readonly cells: readonly FifthsCell[];
  readonly breakEven: number | null;
  readonly breakEvenLabel: string;
  readonly format: (share: number) => string;
  readonly summary: string;
}

const plotHeight = 76;
const cellHeight = 138;
const gap = 28;

/** Small multiples on one scale; only bars beyond break-even are filled solid. */
export function drawFifths(data: FifthsData, width: number): string {
  const columns = width < 560 ? 2 : 3;
  const cell = (width - gap * (columns - 1)) / columns;
  const ends = data.cells.flatMap(({ bars }) =>
    bars.flatMap(({ share, error }) => [share - 2 * error, share + 2 * error]),
  );
  const { breakEven } = data;
  const widest = Math.max(0.001, ...ends);
  const held = breakEven !== null && breakEven > 0 && breakEven < 3 * widest ? breakEven : null;
  const [low, high] = [Math.min(0, ...ends), Math.max(widest, held ?? 0)];
  const rows = Math.ceil(data.cells.length / columns);
  const parts = data.cells.flatMap((one, index) => {
    const left = (index % columns) * (cell + gap);
    const top = Math.floor(index / columns) * cellHeight;
    const bottom = top + 46 + plotHeight;
    const y = (share: number) => bottom - ((share - low) / (high - low)) * plotHeight;
    return [
      drawWords(left, top + 14, one.name, 'name strong'),
      drawWords(left, top + 30, one.pays, 'quiet'),
      ...(held === null ? [] : [drawRule(left, y(held), left + cell, y(held), 'dotted')]),
      ...drawBars(one, left, cell, y, held, data.format),
      ...(held === null || index > 0
        ? []
        : [labelBreakEven(one, data.breakEvenLabel, left, cell, y(held), held)]),
      drawRule(left, y(0), left + cell, y(0), 'rule'),
    ];
  });
  return drawSheet(width, rows * cellHeight, data.summary, parts);
}

/** Above the line at the end where bars are lower, so that it stands on paper if it can. */
function labelBreakEven(
  { bars }: FifthsCell,
  label: string,
  left: number,
  cell: number,
  y: number,
  held: number,
): string {
  const reach = (at: readonly { share: number; error: number }[]) =>
    Math.max(...at.map(({ share, error }) => share + 2 * error));
  const half = Math.ceil(bars.length / 2);
  const atStart = reach(bars.slice(-half)) > held && reach(bars.slice(0, half)) < reach(bars.slice(-half));
  return drawWords(atStart ? left : left + cell, y - 4, label, '', atStart ? 'start' : 'end');
}

function drawBars(
  { bars }: FifthsCell,
  left: number,
  cell: number,
  y: (share: number) => number,
  held: number | null,
  format: (share: number) => string,
): string[] {
  const pitch = cell / bars.length;
  const wide = Math.min(46, pitch * 0.72);
  return bars.flatMap(({ share, error }, k) => {
    const middle = left + (k + 0.5) * pitch;
    const kind = share < 0 ? 'gain-tint' : held !== null && share > held ? 'loss' : 'loss-tint';
    const height = Math.max(1, Math.abs(y(share) - y(0)));
    return [
      `<rect class="${kind}" x="${px(middle - wide / 2)}" y="${px(Math.min(y(share), y(0)))}" width="${px(wide)}" height="${px(height)}"><title>${format(share)}</title></rect>`,
      error > 0
        ? `<line class="whisker" x1="${px(middle)}" x2="${px(middle)}" y1="${px(y(share - 2 * error))}" y2="${px(y(share + 2 * error))}"/>`
        : '',
    ];
  });
}
