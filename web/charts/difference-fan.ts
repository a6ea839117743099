import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type EndLabel, endLabels } from './end-labels.ts';
import type { LineChartContent } from './line-chart.ts';
import { LineElement } from './line-element.ts';
import { moneyGrid } from './money-grid.ts';
import { type MonthRuler, monthRuler } from './month-ruler.ts';
import { type Axis, createAxis } from './scale.ts';
import { type Bands, signedBands } from './signed-bands.ts';
import { readTokens } from './tokens.ts';

/** The difference from doing nothing by month, month 0 included. */
export interface FanData {
  readonly months: readonly number[];
  /** The line: mean over draws, or the run at best values before there are any. */
  readonly line: readonly number[];
  readonly median?: readonly number[];
  readonly bands: Bands | null;
  readonly stale: boolean;
  /** Values to name at the right edge: those of one month. */
  readonly labelsAt: (month: number) => readonly EndLabel[];
}

/**
 * Fan of the difference: bands of 95, 80 and 50 % clipped at zero, the mean in ink, the median dotted. The values of
 * the last month stand at the right edge; under the pointer, those of the month it points at.
 *
 * Properties  data, ruler, format (of values on the grid), summary; data `null` draws nothing
 */
@customElement('kept-fan')
export class DifferenceFan extends LineElement {
  @property({ attribute: false }) data: FanData | null = null;
  @property({ attribute: false }) ruler: MonthRuler | null = null;
  @property({ attribute: false }) format: (value: number) => string = String;
  @property() summary = '';
  private axis: Axis = createAxis(-1, 1);
  private pointed: number | null = null;

  override render() {
    return html`<div class="canvas fan-canvas" role="img" aria-label=${this.summary}
      @pointermove=${this.point} @pointerdown=${this.point} @pointerleave=${this.unpoint}><canvas></canvas></div>`;
  }

  protected override plugins() {
    return [
      moneyGrid(() => (this.data ? { lines: this.axis.lines, format: this.format, labels: 'inside' } : null)),
      signedBands(() => this.data?.bands ?? null),
      monthRuler(
        () => this.ruler,
        () => this.pointed,
      ),
      endLabels(() => this.data?.labelsAt(this.pointed ?? this.ruler?.months ?? 1) ?? []),
    ];
  }

  override updated(): void {
    this.show();
  }

  private readonly point = (event: PointerEvent): void => {
    const { chart, ruler } = this;
    if (!chart || !ruler) return;
    const x = event.clientX - this.canvas.getBoundingClientRect().left;
    const month = Math.round(chart.scales.x.getValueForPixel(x) ?? 0);
    const within = month >= 1 && month < ruler.months ? month : null;
    if (within === this.pointed) return;
    this.pointed = within;
    this.draw();
  };

  private readonly unpoint = (): void => {
    this.pointed = null;
    this.draw();
  };

  protected override content(): LineChartContent {
    const { data } = this;
    this.axis = data ? axisOf(data) : createAxis(-1, 1);
    const end = this.ruler?.months ?? 1;
    return {
      lines: data ? linesOf(data) : [],
      x: { min: 0, max: end },
      y: this.axis,
      margins: { left: 0, right: 96, top: 18, bottom: 26 },
    };
  }
}

function linesOf({ months, line, median, stale }: FanData) {
  const { ink } = readTokens();
  const mean = { xs: months, ys: line, colour: ink, width: 2 };
  if (!median || stale) return [mean];
  return [{ xs: months, ys: median, colour: ink, width: 1, dash: [1, 3] }, mean];
}

/** Holds the line and the widest band, so that nothing is cut. */
function axisOf({ line, bands }: FanData): Axis {
  const values = [...line, ...(bands?.bands.flatMap(({ low, high }) => [...low, ...high]) ?? [])];
  return createAxis(Math.min(...values), Math.max(...values), 5);
}
