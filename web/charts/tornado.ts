import { customElement } from 'lit/decorators.js';
import { drawTornado, type TornadoData } from './draw-tornado.ts';
import { DrawnChart } from './drawn-chart.ts';

/**
 * What moves an answer: each input at both ends of its 80 % range, the others as believed. Solid is better than
 * planned, hollow worse; the input stands in bold at its end.
 *
 * Properties  data: rows, widest first, what is planned, where the answer flips, and how the measure is written
 */
@customElement('kept-tornado')
export class Tornado extends DrawnChart<TornadoData> {
  protected override draw(data: TornadoData, width: number): string {
    return drawTornado(data, width);
  }
}
