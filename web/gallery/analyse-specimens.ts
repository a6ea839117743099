import { html } from 'lit';
import { noHelp } from '../analyse/editor-help.ts';
import type { ValidFile } from '../analyse/file-controller.ts';
import { ApiError } from '../api.ts';
import type { Desk } from '../server-desk.ts';
import type { Model } from '../state/session.ts';
import type { Specimen } from './specimen.ts';
import '../analyse/analyse.css';
import '../analyse/best-view.ts';
import '../analyse/divider.ts';
import '../analyse/file-pane.ts';
import '../analyse/history-view.ts';
import '../analyse/inputs-view.ts';
import '../analyse/plans-view.ts';
import '../analyse/server-file.ts';
import '../analyse/sweep-view.ts';
import '../analyse/trash.ts';

const file = 'specimen.yaml';
const content = 'format: kept/1\ntitel: A slip of the pen\n';
const problems = [
  {
    code: 'unknown-key',
    file,
    line: 2,
    column: 1,
    path: 'titel',
    message: 'is no key here; did you mean "title"?',
    from: 15,
    to: 20,
    remedy: { from: 15, to: 20, insert: 'title', word: 'title' },
  },
] as const;

function validOf({ choice, situation: { scenario } }: Model): ValidFile {
  return { key: choice.document.key, text: '', meaning: 'specimen', scenario, at: 0 };
}

const stored = { name: file, etag: '"specimen"', title: 'Specimen' };
const versions = [{ version: 1, savedAt: '2026-01-01T12:00:00Z', bytes: 2048, etag: '"before"' }];
const deleted = [
  { id: '00000001', name: file, deletedAt: '2026-01-01T12:00:00Z', bytes: 2048, etag: '"gone"' },
];
const desk = {
  mayWrite: true,
  refresh: () => Promise.resolve(),
  api: {
    listVersions: () => Promise.resolve({ name: file, versions }),
    listTrash: () => Promise.resolve({ deleted }),
    restoreDeleted: (_id: string, to?: string) =>
      to === undefined
        ? Promise.reject(new ApiError(409, '', [], { free: 'specimen 2.yaml' }))
        : Promise.resolve({ name: to, etag: '"back"' }),
  },
} as unknown as Desk;
const deskOfTrash = (listTrash: () => Promise<unknown>) =>
  ({ ...desk, api: { ...desk.api, listTrash } }) as unknown as Desk;

/** What analysts work with. */
export const analyseSpecimens: readonly Specimen[] = [
  {
    element: 'kept-file-pane',
    state: 'with a problem',
    show: () =>
      html`<kept-file-pane .file=${file} .value=${content} .opened=${content} .problems=${problems} .help=${noHelp}></kept-file-pane>`,
  },
  {
    element: 'kept-file-pane',
    state: 'empty, with a template to start from',
    show: () =>
      html`<kept-file-pane .file=${file} .value=${''} .opened=${content} .help=${noHelp} .template=${'templates/new-scenario.yaml'}></kept-file-pane>`,
  },
  {
    element: 'kept-plans',
    state: 'running, then ready',
    show: (model) =>
      html`<kept-plans .valid=${validOf(model)} .bestValue=${model.situation.bestValue} .file=${file}></kept-plans>`,
  },
  {
    element: 'kept-other-scenario',
    state: 'nothing picked',
    show: (model) => html`<kept-other-scenario .valid=${validOf(model)} .file=${file}></kept-other-scenario>`,
  },
  {
    element: 'kept-inputs',
    state: 'not asked for',
    show: (model) =>
      html`<kept-inputs .valid=${validOf(model)} .file=${file} .chosen=${model.situation.plan.name}></kept-inputs>`,
  },
  {
    element: 'kept-sweep',
    state: 'not asked for',
    show: (model) =>
      html`<kept-sweep .valid=${validOf(model)} .file=${file} .chosen=${model.situation.plan.name}></kept-sweep>`,
  },
  {
    element: 'kept-best',
    state: 'nothing is left free',
    show: (model) =>
      html`<kept-best .valid=${validOf(model)} .choice=${model.choice} .file=${file}></kept-best>`,
  },
  {
    element: 'kept-history',
    state: 'one step back',
    show: ({ choice }) =>
      html`<kept-history .steps=${{ names: ['fee +9.0 %', 'notice: 2 months'], done: 1, opened: choice.document }}></kept-history>`,
  },
  {
    element: 'kept-server-file',
    state: 'with a version',
    show: ({ choice }) =>
      html`<kept-server-file .desk=${desk} .choice=${choice} .stored=${stored}></kept-server-file>`,
  },
  {
    element: 'kept-trash',
    state: 'closed until it is opened: with a scenario whose name is taken by now',
    show: () => trashButton(desk),
  },
  {
    element: 'kept-trash',
    state: 'empty',
    show: () => trashButton(deskOfTrash(() => Promise.resolve({ deleted: [] }))),
  },
  {
    element: 'kept-trash',
    state: 'while it is looked through',
    show: () => trashButton(deskOfTrash(() => new Promise(() => {}))),
  },
  {
    element: 'kept-trash',
    state: 'failed',
    show: () =>
      trashButton(deskOfTrash(() => Promise.reject(new ApiError(0, 'The server does not answer.')))),
  },
];

/** The dialog opens as soon as it stands on the page. */
function trashButton(of: Desk) {
  const open = ({ target }: Event) => {
    const trash = document.createElement('kept-trash');
    trash.desk = of;
    trash.addEventListener('kept-trash-seen', () => trash.remove());
    (target as HTMLElement).nextElementSibling?.replaceChildren(trash);
  };
  return html`<button class="word" @click=${open}>Open</button><span></span>`;
}
