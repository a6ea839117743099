import { customElement } from 'lit/decorators.js';
import { drawHeatMap, type HeatMapData } from './draw-heat-map.ts';
import { DrawnChart } from './drawn-chart.ts';

/**
 * A figure over a grid of two numbers, cut in colour at zero.
 *
 * Properties  data (null: nothing is drawn)
 */
@customElement('kept-heat-map')
export class HeatMap extends DrawnChart<HeatMapData> {
  protected override draw(data: HeatMapData, width: number): string {
    return drawHeatMap(data, width);
  }
}
