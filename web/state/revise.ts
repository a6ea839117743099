import { rewriteScenario } from '../../models/index.ts';
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
  const { key, group, file } = document;
  const opening = await openText(file, content, group);
  if (!opening.ok) return opening;
  const { scenario } = opening.document;
  const revised = createDocument(group, file, scenario, () => Promise.resolve(content), key);
  return { ok: true, document: { ...revised, opened: document.opened ?? document } };
}
