import { customElement } from 'lit/decorators.js';
import { drawFrontier, type FrontierData } from './draw-frontier.ts';
import { DrawnChart } from './drawn-chart.ts';

/**
 * What can be had: the gain of plans over the customers they lose.
 *
 * Properties  data (null: nothing is drawn)
 */
@customElement('kept-frontier')
export class Frontier extends DrawnChart<FrontierData> {
  protected override draw(data: FrontierData, width: number): string {
    return drawFrontier(data, width);
  }
}
