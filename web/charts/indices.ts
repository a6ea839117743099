import { customElement } from 'lit/decorators.js';
import { drawIndices, type IndicesData } from './draw-indices.ts';
import { DrawnChart } from './drawn-chart.ts';

/**
 * Where the spread of a figure comes from: shares of variance, each input alone and with all it has a hand in.
 *
 * Properties  data (null: nothing is drawn)
 */
@customElement('kept-indices')
export class Indices extends DrawnChart<IndicesData> {
  protected override draw(data: IndicesData, width: number): string {
    return drawIndices(data, width);
  }
}
