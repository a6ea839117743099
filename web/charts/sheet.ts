import { formatCsv } from '../../models/index.ts';

/** A sheet of figures: what the table shows and the CSV holds. */
export interface Sheet {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** How the page writes the numbers of each row where their column does not say; the CSV keeps the bare numbers. */
  readonly rowFormats?: readonly ((value: number) => string)[];
}

export interface SheetColumn {
  readonly title: string;
  /** How the page writes it; the CSV keeps the bare number. */
  readonly format?: (value: number) => string;
  /** In the CSV alone, beside bare numbers that the page writes with their unit. */
  readonly inFileAlone?: boolean;
}

/** A cell of a sheet as the page writes it. */
export function writeCell({ columns, rows, rowFormats }: Sheet, row: number, column: number): string {
  const value = rows[row][column];
  const format = columns[column].format ?? rowFormats?.[row];
  if (value === null) return '–';
  return typeof value === 'number' && format ? format(value) : `${value}`;
}

/** A sheet as plain CSV. */
export function formatSheet({ columns, rows }: Sheet): string {
  return formatCsv([columns.map(({ title }) => title), ...rows]);
}
