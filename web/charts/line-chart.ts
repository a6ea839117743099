import {
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from 'chart.js';
import type { Axis } from './scale.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale);

/** One ink line of a chart; a thin one is dotted. */
export interface Line {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a line chart shows; grid, ruler, bands and notes are drawn by the plugins. */
export interface LineChartContent {
  readonly lines: readonly Line[];
  readonly x: { readonly min: number; readonly max: number };
  readonly y: Axis;
  readonly margins: Margins;
}

/** Ticks are drawn by the plugins; Chart.js would measure its own even where it shows none. */
const noTicks = { display: false, maxTicksLimit: 2 } as const;

/** An empty line chart that never moves by itself. */
export function createLineChart(canvas: HTMLCanvasElement, plugins: Plugin<'line'>[]): Chart<'line'> {
  const configuration: ChartConfiguration<'line'> = {
    type: 'line',
    data: { datasets: [] },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      normalized: true,
      parsing: false,
      elements: { point: { radius: 0 } },
      scales: {
        x: { type: 'linear', display: false, ticks: noTicks },
        y: { type: 'linear', display: false, ticks: noTicks },
      },
    },
    plugins,
  };
  return new Chart(canvas, configuration);
}

/** Shows new content; lines beyond the plot are cut at its edge. */
export function showContent(chart: Chart<'line'>, content: LineChartContent): void {
  const { datasets } = chart.data;
  // Kept and filled anew: for a new dataset Chart.js builds everything anew.
  datasets.length = Math.min(datasets.length, content.lines.length);
  content.lines.forEach(({ xs, ys, colour, width, dash = [] }, index) => {
    const data = xs.map((x, at) => ({ x, y: ys[at] }));
    const look = { borderColor: colour, borderWidth: width, borderDash: [...dash] };
    if (datasets[index]) Object.assign(datasets[index], { data, ...look });
    else datasets.push({ data, ...look, borderJoinStyle: 'round' });
  });
  chart.options.layout = { padding: { ...content.margins }, autoPadding: false };
  Object.assign(chart.options.scales!.x!, content.x);
  Object.assign(chart.options.scales!.y!, { min: content.y.min, max: content.y.max });
  chart.update('none');
}
