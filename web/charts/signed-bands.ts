import type { Chart, Plugin } from 'chart.js';
import type { BandShare, Sign } from './tokens.ts';
import { readTokens } from './tokens.ts';

/** A band over the chart's x values. */
export interface Band {
  readonly share: BandShare;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface Bands {
  readonly xs: readonly number[];
  /** Widest first. */
  readonly bands: readonly Band[];
  /** The bands belong to an earlier choice: only their edges are drawn, dotted. */
  readonly stale: boolean;
}

/**
 * Chart.js plugin: bands drawn twice, clipped at zero, blue where the plan pays and vermilion where it costs.
 * The 80 % band has an edge in full colour, since tints alone are faint.
 */
export function signedBands(read: () => Bands | null): Plugin<'line'> {
  return {
    id: 'signedBands',
    beforeDatasetsDraw(chart) {
      const bands = read();
      if (!bands) return;
      if (bands.stale) drawStaleEdges(chart, bands);
      else drawBands(chart, bands);
    },
  };
}

function drawBands(chart: Chart<'line'>, { xs, bands }: Bands): void {
  const { ctx, chartArea } = chart;
  const zero = Math.min(chartArea.bottom, Math.max(chartArea.top, chart.scales.y.getPixelForValue(0)));
  const tokens = readTokens();
  const halves: readonly (readonly [Sign, number, number])[] = [
    [tokens.gain, chartArea.top, zero],
    [tokens.loss, zero, chartArea.bottom],
  ];
  for (const [sign, top, bottom] of halves) {
    ctx.save();
    clip(chart, top, bottom);
    for (const band of bands) {
      ctx.beginPath();
      trace(chart, xs, band.high, false);
      trace(chart, xs, band.low, true);
      ctx.closePath();
      ctx.fillStyle = sign.tints[band.share];
      ctx.fill();
    }
    for (const band of bands) if (band.share === 80) strokeEdges(chart, xs, band, sign.full, 0.8, []);
    ctx.restore();
  }
}

function drawStaleEdges(chart: Chart<'line'>, { xs, bands }: Bands): void {
  const { ctx, chartArea } = chart;
  ctx.save();
  clip(chart, chartArea.top, chartArea.bottom);
  for (const band of bands) {
    if (band.share === 80) strokeEdges(chart, xs, band, readTokens().edge, 1.2, [2, 4]);
  }
  ctx.restore();
}

function strokeEdges(
  chart: Chart<'line'>,
  xs: readonly number[],
  band: Band,
  colour: string,
  width: number,
  dash: number[],
): void {
  const { ctx } = chart;
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  for (const edge of [band.low, band.high]) {
    ctx.beginPath();
    trace(chart, xs, edge, false);
    ctx.stroke();
  }
}

function clip(chart: Chart<'line'>, top: number, bottom: number): void {
  const { ctx, chartArea } = chart;
  ctx.beginPath();
  ctx.rect(chartArea.left, top, chartArea.right - chartArea.left, Math.max(0, bottom - top));
  ctx.clip();
}

function trace(chart: Chart<'line'>, xs: readonly number[], ys: readonly number[], backwards: boolean): void {
  const { ctx } = chart;
  const { x, y } = chart.scales;
  for (let step = 0; step < xs.length; step++) {
    const i = backwards ? xs.length - 1 - step : step;
    ctx.lineTo(x.getPixelForValue(xs[i]), y.getPixelForValue(ys[i]));
  }
}
