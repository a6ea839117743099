import type { Choice } from './state/choice.ts';
import { writeChoice } from './state/documents.ts';
import { writeLink } from './state/link.ts';
import { longestLink, type SharedLink } from './state/link-length.ts';
import type { Spot } from './state/place.ts';
import './components/link-dialog.ts';

/**
 * Makes a link to the page at `page` that opens the choice as this file where the reader is, and copies it unless it is too
 * long for a link. `of` is the key of the offer it was made of.
 */
export async function copyLink(
  choice: Choice,
  { file, of, ...spot }: Spot & { readonly file: string; readonly of: string | undefined },
  page: Location,
): Promise<SharedLink> {
  const { planIndex, teaching } = choice;
  const content = await writeChoice(choice);
  const fragment = await writeLink({ file, planIndex, ...spot, teaching, of, content });
  const address = page.origin + page.pathname + fragment;
  if (address.length > longestLink) return { address, copied: false };
  try {
    await navigator.clipboard.writeText(address);
    return { address, copied: true };
  } catch {
    // Not asked for over a secure connection, or forbidden: the reader copies it by hand.
    return { address, copied: false };
  }
}
