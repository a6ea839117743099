import '../styles/index.css';
import '../styles/gallery.css';
import { opening } from 'virtual:scenarios';
import { html, render } from 'lit';
import { createPageRunner } from '../runner/page-runner.ts';
import { createWorkerRunner } from '../runner/worker-runner.ts';
import { createDocument } from '../state/documents.ts';
import { createSession } from '../state/session.ts';
import { analyseSpecimens } from './analyse-specimens.ts';
import { chartSpecimens } from './chart-specimens.ts';
import { decideSpecimens } from './decide-specimens.ts';
import { drawnSpecimens } from './drawn-specimens.ts';
import { pageSpecimens } from './page-specimens.ts';
import { roomSpecimens } from './room-specimens.ts';
import type { Specimen } from './specimen.ts';

const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

/** Every element of the page in its states, for whoever builds with them; no part of the page itself. */
const specimens: readonly Specimen[] = [
  ...pageSpecimens,
  ...chartSpecimens,
  ...decideSpecimens,
  ...analyseSpecimens,
  ...drawnSpecimens,
  ...roomSpecimens,
];

const session = createSession(
  { best: createPageRunner(), plan: createWorkerRunner(), curve: createWorkerRunner() },
  () => draw(),
);

function draw(): void {
  const { model } = session;
  if (!model) return;
  render(
    html`<main class="page gallery">
      <h1 class="heading">Gallery</h1>
      ${specimens.map(
        ({ element, state, show }) =>
          html`<section data-element=${element}>
            <h2><code>${element}</code> ${state}</h2>
            <div>${show(model)}</div>
          </section>`,
      )}
    </main>`,
    document.body,
  );
}

session.open(
  createDocument('shipped', opening.file, opening.scenario, () => Promise.resolve(''), opening.file),
);
