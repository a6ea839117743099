import { rewriteScenario, type Scenario } from '../../models/index.ts';
import type { Choice, OpenDocument } from './choice.ts';
import { createDocument, openText, writeChoice } from './documents.ts';
import type { Edit } from './edits.ts';
import type { Trouble } from './trouble.ts';

export type Revision =
  | { readonly ok: true; readonly document: OpenDocument }
  | { readonly ok: false; readonly trouble: Trouble };

/** The document with its levers and these edits written into its text. It stays the same document to whoever lists it. */
export async function reviseChoice(choice: Choice, edits: readonly Edit[]): Promise<Revision> {
  return withText(choice.document, await rewriteScenario(await writeChoice(choice), edits));
}

/** The document with another text, if that is a scenario. */
export async function withText(document: OpenDocument, content: string): Promise<Revision> {
  const opening = await openText(document.file, content, document.group);
  return opening.ok
    ? { ok: true, document: withScenario(document, opening.document.scenario, content) }
    : opening;
}

/** The document with another text, which is this scenario; it remembers how it was opened. */
export function withScenario(document: OpenDocument, scenario: Scenario, content: string): OpenDocument {
  const { key, group, file } = document;
  const revised = createDocument(group, file, scenario, () => Promise.resolve(content), key);
  return { ...revised, opened: document.opened ?? document };
}
