import { type Explanation, medianOf, quantileOf } from '../../models/index.ts';
import { formatFigure, formatPercent } from '../format.ts';
import type { FileSchema } from './file-schema.ts';
import { text } from './text.ts';

/** The documentation of one place of a file: where it is, and sentences about it. */
export interface PlaceWords {
  readonly where: string;
  readonly meaning: string;
  readonly lines: readonly string[];
}

/** What the model makes of the last valid file, by the paths of `kept explain`. */
export interface KnownFile {
  readonly explained: ReadonlyMap<string, Explanation>;
  /** Names by list, such as `segments`, to find an entry's path. */
  readonly names: { readonly [list: string]: readonly string[] };
}

/** What is known of a place; `null` where the schema has no such place. */
export function describePlace(
  schema: FileSchema,
  path: readonly string[],
  known: KnownFile | null,
): PlaceWords | null {
  const described = schema.describe(path);
  if (!described || path.length === 0) return null;
  const { parameter } = described;
  const value = known && explanationAt(path, known);
  const lines = [
    ...(described.takes ? [text.takes(described.takes)] : []),
    ...(parameter ? parameterLines(parameter) : []),
    ...(value ? valueLines(value) : []),
  ];
  return { where: writePath(path), meaning: described.meaning || parameter?.meaning || '', lines };
}

export function writePath(path: readonly string[]): string {
  return path.reduce((all, step) => (step.startsWith('[') || all === '' ? all + step : `${all}.${step}`), '');
}

type Parameter = NonNullable<NonNullable<ReturnType<FileSchema['describe']>>['parameter']>;

function parameterLines({
  bounds: [low, high],
  unit,
  default: belief,
  evidence,
  source,
}: Parameter): string[] {
  const write = (value: number) => writeValue(value, unit);
  const range =
    belief.kind === 'fixed'
      ? ''
      : text.range80(write(quantileOf(belief, 0.1)), write(quantileOf(belief, 0.9)));
  return [
    ...boundsLine(low, high, write),
    text.byDefault(`${write(medianOf(belief))}${range}, ${text.rests(text.evidence[evidence], source)}`),
  ];
}

function boundsLine(low: number, high: number, write: (value: number) => string): string[] {
  if (Number.isFinite(low) && Number.isFinite(high)) return [text.bounds(write(low), write(high))];
  if (Number.isFinite(low)) return [text.atLeast(write(low))];
  return Number.isFinite(high) ? [text.atMost(write(high))] : [];
}

function valueLines({ value, unit, low80, high80, evidence, source, given }: Explanation): string[] {
  if (value === null) return [];
  const write = (number: number) => writeValue(number, unit);
  const range = low80 === null || high80 === null ? '' : text.range80(write(low80), write(high80));
  const written = `${write(value)}${range}, ${text.rests(text.evidence[evidence], source)}`;
  return [given ? text.here(written) : text.leftOut(written)];
}

/** A number with its unit; rates as percent. */
export function writeValue(value: number, unit: string): string {
  if (unit.startsWith('1/')) return `${formatPercent(value, digitsOf(value * 100))} a ${unit.slice(2)}`;
  return unit === '1' ? formatFigure(value) : `${formatFigure(value)} ${unit}`;
}

function digitsOf(percent: number): number {
  const size = Math.abs(percent);
  return size >= 10 || size === 0 ? 1 : size >= 1 ? 2 : 3;
}

/** The path of a number as `kept explain` has it: lists by name, without what only groups. */
function explanationAt(path: readonly string[], { explained, names }: KnownFile): Explanation | undefined {
  const steps: string[] = [];
  for (const [at, step] of path.entries()) {
    const index = /^\[(\d+)\]$/.exec(step)?.[1];
    if (index === undefined) steps.push(step);
    else steps.push(names[path[at - 1]]?.[Number(index)] ?? index);
  }
  const plain = steps[0] === 'world' ? steps.slice(1) : steps;
  const [own, mean, around] = [plain, [...plain, 'mean'], plain.slice(0, -1)].map((each) => each.join('.'));
  const last = path.at(-1) ?? '';
  // Within a map such as `{ best: …, range: … }` the number is what is around.
  const within = ['best', 'range', 'value', 'evidence', 'source', 'by', 'to', 'free', 'start'].includes(last);
  return explained.get(own) ?? explained.get(mean) ?? (within ? explained.get(around) : undefined);
}
