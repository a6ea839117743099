import { isBreakEvenShown } from '../charts/break-even-line.ts';
import type { SegmentBar } from '../charts/segment-bars.ts';
import type { Sheet } from '../charts/sheet.ts';
import { segmentsTitle } from '../findings.ts';
import { formatNumber, formatPercent } from '../format.ts';
import type { Model } from '../state/session.ts';
import { text } from '../text.ts';
import { breakEvenOfAsked, isForAll } from './break-even.ts';
import type { FigureWords } from './figure-words.ts';

export interface SegmentsView extends FigureWords {
  readonly bars: readonly SegmentBar[] | null;
  readonly breakEven: number | null;
}

/** Who leaves, per segment of the starting base. */
export function createSegmentsView(model: Model): SegmentsView {
  const bars = barsOf(model);
  const { draws, drawsStale } = model.results;
  const settled = draws && !drawsStale ? draws.result.impact : undefined;
  const breakEven = breakEvenOfAsked(model);
  const title = bars ? segmentsTitle(bars, breakEven) : text.emptyFee;
  const of = bars && breakEven !== null ? breakEvenWords(bars, breakEven, isForAll(model.situation)) : '';
  const sub = settled ? text.segmentsSub + of : `${text.segmentsSubBest}${of} · ${text.atBestSoon}`;
  return { title, sub, summary: summaryOf(title, bars), sheet: bars ? sheetOf(bars) : null, bars, breakEven };
}

/** What the dotted line is a share of; where break-even has none in the picture, how far off it is. */
function breakEvenWords(bars: readonly SegmentBar[], breakEven: number, forAll: boolean): string {
  if (!isBreakEvenShown(bars, breakEven)) return ` · ${text.breakEvenBeyond(breakEven, forAll)}`;
  return forAll ? '' : ` · ${text.breakEvenOfAsked}`;
}

function barsOf({ results, situation }: Model): SegmentBar[] | null {
  const { best, draws, drawsStale } = results;
  const { base } = situation;
  if (draws?.result.impact && !drawsStale) {
    return draws.result.impact.segments.map(({ name, attrition }, index) => {
      const customers = draws.result.segments[index].customersStart;
      const { mean: share, low80, high80 } = attrition;
      return { name, customers, lost: share * customers, share, low80, high80 };
    });
  }
  return (
    best?.segments.map(({ name, attrition, customersLost }, index) => ({
      name,
      customers: base[index].customers,
      lost: customersLost,
      share: attrition,
    })) ?? null
  );
}

function summaryOf(title: string, bars: readonly SegmentBar[] | null): string {
  if (!bars) return `${title}.`;
  const largest = bars.toSorted((a, b) => b.lost - a.lost).slice(0, 3);
  const parts = largest.map(
    ({ name, lost, customers, share }) =>
      `${name} ${formatNumber(lost)} of ${formatNumber(customers)}, ${formatPercent(share)}`,
  );
  return `${title}: ${parts.join('; ')}.`;
}

function sheetOf(bars: readonly SegmentBar[]): Sheet {
  const { columns } = text;
  const share = (value: number) => formatPercent(value, 2);
  return {
    columns: [
      { title: columns.segment },
      { title: columns.customers, format: formatNumber },
      { title: columns.lost, format: (value) => formatNumber(value, 1) },
      { title: columns.share, format: share },
      { title: columns.low(80), format: share },
      { title: columns.high(80), format: share },
    ],
    rows: bars.map((bar) => [
      bar.name,
      bar.customers,
      bar.lost,
      bar.share,
      bar.low80 ?? null,
      bar.high80 ?? null,
    ]),
  };
}
