/** What the YAML library complains of, in words that say what to do; each by its beginning or a part. */
const words: readonly (readonly [complaint: RegExp, words: string])[] = [
  [
    /^All mapping items must start at the same column/,
    'this key stands further left or right than its neighbours; give all keys of a map the same indentation',
  ],
  [
    /^All sequence items must start at the same column/,
    'this "-" stands further left or right than its neighbours; give all items of a list the same indentation',
  ],
  [
    /^Sequence item without - indicator/,
    'the list goes on without "-"; start an item with "- ", or indent what belongs to one as deep as its keys',
  ],
  [
    /^Nested mappings are not allowed/,
    'this value has a ":" of its own; put a text in quotes, and indent a key like its neighbours',
  ],
  [
    /^Implicit keys need to be on a single line/,
    'no key begins here; add the ":" that is missing, or indent each key like its neighbours',
  ],
  [
    /^Implicit map keys need to be followed by map values/,
    'this is no key, which ends with ":"; add what is missing, or take the line out',
  ],
  [/^Flow map in .* end with a }/s, 'this { is never closed; end it with }'],
  [/^Flow sequence in .* end with a ]/s, 'this [ is never closed; end it with ]'],
  [/^Missing closing ["']quote/, 'this quote is never closed; end the text with the same sign'],
  [/^Missing , (?:or : )?between/, 'a comma is missing before this'],
  [/^Unexpected (?:, in|empty item in)/, 'a comma too many'],
  [/^Unexpected flow-(?:map|seq)-end/, 'this closes a bracket that was never opened; take it out'],
  [/^Missing space after :/, 'a space is missing after ":"'],
  [/^Comments must be separated/, 'a space is missing before "#"'],
  [/^Plain value cannot start with/, 'a value cannot start with this sign; put it in quotes'],
  [
    /^Block collections are not allowed within flow collections/,
    'inside { } and [ ] commas stand between items; one is missing here',
  ],
  [
    /^Unexpected .* in YAML stream/,
    'this belongs to nothing before it; look for a bracket or an indentation that ends too early',
  ],
  [
    /^Unexpected .* at node end/,
    'this does not go with the value before it; put the whole text in quotes, or start a new line',
  ],
];

/**
 * Complaints without those that only follow from others: a quote that stays open takes all the rest with it, and after
 * the end of what was understood nothing fits.
 */
export function causesOf<Error extends { readonly message: string }>(
  complaints: readonly Error[],
): readonly Error[] {
  const quote = complaints.find(({ message }) => message.startsWith('Missing closing'));
  if (quote) return [quote];
  const within = complaints.filter(({ message }) => !message.includes('in YAML stream'));
  return within.length > 0 ? within : complaints.slice(0, 1);
}

/** The library's complaint as a reader can act on it; as it is where there are no words for it. */
export function syntaxWords(complaint: string): string {
  return words.find(([known]) => known.test(complaint))?.[1] ?? complaint;
}

/** Where the bracket opens that is still open at a place of the text; the place itself where none is found. */
export function openingOf(source: string, offset: number, complaint: string): number {
  const [, kind] = /^Flow (map|sequence) in .* end with a/s.exec(complaint) ?? [];
  if (!kind) return offset;
  const [open, close] = kind === 'map' ? '{}' : '[]';
  let depth = 0;
  for (let at = Math.min(offset, source.length) - 1; at >= 0; at--) {
    if (source[at] === close) depth++;
    if (source[at] === open && depth-- === 0) return at;
  }
  return offset;
}
