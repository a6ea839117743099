import { html } from 'lit';
import type { Model } from '../state/session.ts';
import { createProfitFan } from '../views/fan-view.ts';
import { createFeeCurveView } from '../views/fee-curve-view.ts';
import { createSegmentsView } from '../views/segments-view.ts';
import { createVerdictView } from '../views/verdict-view.ts';
import type { Specimen } from './specimen.ts';
import '../charts/difference-fan.ts';
import '../charts/fee-curve.ts';
import '../charts/margin-dots.ts';
import '../charts/segment-bars.ts';
import '../components/figure.ts';

/** Charts, drawn from a real run. */
export const chartSpecimens: readonly Specimen[] = [
  {
    element: 'kept-figure',
    state: 'around a chart, with its table',
    show: (model) => {
      const { title, sub, summary, sheet, bars, breakEven } = createSegmentsView(model);
      const body = html`<kept-segments .bars=${bars} .breakEven=${breakEven} .summary=${summary}></kept-segments>`;
      return html`<kept-figure .heading=${title} .sub=${sub} .summary=${summary} .sheet=${sheet} .body=${body} .name=${'specimen'}></kept-figure>`;
    },
  },
  {
    element: 'kept-fee-curve',
    state: 'ready',
    show: showFeeCurve,
  },
  {
    element: 'kept-fan',
    state: 'ready',
    show: (model) => {
      const { data, ruler, format, summary } = createProfitFan(model);
      return html`<kept-fan .data=${data} .ruler=${ruler} .format=${format} .summary=${summary}></kept-fan>`;
    },
  },
  {
    element: 'kept-dots',
    state: 'ready',
    show: (model) => {
      const { margins, breakEven, losing, isAlarm, stale, dots } = createVerdictView(model);
      return html`<kept-dots .margins=${margins} .breakEven=${breakEven} .losing=${losing} .alarm=${isAlarm} .stale=${stale} .summary=${dots.summary}></kept-dots>`;
    },
  },
  {
    element: 'kept-segments',
    state: 'ready',
    show: (model) => {
      const { bars, breakEven, summary } = createSegmentsView(model);
      return html`<kept-segments .bars=${bars} .breakEven=${breakEven} .summary=${summary}></kept-segments>`;
    },
  },
];

function showFeeCurve(model: Model) {
  const { data, marks, summary } = createFeeCurveView(model);
  return html`<kept-fee-curve .data=${data} .marks=${marks} .scale=${model.scale} .format=${model.axisMoney} .summary=${summary}></kept-fee-curve>`;
}
