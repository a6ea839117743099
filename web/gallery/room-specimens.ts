import '../analyse/analyse.css';
import '../teach/teach.css';
import { html } from 'lit';
import type { Scenario } from '../../models/index.ts';
import { createBoardroomView } from '../teach/boardroom-view.ts';
import type { Guesses } from '../teach/guesses.ts';
import { createLoop, promiseMechanisms } from '../teach/loop-view.ts';
import { createTeachDesk, type TeachDesk } from '../teach/teach-desk.ts';
import { createTradeView } from '../teach/trade-view.ts';
import type { Specimen } from './specimen.ts';
import '../analyse/command-note.ts';
import '../analyse/divider.ts';
import '../analyse/editor.ts';
import '../teach/best-promise.ts';
import '../teach/boardroom.ts';
import '../teach/crowd.ts';
import '../teach/level.ts';
import '../teach/loop.ts';
import '../teach/pad.ts';
import '../teach/predict.ts';
import '../teach/reveal.ts';
import '../teach/trade.ts';
import '../teach/transport.ts';

let made: { readonly scenario: Scenario; readonly desk: TeachDesk } | null = null;

/** The gallery is drawn as draws come; the desk is set up once. */
function deskOf(scenario: Scenario): TeachDesk {
  if (made?.scenario !== scenario) made = { scenario, desk: createTeachDesk(scenario) };
  return made.desk;
}

const guesses: Guesses = { choices: [], promises: [6.5], asked: null };
const text = 'format: kept/1\ntitle: A first fee increase\nmonths: 36\n';

/** Elements of the rooms Teach and Analyse. */
export const roomSpecimens: readonly Specimen[] = [
  {
    ...{ element: 'kept-pad', state: 'a promise that is missed' },
    show: () => html`<kept-pad .promise=${8} .delivery=${6}></kept-pad>`,
  },
  {
    ...{ element: 'kept-level', state: 'ready' },
    show: () => html`<kept-level .label=${'Promise'} .value=${8}></kept-level>`,
  },
  {
    ...{ element: 'kept-transport', state: 'in month 9, resting' },
    show: () => html`<kept-transport .month=${9} .months=${24}></kept-transport>`,
  },
  {
    ...{ element: 'kept-crowd', state: 'at the start' },
    show: ({ situation }) => {
      const dots = deskOf(situation.scenario).dots('pad');
      return html`<kept-crowd .dots=${dots} .tallest=${dots.tallest} .summary=${'A thousand customers at the start.'}></kept-crowd>`;
    },
  },
  {
    ...{ element: 'kept-boardroom', state: 'in month 12' },
    show: ({ situation }) => {
      const run = deskOf(situation.scenario).run('pad');
      const { rows, summary } = createBoardroomView(run.service[12], 12);
      return html`<kept-boardroom .rows=${rows} .summary=${summary}></kept-boardroom>`;
    },
  },
  {
    ...{ element: 'kept-trade', state: 'in month 12' },
    show: ({ situation }) => {
      const desk = deskOf(situation.scenario);
      const { traffic, beside, summary } = createTradeView(desk.run('pad'), desk.run('kept'), 'kept', 12);
      return html`<kept-trade .traffic=${traffic} .beside=${beside} .month=${12} .summary=${summary}></kept-trade>`;
    },
  },
  {
    ...{ element: 'kept-loop', state: 'behind a promise' },
    show: () =>
      html`<kept-loop .loop=${createLoop(promiseMechanisms)} .summary=${'What a promise moves.'}></kept-loop>`,
  },
  {
    ...{ element: 'kept-loop', state: 'at trust' },
    show: () =>
      html`<kept-loop .loop=${createLoop(promiseMechanisms)} .at=${'trust'} .summary=${'What trust is moved by and moves.'}></kept-loop>`,
  },
  {
    ...{ element: 'kept-predict', state: 'with an answer that is sealed' },
    show: () => html`<kept-predict .promises=${true} .guesses=${guesses}></kept-predict>`,
  },
  {
    ...{ element: 'kept-best-promise', state: 'for what is delivered' },
    show: ({ situation }) =>
      html`<kept-best-promise .desk=${deskOf(situation.scenario)} .delivery=${7} .guesses=${guesses.promises}></kept-best-promise>`,
  },
  {
    ...{ element: 'kept-reveal', state: 'of a scenario without a lesson' },
    show: ({ situation }) => html`<kept-reveal .desk=${deskOf(situation.scenario)}></kept-reveal>`,
  },
  {
    ...{ element: 'kept-editor', state: 'with a file' },
    show: () => html`<kept-editor .value=${text} .label=${'A scenario'}></kept-editor>`,
  },
  {
    ...{ element: 'kept-divider', state: 'in the middle' },
    show: () => html`<kept-divider .share=${50}></kept-divider>`,
  },
  {
    ...{ element: 'kept-command', state: 'ready to copy' },
    show: () => html`<kept-command .command=${'npx kept compare telco-fee-increase.yaml'}></kept-command>`,
  },
];
