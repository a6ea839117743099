import type { Quantity } from '../core/quantity.ts';
import type { Change } from './scenario.ts';

interface FileChange {
  readonly by?: Change | undefined;
  readonly to?: Quantity | undefined;
}

/** `by` or `to` of a file as one change. */
export function buildChange({ by, to }: FileChange): Change {
  // The walker reports a change without either.
  return by ?? { kind: 'to', quantity: to! };
}
