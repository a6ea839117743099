import { formatCsv } from '../../models/index.ts';

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

/** A sheet as plain CSV. */
export function formatSheet({ columns, rows }: Sheet): string {
  return formatCsv([columns.map(({ title }) => title), ...rows]);
}
