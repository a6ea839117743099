import { html } from 'lit';
import { countChanges, type DiffLine, diffLines, foldDiff } from './line-diff.ts';
import { text } from './text.ts';

export interface DiffSummary {
  readonly lines: readonly DiffLine[];
  readonly count: number;
}

let last: { before: string; after: string; summary: DiffSummary } | null = null;

/** How a text differs from the one that was opened; the same texts are not compared twice. */
export function diffSummary(before: string | null, after: string): DiffSummary {
  if (before === null || before === after) return { lines: [], count: 0 };
  if (last?.before === before && last.after === after) return last.summary;
  const lines = diffLines(before, after);
  last = { before, after, summary: { lines, count: countChanges(lines) } };
  return last.summary;
}

const signs = { same: ' ', gone: '−', new: '+' } as const;

/** The changed lines with a few around them. */
export function renderDiff(lines: readonly DiffLine[]) {
  if (lines.length === 0) return html`<p class="state-line">${text.diffNone}</p>`;
  return html`<div class="diff" tabindex="0" role="region" aria-label=${text.diffTable}>
    <table>
      <thead class="unseen"><tr><th scope="col">${text.diffColumns.before}</th><th scope="col">${text.diffColumns.after}</th><th scope="col">${text.diffColumns.change}</th><th scope="col">${text.diffColumns.line}</th></tr></thead>
      <tbody>
        ${foldDiff(lines).map((line) =>
          line === null
            ? html`<tr class="folded"><td colspan="4">${text.diffFolded}</td></tr>`
            : html`<tr class=${line.kind}><td>${line.before ?? ''}</td><td>${line.after ?? ''}</td><td><span aria-hidden="true">${signs[line.kind]}</span><span class="unseen">${text.diffKinds[line.kind]}</span></td><td><code>${line.text}</code></td></tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
