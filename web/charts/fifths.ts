import { customElement } from 'lit/decorators.js';
import { drawFifths, type FifthsData } from './draw-fifths.ts';
import { DrawnChart } from './drawn-chart.ts';

/**
 * Who leaves within each segment, by fifth of spend: small multiples on one scale, break-even dotted.
 *
 * Properties  data
 */
@customElement('kept-fifths')
export class Fifths extends DrawnChart<FifthsData> {
  protected override draw(data: FifthsData, width: number): string {
    return drawFifths(data, width);
  }
}
