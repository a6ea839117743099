import { type Explanation, noSource, type Scenario } from '../../models/index.ts';
import type { Edit } from '../state/edits.ts';

/** What the reader writes of a number: a value, a range or a formula, and what stands behind it. */
export interface WrittenAssumption {
  readonly value: string;
  readonly evidence: string;
  readonly source: string;
}

/** Where in the file one of its numbers is written; `null` for what is worked out, or written in several parts. */
export function placeInFile(path: string, { world }: Scenario): readonly (string | number)[] | null {
  const [first, ...rest] = path.split('.');
  if (first === 'discountRate' || first === 'inputs') return [first, ...rest];
  if (['market', 'assumptions', 'operations'].includes(first)) return ['world', first, ...rest];
  if (path === 'fixedCost' || path === 'insight') return ['world', path];
  if (first !== 'segments') return null;
  const index = world.segments.findIndex(({ name }) => path.startsWith(`segments.${name}.`));
  const segment = world.segments[index];
  if (!segment) return null;
  const within = path.slice(`segments.${segment.name}.`.length);
  const at = ['world', 'segments', index];
  if (within === 'tenure' || within.startsWith('profile')) return null;
  // A price without variety is written as the price itself.
  if (within === 'price.mean' && !segment.price.spread.given) return [...at, 'price'];
  return [...at, ...within.split('.')];
}

/** The number as the file would write it, with the unit that its place expects. */
export function writtenValue({ value, low80, high80, unit }: Explanation): string {
  const write = (number: number) => {
    const plain = (by: number) => String(Number((number * by).toPrecision(6)));
    if (unit === '1/month' || unit === '1/year') return `${plain(100)} %${unit.slice(1)}`;
    return unit === 'h' ? `${plain(1)} h` : plain(1);
  };
  if (low80 !== null && high80 !== null) return `${write(low80)} to ${write(high80)}`;
  return value === null ? '' : write(value);
}

/** What the file itself says stands behind the number; empty where it says nothing. */
export function sourceInFile({ given, source }: Explanation): string {
  return given && source !== noSource ? source : '';
}

/** The edit that writes it; a number that the file left out is stated from then on. */
export function assumptionEdit(path: readonly (string | number)[], written: WrittenAssumption): Edit {
  const value = written.value.trim();
  const source = written.source.trim();
  const behind = { evidence: written.evidence, ...(source ? { source } : {}) };
  const isRange = !value.startsWith('=') && /\sto\s/.test(value);
  const bare = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return { path, value: isRange ? { range: value, ...behind } : { value: bare, ...behind } };
}
