import '../decide/below.css';
import '../decide/assumptions.css';
import { html } from 'lit';
import type { FifthsData } from '../charts/draw-fifths.ts';
import type { Asked } from '../decide/followed-study.ts';
import { formatPercent } from '../format.ts';
import type { Specimen } from './specimen.ts';
import '../charts/fifths.ts';
import '../decide/assumptions.ts';
import '../decide/below.ts';
import '../decide/more-levers.ts';
import '../decide/safer.ts';
import '../decide/spread.ts';

const notAsked: Asked<never> = {
  ...{ result: null, stale: false, running: false, partial: false, progress: null, failure: null },
};

const fifths: FifthsData = {
  cells: ['Month-to-month', 'Two-year'].map((name, k) => ({
    ...{ name, pays: '$20 to $87' },
    bars: [1, 2, 3, 4, 5].map((fifth) => ({ share: 0.01 * fifth * (1 - 0.7 * k), error: 0.004 })),
  })),
  ...{
    breakEven: 0.04,
    breakEvenLabel: 'break-even 4 %',
    format: (share: number) => formatPercent(share, 0),
  },
  summary: 'The best payers of month-to-month pass break-even.',
};

/** Parts of the room Decide before anything is asked of them. */
export const decideSpecimens: readonly Specimen[] = [
  {
    ...{ element: 'kept-fifths', state: 'of two segments' },
    show: () => html`<kept-fifths .data=${fifths}></kept-fifths>`,
  },
  {
    ...{ element: 'kept-more-levers', state: 'as the file has them' },
    show: (model) => html`<kept-more-levers .model=${model}></kept-more-levers>`,
  },
  {
    ...{ element: 'kept-safer', state: 'before it is asked' },
    show: (model) => html`<kept-safer .model=${model} .asked=${notAsked}></kept-safer>`,
  },
  {
    ...{ element: 'kept-spread', state: 'before it is asked' },
    show: ({ situation }) =>
      html`<kept-spread .spread=${notAsked} .worth=${notAsked} .scenario=${situation.scenario}></kept-spread>`,
  },
  {
    ...{ element: 'kept-below', state: 'as its answers come' },
    show: (model) => html`<kept-below .model=${model} .origin=${'Gallery'}></kept-below>`,
  },
  {
    ...{ element: 'kept-assumptions', state: 'closed until it is opened' },
    show: (model) =>
      html`<button class="word" @click=${openDrawer}>Open</button><kept-assumptions .model=${model}></kept-assumptions>`,
  },
];

function openDrawer(event: Event): void {
  (event.target as HTMLElement).parentElement?.querySelector('kept-assumptions')?.show();
}
