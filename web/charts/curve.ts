import { customElement } from 'lit/decorators.js';
import { type CurveData, drawCurve } from './draw-curve.ts';
import { DrawnChart } from './drawn-chart.ts';

/**
 * A figure as one number varies, with its bands.
 *
 * Properties  data (null: nothing is drawn)
 */
@customElement('kept-curve')
export class Curve extends DrawnChart<CurveData> {
  protected override draw(data: CurveData, width: number): string {
    return drawCurve(data, width);
  }
}
