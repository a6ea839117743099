import { formatNumber, thin } from '../format.ts';
import { drawBar, drawRule, drawSheet, drawWhisker, drawWords } from './svg-text.ts';

/** A share of variance with its 95 % interval. */
interface Share {
  readonly share: number;
  readonly low95: number;
  readonly high95: number;
}

export interface IndexRow {
  readonly name: string;
  readonly note: string;
  readonly first: Share;
  readonly total: Share;
  /** Stands at the right. */
  readonly beside: string;
}

export interface IndicesData {
  readonly rows: readonly IndexRow[];
  readonly labels: { readonly first: string; readonly total: string };
  readonly summary: string;
}

const rowHeight = 42;
const narrowRow = 66;
const top = 28;

/** For each input its share alone as a bar, and with all it has a hand in as a hollow one, with 95 % intervals. */
export function drawIndices({ rows, labels, summary }: IndicesData, width: number): string {
  const narrow = width < 560;
  const height = narrow ? narrowRow : rowHeight;
  const [left, right] = narrow ? [4, width - 12] : [240, width - 130];
  const most = Math.min(
    1,
    Math.max(0.1, ...rows.flatMap(({ first, total }) => [first.high95, total.high95])),
  );
  const end = Math.ceil(most * 10) / 10;
  const x = (share: number) => left + (Math.min(share, end) / end) * (right - left);
  const step = end > 0.5 ? 0.2 : 0.1;
  const lines = Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => index * step);
  const bottom = top + rows.length * height;
  const parts = [
    ...lines.flatMap((share) => [
      drawRule(x(share), top - 6, x(share), bottom, share === 0 ? 'rule' : 'hair'),
      drawWords(x(share), top - 12, `${formatNumber(share * 100)}${thin}%`, 'quiet', 'middle'),
    ]),
    drawWords(width, narrow ? 10 : top - 12, `${labels.first} · ${labels.total}`, 'quiet', 'end'),
    ...rows.flatMap((row, index) => drawRow(row, top + index * height, height, narrow, width, x)),
  ];
  return drawSheet(
    width,
    bottom + 4,
    summary,
    narrow ? parts.filter((part) => !part.includes(labels.total)) : parts,
  );
}

function drawRow(
  { name, note, first, total, beside }: IndexRow,
  y: number,
  height: number,
  narrow: boolean,
  width: number,
  x: (share: number) => number,
): string[] {
  const bars = narrow ? y + 34 : y + 8;
  return [
    drawWords(0, narrow ? y + 15 : y + 17, name, 'name'),
    drawWords(0, narrow ? y + 29 : y + 32, note),
    drawBar(x(0), x(first.share), bars, 9, 'ink-2'),
    drawWhisker(x(first.low95), x(first.high95), bars + 4.5),
    drawBar(x(0), x(total.share), bars + 14, 9, 'hollow'),
    drawWhisker(x(total.low95), x(total.high95), bars + 18.5),
    drawWords(width, narrow ? y + 15 : y + 24, beside, '', 'end'),
    drawRule(0, y + height - 0.5, width, y + height - 0.5, 'hair'),
  ];
}
