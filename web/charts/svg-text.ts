/** Text as it may stand inside markup and inside a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A place on the picture, to a tenth of a pixel. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

type Anchor = 'start' | 'middle' | 'end';

/** Words with their baseline at `y`; classes as in the style sheet of figures. */
export function drawWords(
  x: number,
  y: number,
  words: string,
  classes = '',
  anchor: Anchor = 'start',
): string {
  const kind = classes && ` class="${classes}"`;
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text${kind} x="${px(x)}" y="${px(y)}"${at}>${escapeMarkup(words)}</text>`;
}

export function drawRule(x1: number, y1: number, x2: number, y2: number, classes: string): string {
  return `<line class="${classes}" x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" shape-rendering="crispEdges"/>`;
}

/** A bar between two places, at least one pixel wide. */
export function drawBar(from: number, to: number, y: number, height: number, classes: string): string {
  const width = Math.max(1, Math.abs(to - from));
  return `<rect class="${classes}" x="${px(Math.min(from, to))}" y="${px(y)}" width="${px(width)}" height="${px(height)}"/>`;
}

/** An interval: a line with a short cross line at both ends. */
export function drawWhisker(low: number, high: number, y: number): string {
  return [
    `<line class="whisker" x1="${px(low)}" y1="${px(y)}" x2="${px(high)}" y2="${px(y)}"/>`,
    ...[low, high].map(
      (x) => `<line class="whisker" x1="${px(x)}" y1="${px(y - 4)}" x2="${px(x)}" y2="${px(y + 4)}"/>`,
    ),
  ].join('');
}

/** Of some parts only what lies between two heights of the picture. */
export function drawBetween(top: number, bottom: number, width: number, parts: readonly string[]): string {
  const height = px(Math.max(0, bottom - top));
  return `<svg y="${px(top)}" width="${px(width)}" height="${height}" viewBox="0 ${px(top)} ${px(width)} ${height}">${parts.join('')}</svg>`;
}

/** The picture around its parts, at real pixels. */
export function drawSheet(width: number, height: number, summary: string, parts: readonly string[]): string {
  return `<svg class="drawn haloed" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" height="${px(height)}" role="img" aria-label="${escapeMarkup(summary)}">${parts.join('')}</svg>`;
}

/** Room that words of 12 px take, roughly: enough to keep labels apart. */
export function roughWidth(words: string, size = 12): number {
  return words.length * size * 0.54;
}
