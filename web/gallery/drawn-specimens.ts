import { html } from 'lit';
import type { CurveData } from '../charts/draw-curve.ts';
import type { FrontierData } from '../charts/draw-frontier.ts';
import type { HeatMapData } from '../charts/draw-heat-map.ts';
import type { IndicesData } from '../charts/draw-indices.ts';
import type { TornadoData } from '../charts/draw-tornado.ts';
import type { WaterfallData } from '../charts/draw-waterfall.ts';
import { type FanLines, fanScale } from '../charts/small-fan.ts';
import { formatAxisMoney, formatPercent } from '../format.ts';
import type { Specimen } from './specimen.ts';
import '../charts/curve.ts';
import '../charts/frontier.ts';
import '../charts/heat-map.ts';
import '../charts/indices.ts';
import '../charts/tornado.ts';
import '../charts/waterfall.ts';

// Figures are made up: these charts follow studies that take longer than a gallery should.
const money = (value: number) => formatAxisMoney(value, 'USD');
const percent = (share: number) => formatPercent(share, 0);

const waterfall: WaterfallData = {
  steps: [
    { name: 'Price collected from those who stay', value: 574e3, label: '+$574k', beside: '' },
    { name: 'Leave over the price', value: -249e3, label: '−$249k', beside: '−47' },
    { name: 'Word of mouth', value: -25e3, label: '−$25k', beside: '−13' },
  ],
  start: { name: 'Do nothing', label: '$8.30m' },
  end: { name: 'The plan', value: 300e3, label: '+$300k', low80: 180e3, high80: 410e3 },
  besideTitle: 'customers',
  summary: 'The fee brings $574k; those who leave take half of it back.',
};

const tornado: TornadoData = {
  rows: [
    {
      ...{ name: 'Price response', evidence: 'expert', note: 'expert', beside: '2.4' },
      ...{ low: { input: '3.0', value: -61e3 }, high: { input: '0.5', value: 292e3 } },
    },
    {
      ...{ name: 'Churn today, per month', evidence: 'fitted', note: 'fitted', beside: 'never' },
      ...{ low: { input: '2.6 %', value: 146e3 }, high: { input: '2.2 %', value: 163e3 } },
    },
  ],
  ...{
    best: 155e3,
    bestLabel: 'as planned +$155k',
    breakEven: 0,
    good: 'above',
    format: money,
    besideTitle: 'flips at',
  },
  summary: 'Price response moves the answer most, from a loss of $61k to a gain of $292k.',
};

const curve: CurveData = {
  points: [0, 5, 10, 15, 20].map((x) => {
    const value = 40e3 * x - 2.4e3 * x * x;
    const spread = 9e3 * x;
    return {
      ...{ x, value, low50: value - spread / 2, high50: value + spread / 2 },
      ...{ low80: value - spread, high80: value + spread },
    };
  }),
  ...{ axisTitle: 'Price, percent', formatX: (x: number) => `+${x}`, format: money, good: 'above' },
  summary: 'Profit is highest at plus 8 percent.',
};

const heatMap: HeatMapData = {
  up: { title: 'Price', values: ['0 %', '5 %', '10 %'] },
  right: { title: 'Months of notice', values: ['0', '1', '2'] },
  cells: [
    [0, 0, 0],
    [120e3, 140e3, null],
    [-60e3, 20e3, 90e3],
  ],
  ...{ format: money, good: 'above', planned: [1, 1] },
  summary: 'A rise of 10 percent without notice loses money.',
};

const frontier: FrontierData = {
  points: [
    { attrition: 0.01, gain: 120e3, kept: true, best: false },
    { attrition: 0.03, gain: 210e3, kept: true, best: true },
    { attrition: 0.06, gain: 240e3, kept: false, best: false },
  ],
  ...{ across: 'attrition', up: 'profit', formatAcross: percent, formatUp: money, bestLabel: 'best' },
  summary: 'Three plans of which none brings more and loses fewer.',
};

const indices: IndicesData = {
  rows: [
    {
      ...{ name: 'Price response', note: 'expert', beside: '62 %' },
      first: { share: 0.55, low95: 0.48, high95: 0.62 },
      total: { share: 0.62, low95: 0.55, high95: 0.7 },
    },
    {
      ...{ name: 'Patience', note: 'assumed', beside: '3 %' },
      first: { share: 0, low95: 0, high95: 0.02 },
      total: { share: 0.03, low95: 0.01, high95: 0.06 },
    },
  ],
  labels: { first: 'alone', total: 'with others' },
  summary: 'Price response holds 62 percent of the spread.',
};

const fan: FanLines = {
  median: [0, -10, 20, 60],
  ...{ low50: [0, -20, 5, 40], high50: [0, 0, 35, 80], low80: [0, -30, -10, 20], high80: [0, 10, 50, 100] },
};

/** Charts whose picture is a function of their data alone. */
export const drawnSpecimens: readonly Specimen[] = [
  {
    ...{ element: 'kept-waterfall', state: 'with an interval' },
    show: () => html`<kept-waterfall .data=${waterfall}></kept-waterfall>`,
  },
  {
    ...{ element: 'kept-tornado', state: 'with where the answer flips' },
    show: () => html`<kept-tornado .data=${tornado}></kept-tornado>`,
  },
  {
    ...{ element: 'kept-curve', state: 'a sweep over one number' },
    show: () => html`<kept-curve .data=${curve}></kept-curve>`,
  },
  {
    ...{ element: 'kept-heat-map', state: 'a sweep over two, not all known' },
    show: () => html`<kept-heat-map .data=${heatMap}></kept-heat-map>`,
  },
  {
    ...{ element: 'kept-frontier', state: 'with the best plan' },
    show: () => html`<kept-frontier .data=${frontier}></kept-frontier>`,
  },
  {
    ...{ element: 'kept-indices', state: 'with an input that cannot be told from none' },
    show: () => html`<kept-indices .data=${indices}></kept-indices>`,
  },
  {
    ...{ element: 'kept-small-fan', state: 'in a cell of a table' },
    show: () =>
      html`<kept-small-fan .lines=${fan} .axis=${fanScale([fan])} .first=${'0'} .last=${'month 3'} .summary=${'A loss at first, then a gain.'}></kept-small-fan>`,
  },
];
