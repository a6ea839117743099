import { html } from 'lit';
import { longLink } from '../state/link-length.ts';
import type { Trouble } from '../state/trouble.ts';
import type { Specimen } from './specimen.ts';
import '../components/dock.ts';
import '../components/fader.ts';
import '../components/fee-field.ts';
import '../components/footer.ts';
import '../components/levers.ts';
import '../components/link-dialog.ts';
import '../components/masthead.ts';
import '../components/number-field.ts';
import '../components/problems-dialog.ts';
import '../views/empty.ts';
import '../views/failed.ts';

const offers = [
  { key: 'a', title: 'Telco fee increase', group: 'shipped' },
  { key: 'b', title: 'The surge', group: 'lesson' },
] as const;
const spoken = 'plus 8.0 percent, $71.71 a month';

const trouble: Trouble = {
  title: 'club.yaml has a problem',
  advice: 'The scenario that was open is still open.',
  problems: [
    {
      ...{ line: 8, column: 7, path: 'world.segments.0.prize', message: 'unknown key; did you mean price?' },
      full: 'club.yaml:8:7 world.segments.0.prize unknown key; did you mean price?',
    },
  ],
};

/** Elements that every room has, and those with which a fee is set. */
export const pageSpecimens: readonly Specimen[] = [
  {
    element: 'kept-masthead',
    state: 'with a step to undo, and a server to save to',
    show: () =>
      html`<kept-masthead .scenarios=${offers} .current=${'a'} .undoName=${'fee +8.0 %'} .saving=${'yes'} .told=${'Copied.'}></kept-masthead>`,
  },
  {
    element: 'kept-footer',
    state: 'with its draws',
    show: ({ results }) => html`<kept-footer .draws=${results.draws}></kept-footer>`,
  },
  {
    element: 'kept-footer',
    state: 'while a result is made',
    show: () => html`<kept-footer .progress=${{ done: 300, total: 1000 }}></kept-footer>`,
  },
  {
    element: 'kept-fader',
    state: 'ready',
    show: () => html`<kept-fader .percent=${8} .spoken=${spoken}></kept-fader>`,
  },
  {
    element: 'kept-fee-field',
    state: 'ready',
    show: () =>
      html`<kept-fee-field .percent=${8} .price=${66.4} .lowest=${-20} .highest=${200}></kept-fee-field>`,
  },
  {
    element: 'kept-number-field',
    state: 'ready',
    show: () =>
      html`<kept-number-field name="points" label="Points" .value=${1} .min=${-10} .max=${10} .step=${0.1}></kept-number-field>`,
  },
  {
    element: 'kept-dock',
    state: 'on a narrow screen',
    show: () => html`<kept-dock .percent=${8} .spoken=${spoken} .chance=${'2 %'}></kept-dock>`,
  },
  {
    element: 'kept-levers',
    state: 'of a plan that raises a fee',
    show: ({ situation, choice }) =>
      html`<kept-levers .situation=${situation} .planIndex=${choice.planIndex} .others=${['promises less']}></kept-levers>`,
  },
  {
    element: 'kept-empty',
    state: 'before a scenario is open',
    show: () =>
      html`<kept-empty .offers=${[{ key: 'templates/new-scenario.yaml', group: 'template', title: 'New scenario' }]}></kept-empty>`,
  },
  {
    element: 'kept-failed',
    state: 'when a run stopped',
    show: () =>
      html`<kept-failed .failure=${{ message: 'month 7: the market is too small' }} .undoable=${true}></kept-failed>`,
  },
  {
    element: 'kept-problems',
    state: 'closed until there is trouble',
    show: () => html`<button class="word" @click=${openTrouble}>Open</button><kept-problems></kept-problems>`,
  },
  {
    element: 'kept-link',
    state: 'closed until a link is long',
    show: () => html`<button class="word" @click=${openLink}>Open</button><span></span>`,
  },
];

function openTrouble(event: Event): void {
  const dialog = (event.target as HTMLElement).parentElement?.querySelector('kept-problems');
  if (!dialog) return;
  dialog.addEventListener('kept-trouble-seen', () => Object.assign(dialog, { trouble: null }), {
    once: true,
  });
  Object.assign(dialog, { trouble });
}

function openLink(event: Event): void {
  const place = (event.target as HTMLElement).nextElementSibling;
  const dialog = document.createElement('kept-link');
  const address = `https://kept.example/#kept1=${'A'.repeat(longLink)}`;
  Object.assign(dialog, { link: { address, copied: false } });
  dialog.addEventListener('kept-link-seen', () => dialog.remove());
  place?.replaceChildren(dialog);
}
