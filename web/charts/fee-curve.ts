import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { createCurve } from '../../models/index.ts';
import { createFeeAxis } from './fee-axis.ts';
import { feeCurveLabels, type LabelledCurve } from './fee-curve-labels.ts';
import { type FeeMarks, feeMarks } from './fee-marks.ts';
import { feeRuler } from './fee-ruler.ts';
import type { LineChartContent } from './line-chart.ts';
import { LineElement } from './line-element.ts';
import { moneyGrid } from './money-grid.ts';
import { type Axis, createAxis } from './scale.ts';
import { type Bands, signedBands } from './signed-bands.ts';
import { spread } from './spread.ts';
import { readTokens } from './tokens.ts';

/** Figures of the fee curve at its changes, in percent with rising order. */
export interface FeeCurveData {
  readonly percents: readonly number[];
  /** The line: mean over draws, or the run at best values before there are any. */
  readonly line: readonly number[];
  readonly lineName: string;
  readonly median?: readonly number[];
  readonly low80?: readonly number[];
  readonly high80?: readonly number[];
  readonly low50?: readonly number[];
  readonly high50?: readonly number[];
  /** The bands belong to an earlier plan. */
  readonly stale: boolean;
}

/**
 * Fee curve: profit impact against fee change, on the fader's own scale.
 *
 * Properties  data, marks, format, summary; data `null` draws the ruler alone
 */
@customElement('kept-fee-curve')
export class FeeCurveChart extends LineElement {
  @property({ attribute: false }) data: FeeCurveData | null = null;
  @property({ attribute: false }) marks: FeeMarks | null = null;
  @property({ attribute: false }) scale: { readonly min: number; readonly max: number } = {
    min: -20,
    max: 40,
  };
  @property({ attribute: false }) format: (value: number) => string = String;
  @property() summary = '';
  private bands: Bands | null = null;
  private labelled: LabelledCurve | null = null;
  private axis: Axis = createAxis(-1, 1);

  override render() {
    return html`<div class="canvas fee-canvas" role="img" aria-label=${this.summary}><canvas></canvas></div>`;
  }

  protected override plugins() {
    return [
      moneyGrid(() =>
        this.data ? { lines: this.axis.lines, format: this.format, labels: 'outside' } : null,
      ),
      signedBands(() => this.bands),
      feeRuler(),
      feeCurveLabels(
        () => this.labelled,
        () => this.busyPercents(),
      ),
      feeMarks(() => this.marks),
    ];
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('data') || changed.has('scale')) this.show();
    // Moving the needle redraws what is there; nothing is computed again but an axis that it leaves.
    else if (changed.has('marks')) {
      if (this.isNeedleShown()) this.draw();
      else this.show();
    }
  }

  private isNeedleShown(): boolean {
    const { axis, marks, data } = this;
    const profit = marks?.needle?.profit;
    return !data || profit === undefined || (profit >= axis.min && profit <= axis.max);
  }

  private busyPercents(): number[] {
    const { marks } = this;
    if (!marks) return [];
    return [...(marks.needle ? [marks.needle] : []), ...marks.rings].map(({ percent }) => percent);
  }

  protected override content(): LineChartContent {
    const { data, scale } = this;
    const xs = spread(scale.min, scale.max, 121);
    this.bands = data ? bandsOf(data, xs) : null;
    this.labelled = data ? labelledOf(data) : null;
    this.axis = data ? createFeeAxis(data, this.marks?.needle?.profit) : createAxis(-1, 1);
    const narrow = this.canvas.parentElement!.clientWidth < 560;
    return {
      lines: data ? linesOf(data, xs) : [],
      x: scale,
      y: this.axis,
      margins: { left: narrow ? 48 : 56, right: 12, top: 40, bottom: narrow ? 40 : 78 },
    };
  }
}

function bandsOf(data: FeeCurveData, xs: readonly number[]): Bands | null {
  const { percents, low80, high80, low50, high50, stale } = data;
  if (!low80 || !high80 || !low50 || !high50) return null;
  const smooth = (ys: readonly number[]) => xs.map(createCurve(percents, ys).at);
  return {
    xs,
    stale,
    bands: [
      { share: 80, low: smooth(low80), high: smooth(high80) },
      { share: 50, low: smooth(low50), high: smooth(high50) },
    ],
  };
}

function labelledOf({ percents, line, lineName, high80, high50, low50, stale }: FeeCurveData): LabelledCurve {
  const curve = (ys: readonly number[]) => createCurve(percents, ys).at;
  const banded = high80 && high50 && low50 && !stale;
  const bands = banded ? { high80: curve(high80), high50: curve(high50), low50: curve(low50) } : null;
  return { lineName, line: curve(line), bands };
}

function linesOf(data: FeeCurveData, xs: readonly number[]) {
  const tokens = readTokens();
  const line = { xs, ys: xs.map(createCurve(data.percents, data.line).at), colour: tokens.ink, width: 2 };
  if (!data.median || data.stale) return [line];
  const ys = xs.map(createCurve(data.percents, data.median).at);
  return [{ xs, ys, colour: tokens.ink, width: 1, dash: [1, 3] }, line];
}
