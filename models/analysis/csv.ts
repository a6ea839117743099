/** A text stays text, a number stays a number; `null` is an empty cell. */
export type CsvCell = string | number | null;

/**
 * `plain` is RFC 4180 in UTF-8, for programs; the others are for Excel, which takes the separator and the decimal sign
 * from its language: `comma` with a decimal point (English), `semicolon` with a decimal comma (most of Europe).
 */
export type CsvFlavour = 'plain' | 'comma' | 'semicolon';

interface Signs {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** Without it Excel takes the text for one of an older encoding; a line `sep=;` would make Excel overlook it. */
  readonly mark: '' | '\uFEFF';
}

const signsOf: Readonly<Record<CsvFlavour, Signs>> = {
  plain: { separator: ',', decimal: '.', mark: '' },
  comma: { separator: ',', decimal: '.', mark: '\uFEFF' },
  semicolon: { separator: ';', decimal: ',', mark: '\uFEFF' },
};

/**
 * Lines of cells as CSV: lines end in CRLF, a cell with a separator, quote or line break is quoted, quotes are doubled.
 *
 * Numbers are written in full. A text that a spreadsheet would run as a formula gets an apostrophe in front, in every
 * flavour: names come from files that others may have written, and a file does not know who opens it. The names as they
 * are stand in the JSON. Source: RFC 4180; OWASP, CSV Injection.
 */
export function formatCsv(lines: readonly (readonly CsvCell[])[], flavour: CsvFlavour = 'plain'): string {
  const signs = signsOf[flavour];
  const rows = lines.map((cells) => cells.map((cell) => formatCell(cell, signs)).join(signs.separator));
  return signs.mark + rows.map((row) => `${row}\r\n`).join('');
}

function formatCell(cell: CsvCell, { separator, decimal }: Signs): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimal);
  const safe = disarm(cell, separator);
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const formula = '[\\s"]*[=+\\-@＝＋－＠]';
const first = new RegExp(`^(?:[\\t\\r\\n\\0]|${formula})`);
const afterSplit = {
  ',': new RegExp(`([;\\t\\r\\n])(?=${formula})`, 'g'),
  ';': new RegExp(`([,\\t\\r\\n])(?=${formula})`, 'g'),
};

/**
 * A spreadsheet of another language splits at the other separator, and where it splits it heeds no quotes that opened
 * before: what follows a tab, a line break or that separator may begin a cell, as well as what begins the text.
 */
function disarm(text: string, separator: ',' | ';'): string {
  return (first.test(text) ? "'" : '') + text.replaceAll(afterSplit[separator], "$1'");
}
