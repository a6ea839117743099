import type { FifthsResult, SegmentFifths } from '../../models/index.ts';
import type { FifthsData } from '../charts/draw-fifths.ts';
import type { Sheet } from '../charts/sheet.ts';
import { formatCount, formatPercent, formatPrice } from '../format.ts';
import { text as pageText } from '../text.ts';
import { text } from './text.ts';

export interface FifthsView {
  readonly title: string;
  readonly sub: string;
  readonly summary: string;
  readonly sheet: Sheet;
  readonly data: FifthsData;
}

/** Who leaves by fifth of spend within each segment, against the firm's break-even. */
export function createFifthsView(
  { segments, customers }: FifthsResult,
  breakEven: number | null,
  currency: string,
): FifthsView {
  const title = titleOf(segments, breakEven);
  const parts = segments.map(
    ({ name, fifths }) =>
      `${name} ${fifths.map(({ attrition }) => formatPercent(attrition.estimate)).join(', ')}`,
  );
  const summary = text.fifthsSummary(title, parts);
  const price = (amount: number) => formatPrice(amount, currency);
  return {
    title,
    sub: text.fifthsSub(formatCount(customers)),
    summary,
    sheet: sheetOf(segments, price),
    data: {
      cells: segments.map(({ name, fifths }) => ({
        name,
        pays: text.fifthPays(
          price(fifths[0].pays),
          price(fifths[fifths.length - 1].pays),
          ...sharesOf(fifths),
        ),
        bars: fifths.map(({ attrition: { estimate, error } }) => ({ share: estimate, error })),
      })),
      breakEven,
      breakEvenLabel: breakEven === null ? '' : pageText.breakEvenAt(breakEven),
      format: formatPercent,
      summary,
    },
  };
}

/** The least and the largest share of a fifth, in words. */
function sharesOf(fifths: SegmentFifths['fifths']): readonly [string, string] {
  const shares = fifths.map(({ attrition }) => attrition.estimate);
  return [formatPercent(Math.min(...shares)), formatPercent(Math.max(...shares))];
}

function titleOf(segments: readonly SegmentFifths[], breakEven: number | null): string {
  const beyond = segments.flatMap(({ name, fifths }) =>
    fifths.flatMap(({ attrition }, index) =>
      breakEven !== null && attrition.estimate > breakEven
        ? [{ name, top: index === fifths.length - 1 }]
        : [],
    ),
  );
  if (beyond.length === 0) return text.fifthsNone;
  const [{ name }] = beyond;
  const alone = beyond.every((one) => one.name === name);
  return alone ? text.fifthsSome(name, beyond.length === 1 && beyond[0].top) : text.fifthsMany(beyond.length);
}

function sheetOf(segments: readonly SegmentFifths[], price: (amount: number) => string): Sheet {
  const { fifthColumns: columns } = text;
  const share = (value: number) => formatPercent(value, 2);
  return {
    columns: [
      { title: columns.segment },
      { title: columns.fifth },
      { title: columns.pays, format: price },
      { title: columns.share, format: share },
      { title: columns.error, format: share },
    ],
    rows: segments.flatMap(({ name, fifths }) =>
      fifths.map(({ pays, attrition }, index) => [
        name,
        index + 1,
        pays,
        attrition.estimate,
        attrition.error,
      ]),
    ),
  };
}
