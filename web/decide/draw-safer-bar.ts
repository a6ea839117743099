import { drawRule, drawSheet, drawWords, px } from '../charts/svg-text.ts';

/** Profit of a changed plan: its interval and mean, against the plan as it stands. */
export interface SaferBar {
  readonly low80: number;
  readonly high80: number;
  readonly mean: number;
  /** The plan as it stands, dashed. */
  readonly planned: number;
  /** Ends of the scale. */
  readonly scale: readonly [number, number];
  readonly label: string;
  readonly summary: string;
}

const [width, height, middle, right] = [352, 22, 11, 272] as const;

export function drawSaferBar({ low80, high80, mean, planned, scale, label, summary }: SaferBar): string {
  const [low, high] = scale;
  const x = (value: number) => 6 + ((value - low) / (high - low || 1)) * (right - 6);
  const zero = x(0);
  const piece = (from: number, to: number, kind: string) =>
    from < to
      ? `<line class="${kind}" x1="${px(x(from))}" y1="${middle}" x2="${px(x(to))}" y2="${middle}"/>`
      : '';
  return drawSheet(width, height, summary, [
    drawRule(zero, 3, zero, height - 3, 'rule'),
    piece(Math.max(low80, 0), high80, 'bar-gain'),
    piece(low80, Math.min(high80, 0), 'bar-loss'),
    drawRule(x(planned), 2, x(planned), height - 2, 'dotted'),
    `<circle class="bar-dot" cx="${px(x(mean))}" cy="${middle}" r="5"/>`,
    drawWords(width, middle + 4, label, 'strong', 'end'),
  ]);
}
