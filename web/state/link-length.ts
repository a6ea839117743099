/** Some mail programs cut links that are longer. */
export const longLink = 8_000;
/** Longer links are cut or refused by so many programs that none is copied. */
export const longestLink = 32_000;

/** A link to all that was chosen, and whether it went to the clipboard. */
export interface SharedLink {
  readonly address: string;
  readonly copied: boolean;
}
