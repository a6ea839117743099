import type { Quantity } from '../core/quantity.ts';
import type { Change } from './scenario.ts';

/** One number of a scenario, found again under the same `id` whatever else the file holds. */
export interface ListedQuantity {
  /** Built from names, so that adding a segment or an input moves nobody else's draws. */
  readonly id: string;
  readonly quantity: Quantity;
  readonly meaning: string;
  readonly unit: string;
  /** Values outside have no meaning; a formula may still produce one in some draw. */
  readonly bounds: readonly [low: number, high: number];
}

export const anyNumber = [-Infinity, Infinity] as const;
export const notNegative = [0, Infinity] as const;
export const share = [0, 1] as const;
export const level = [0, 10] as const;

/** A dot inside a name is escaped, so that two different numbers never share an id. */
export function quantityId(...parts: readonly (string | number)[]): string {
  return parts.map((part) => `${part}`.replaceAll('~', '~0').replaceAll('.', '~1')).join('.');
}

/** An id as people read and write it, without the escapes. */
export function readablePath(id: string): string {
  return id.replaceAll('~1', '.').replaceAll('~0', '~');
}

export function changeEntry(
  path: readonly (string | number)[],
  change: Change,
  meaning: string,
  unit: string,
  bounds: readonly [number, number],
): ListedQuantity {
  const { kind, quantity } = change;
  if (kind === 'to') return entry(path, quantity, `${meaning}, to`, unit, bounds);
  if (kind === 'byAmount') return entry(path, quantity, `${meaning}, change by`, unit, anyNumber);
  return entry(path, quantity, `${meaning}, change by a share`, '1', [-1, Infinity]);
}

export function entry(
  path: readonly (string | number)[],
  quantity: Quantity,
  meaning: string,
  unit: string,
  bounds: readonly [number, number],
): ListedQuantity {
  return { id: quantityId(...path), quantity, meaning, unit, bounds };
}
