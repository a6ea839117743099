/** A sheet of figures: what the table shows and the CSV holds. */
export interface Sheet {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface SheetColumn {
  readonly title: string;
  /** How the page writes it; the CSV keeps the bare number. */
  readonly format?: (value: number) => string;
}

/** Text of a sheet by RFC 4180; a text that a spreadsheet would run as a formula is disarmed by an apostrophe. */
export function formatCsv({ columns, rows }: Sheet): string {
  const cell = (value: string | number | null) => {
    if (typeof value === 'number') return `${value}`;
    const safe = value === null ? '' : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [columns.map(({ title }) => title), ...rows];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
