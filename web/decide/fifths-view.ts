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
  /** What the fifths come to, beside what all other figures rest on. */
  readonly note: string;
  readonly sheet: Sheet;
  readonly data: FifthsData;
}

export interface FifthsContext {
  readonly breakEven: number | null;
  readonly isForAll: boolean;
  readonly currency: string;
  /** Segments in the scenario's order. */
  readonly base: readonly { readonly customers: number }[];
  /** Attrition of the run at best values, which moves groups; `null` while unknown. */
  readonly grouped: number | null;
}

/** Who leaves by fifth of spend within each segment, against the firm's break-even. */
export function createFifthsView(
  { segments, customers }: FifthsResult,
  { breakEven, isForAll, currency, base, grouped }: FifthsContext,
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
    sub:
      text.fifthsSub(formatCount(customers)) +
      (breakEven === null || isForAll ? '' : ` · ${pageText.breakEvenOfAsked}`),
    summary,
    note: noteOf(attritionOf(segments, base), grouped),
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

/** Of the whole base: a fifth is a fifth of its segment. */
function attritionOf(segments: readonly SegmentFifths[], base: FifthsContext['base']): number {
  let [lost, all] = [0, 0];
  segments.forEach(({ fifths }, index) => {
    const { customers } = base[index];
    all += customers;
    for (const { attrition } of fifths) lost += (customers * attrition.estimate) / fifths.length;
  });
  return lost / all;
}

function noteOf(attrition: number, grouped: number | null): string {
  const share = formatPercent(attrition);
  if (grouped === null) return '';
  const groups = formatPercent(grouped);
  return groups === share ? text.fifthsTogether(share) : text.fifthsApart(share, groups);
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
