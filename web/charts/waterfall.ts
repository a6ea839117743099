import { customElement } from 'lit/decorators.js';
import { drawWaterfall, type WaterfallData } from './draw-waterfall.ts';
import { DrawnChart } from './drawn-chart.ts';

/**
 * From doing nothing to the plan, cause by cause: blue pays, vermilion costs, the whisker is 80 % of the result.
 *
 * Properties  data (null: nothing is drawn)
 */
@customElement('kept-waterfall')
export class Waterfall extends DrawnChart<WaterfallData> {
  protected override draw(data: WaterfallData, width: number): string {
    return drawWaterfall(data, width);
  }
}
