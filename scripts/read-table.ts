/** One row of a table by column name. */
export type Row = { readonly [column: string]: string };

/**
 * Rows of a comma-separated table with a heading line; quoted fields may hold commas and doubled quotes.
 *
 * Errors  a row whose number of fields differs from the heading's
 * Source  RFC 4180, without line breaks inside quotes
 */
export function readTable(text: string): Row[] {
  const [heading, ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const columns = splitLine(heading);
  return lines.map((line, index) => {
    const fields = splitLine(line);
    if (fields.length !== columns.length)
      throw new Error(`row ${index + 2} has ${fields.length} fields, the heading ${columns.length}`);
    return Object.fromEntries(columns.map((column, k) => [column, fields[k]]));
  });
}

function splitLine(line: string): string[] {
  const fields = line.match(/(?<=^|,)("(?:[^"]|"")*"|[^,]*)/g) ?? [];
  return fields.map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
}
