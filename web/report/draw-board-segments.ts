import { isBreakEvenShown, widestShare } from '../charts/break-even-line.ts';
import type { SegmentBar } from '../charts/segment-bars.ts';
import { drawBar, drawRule, drawSheet, drawWhisker, drawWords } from '../charts/svg-text.ts';
import { formatCount, formatPercent } from '../format.ts';
import { text } from '../text.ts';
import type { SegmentsView } from '../views/segments-view.ts';
import { boardText } from './board-text.ts';

const rowHeight = 21;
const top = 18;
const most = 8;

/** Who leaves, for paper: the segments that lose most, the others together. */
export function drawBoardSegments({ bars, breakEven, summary }: SegmentsView, width: number): string {
  const rows = gather(bars ?? []);
  const ends = rows.flatMap(({ share, low80 = share, high80 = share }) => [share, low80, high80]);
  const held = breakEven !== null && breakEven > 0 && isBreakEvenShown(rows, breakEven) ? breakEven : 0;
  const [low, high] = [Math.min(0, ...ends), Math.max(widestShare(rows), held)];
  const [left, right] = [width * 0.56, width - 46];
  const x = (share: number) => left + ((share - low) / (high - low)) * (right - left);
  const height = top + rows.length * rowHeight + 2;
  const parts = rows.flatMap((row, index) => {
    const y = top + index * rowHeight;
    const kind = row.share < 0 ? 'gain-tint' : held > 0 && row.share > held ? 'loss' : 'loss-tint';
    const hasRange = row.low80 !== undefined && row.high80 !== undefined && row.high80 - row.low80 >= 0.0005;
    return [
      drawWords(0, y + 14, row.name.length > 25 ? `${row.name.slice(0, 24)}…` : row.name, 'name'),
      drawWords(left - 8, y + 14, formatCount(row.lost), 'strong', 'end'),
      drawBar(x(0), x(row.share), y + 5, 10, kind),
      hasRange ? drawWhisker(x(row.low80!), x(row.high80!), y + 10) : '',
      drawWords(width, y + 14, formatPercent(row.share), 'strong', 'end'),
      drawRule(0, y + rowHeight, width, y + rowHeight, 'hair'),
    ];
  });
  return drawSheet(width, height, summary, [
    drawRule(x(0), top, x(0), height, 'rule'),
    ...(held > 0
      ? [
          drawRule(x(held), top - 2, x(held), height, 'dotted'),
          drawWords(
            Math.min(x(held), width),
            11,
            text.breakEvenAt(held),
            '',
            x(held) > width * 0.7 ? 'end' : 'middle',
          ),
        ]
      : []),
    ...parts,
  ]);
}

function gather(bars: readonly SegmentBar[]): readonly SegmentBar[] {
  if (bars.length <= most + 1) return bars;
  const sorted = [...bars].sort((a, b) => b.lost - a.lost);
  const rest = sorted.slice(most);
  const customers = rest.reduce((sum, bar) => sum + bar.customers, 0);
  const lost = rest.reduce((sum, bar) => sum + bar.lost, 0);
  return [
    ...sorted.slice(0, most),
    { name: boardText.others(rest.length), customers, lost, share: lost / customers },
  ];
}
