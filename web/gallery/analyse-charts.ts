import { html } from 'lit';
import { fanScale } from '../charts/small-fan.ts';
import type { Specimen } from './specimen.ts';
import '../charts/curve.ts';
import '../charts/frontier.ts';
import '../charts/heat-map.ts';
import '../charts/indices.ts';
import '../charts/small-fan.ts';

const lines = {
  median: [0, -2, 3, 8],
  low50: [0, -3, 1, 5],
  high50: [0, -1, 5, 11],
  low80: [0, -5, -2, 2],
  high80: [0, 1, 8, 15],
};
const plain = (value: number) => `${Math.round(value * 10) / 10}`;
const share = (value: number) => ({ share: value, low95: value * 0.7, high95: Math.min(1, value * 1.3) });

/** Charts of analysts, on made-up figures. */
export const analyseCharts: readonly Specimen[] = [
  {
    element: 'kept-small-fan',
    state: 'below and above zero',
    show: () =>
      html`<kept-small-fan .lines=${lines} .axis=${fanScale([lines])} .first=${'0'} .last=${'month 3'} .summary=${'From 0 to 8 in the median run.'}></kept-small-fan>`,
  },
  {
    element: 'kept-indices',
    state: 'ready',
    show: () => {
      const rows = [0.5, 0.2].map((value, at) => ({
        name: `Input ${at + 1}`,
        note: 'expert',
        first: share(value),
        total: share(value * 1.2),
        beside: `${plain(value * 100)} %`,
      }));
      const summary = 'Two inputs make most of the spread.';
      return html`<kept-indices .data=${{ rows, labels: { first: 'alone', total: 'in all' }, summary }}></kept-indices>`;
    },
  },
  {
    element: 'kept-heat-map',
    state: 'a point is still missing',
    show: () => {
      const cells = [
        [-3, -1, 0],
        [1, 4, null],
      ];
      const [up, right] = [
        { title: 'Price', values: ['4 %', '8 %'] },
        { title: 'Response', values: ['1', '2', '3'] },
      ];
      const summary = 'Pays above, costs below.';
      return html`<kept-heat-map .data=${{ up, right, cells, format: plain, good: 'above', planned: [1, 1], summary }}></kept-heat-map>`;
    },
  },
  {
    element: 'kept-curve',
    state: 'ready',
    show: () => {
      const points = lines.median.map((value, x) => ({
        x,
        value,
        low50: lines.low50[x],
        high50: lines.high50[x],
        low80: lines.low80[x],
        high80: lines.high80[x],
      }));
      return html`<kept-curve .data=${{ points, axisTitle: 'Price', formatX: plain, format: plain, good: 'above', summary: 'Rises from 0 to 8.' }}></kept-curve>`;
    },
  },
  {
    element: 'kept-frontier',
    state: 'ready',
    show: () => {
      const points = [0, 1, 2, 3].map((at) => ({
        attrition: at * 0.02,
        gain: at * 4 - at * at * 0.5,
        kept: at < 3,
        best: at === 2,
      }));
      const words = {
        across: 'Attrition',
        up: 'Profit',
        bestLabel: 'best found',
        summary: 'Four plans to choose from.',
      };
      return html`<kept-frontier .data=${{ points, ...words, formatAcross: plain, formatUp: plain }}></kept-frontier>`;
    },
  },
];
