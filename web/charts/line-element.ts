import type { Chart, Plugin } from 'chart.js';
import { query } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import type { LineChartContent } from './line-chart.ts';
import { onThemeChange } from './tokens.ts';

type LineCharts = typeof import('./line-chart.ts');
let lineCharts: LineCharts | null = null;

/**
 * An element with a line chart on its canvas. What draws it comes after the first words of the page; from then on it is
 * drawn once a frame, after the words and numbers of all moves within it.
 */
export abstract class LineElement extends LightElement {
  @query('canvas') protected canvas!: HTMLCanvasElement;
  protected chart: Chart<'line'> | null = null;
  private loading: Promise<void> = Promise.resolve();
  private stopWatching: (() => void) | null = null;
  private frame = 0;
  /** Whether the next frame shows other content, or draws marks over what is there. */
  private isContentDue = false;

  /** What draws beside the lines. */
  protected abstract plugins(): Plugin<'line'>[];
  protected abstract content(): LineChartContent;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.loading = this.start();
  }

  override firstUpdated(): void {
    this.loading = this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopWatching?.();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.chart?.destroy();
    this.chart = null;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.loading;
    if (this.frame) await new Promise(requestAnimationFrame);
    return complete;
  }

  /** Shows the content of now in the next frame. */
  protected show(): void {
    this.isContentDue = true;
    this.draw();
  }

  /** Draws what is there anew, with marks that may have moved. */
  protected draw(): void {
    this.frame ||= requestAnimationFrame(this.paint);
  }

  private readonly paint = (): void => {
    this.frame = 0;
    if (!this.chart) return;
    if (this.isContentDue) lineCharts?.showContent(this.chart, this.content());
    else this.chart.draw();
    this.isContentDue = false;
  };

  private async start(): Promise<void> {
    lineCharts ??= await import('./line-chart.ts');
    if (!this.isConnected) return;
    this.chart = lineCharts.createLineChart(this.canvas, this.plugins());
    this.stopWatching = onThemeChange(() => this.show());
    this.show();
  }
}
