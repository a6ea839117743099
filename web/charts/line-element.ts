import type { Chart, Plugin } from 'chart.js';
import { query } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import type { LineChartContent } from './line-chart.ts';
import { onThemeChange } from './tokens.ts';

type LineCharts = typeof import('./line-chart.ts');
let lineCharts: LineCharts | null = null;

/** An element with a line chart on its canvas. What draws it comes after the first words of the page. */
export abstract class LineElement extends LightElement {
  @query('canvas') protected canvas!: HTMLCanvasElement;
  protected chart: Chart<'line'> | null = null;
  private loading: Promise<void> = Promise.resolve();
  private stopWatching: (() => void) | null = null;

  /** What draws beside the lines. */
  protected abstract plugins(): Plugin<'line'>[];
  protected abstract content(): LineChartContent;

  override firstUpdated(): void {
    this.loading = this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWatching?.();
    this.chart?.destroy();
    this.chart = null;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.loading;
    return complete;
  }

  protected show(): void {
    if (this.chart) lineCharts?.showContent(this.chart, this.content());
  }

  private async start(): Promise<void> {
    lineCharts ??= await import('./line-chart.ts');
    if (!this.isConnected) return;
    this.chart = lineCharts.createLineChart(this.canvas, this.plugins());
    this.stopWatching = onThemeChange(() => this.show());
    this.show();
  }
}
