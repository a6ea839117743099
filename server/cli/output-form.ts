import type { CsvFlavour } from '../../models/index.ts';
import { type Arguments, type Option, UsageError } from './command.ts';

/** What a command prints: a report for people, JSON, or a flavour of CSV. */
export type OutputForm = 'report' | 'json' | CsvFlavour;

/** Goes with an option `csv`. */
export const excelOption: Option = {
  name: 'excel',
  value: 'SEPARATOR',
  meaning: 'The CSV for Excel: comma (1.5; English), or semicolon (1,5; most of Europe)',
};

export const excelNote =
  'In CSV, a name that a spreadsheet would run as a formula has an apostrophe in front; JSON has the names as they are.';

/** Reads --json, --csv and --excel. Throws UsageError on more than one of them, and on an unknown separator. */
export function readForm(args: Arguments): OutputForm {
  const chosen = ['json', 'csv', 'excel'].filter((name) => args.has(name));
  if (chosen.length > 1) throw new UsageError(`choose --${chosen[0]} or --${chosen[1]}, not both`);
  if (args.has('json')) return 'json';
  if (args.has('csv')) return 'plain';
  const [sign] = args.valuesOf('excel');
  if (sign === undefined) return 'report';
  if (sign === 'comma' || sign === 'semicolon') return sign;
  throw new UsageError(`--excel must be comma or semicolon, not "${sign}"`);
}
