import { readTokens } from './tokens.ts';

/** A straight line; horizontals and verticals of odd width are set on whole pixels. */
export function drawLine(
  ctx: CanvasRenderingContext2D,
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  width = 1,
  dash: readonly number[] = [],
): void {
  const shift = width % 2 === 1 ? 0.5 : 0;
  const vertical = from[0] === to[0];
  const level = from[1] === to[1];
  const snap = (point: readonly [number, number]) =>
    [
      vertical ? Math.round(point[0]) - shift : point[0],
      level ? Math.round(point[1]) - shift : point[1],
    ] as const;
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(...snap(from));
  ctx.lineTo(...snap(to));
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash([...dash]);
  ctx.stroke();
  ctx.restore();
}

export interface TextStyle {
  readonly colour?: string;
  readonly align?: CanvasTextAlign;
  readonly bold?: boolean;
  readonly size?: number;
  /** Paper around the letters, where they stand on a tint or a line. */
  readonly halo?: boolean;
}

export function setFont(ctx: CanvasRenderingContext2D, { bold, size = 12 }: TextStyle = {}): void {
  ctx.font = `${bold ? 600 : 400} ${size}px ${readTokens().sans}`;
}

/** Text with its baseline at `y`. */
export function drawText(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  text: string,
  style: TextStyle = {},
): void {
  const tokens = readTokens();
  ctx.save();
  setFont(ctx, style);
  ctx.textAlign = style.align ?? 'left';
  ctx.textBaseline = 'alphabetic';
  if (style.halo) {
    ctx.strokeStyle = tokens.paper;
    ctx.lineWidth = 4;
    ctx.lineJoin = 'round';
    ctx.strokeText(text, x, y);
  }
  ctx.fillStyle = style.colour ?? tokens.ink2;
  ctx.fillText(text, x, y);
  ctx.restore();
}

export function textWidth(ctx: CanvasRenderingContext2D, text: string, style: TextStyle = {}): number {
  ctx.save();
  setFont(ctx, style);
  const { width } = ctx.measureText(text);
  ctx.restore();
  return width;
}

/** Text in lines that are no wider than `width`, where its words allow it. */
export function wrapText(
  ctx: CanvasRenderingContext2D,
  text: string,
  width: number,
  style: TextStyle = {},
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(ctx, longer, style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A round mark, filled or with paper inside. */
export function drawDot(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  fill: string,
  stroke: string,
  width: number,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.strokeStyle = stroke;
  ctx.lineWidth = width;
  ctx.stroke();
  ctx.restore();
}
