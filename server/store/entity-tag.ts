import { createHash } from 'node:crypto';
import { StoreProblem } from './store-problem.ts';

/** Strong entity tag of a content, in its quotes: SHA-256. */
export function etagOf(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('hex')}"`;
}

/** What must hold of the scenario that is there before it is touched. */
export type Condition =
  | { readonly kind: 'absent' }
  /** One of these tags; without them: any content, seen or not. */
  | { readonly kind: 'present'; readonly etags?: readonly string[] };

export interface ConditionHeaders {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

/** Reads the headers of a request that writes. Refuses one that has none, so that nobody overwrites unseen work by oversight. */
export function parseCondition({ ifMatch, ifNoneMatch }: ConditionHeaders): Condition {
  if (ifMatch !== undefined && ifNoneMatch !== undefined)
    throw new StoreProblem(400, 'precondition', 'If-Match and If-None-Match exclude each other.');
  if (ifNoneMatch?.trim() === '*') return { kind: 'absent' };
  if (ifMatch === undefined)
    throw new StoreProblem(
      428,
      'precondition',
      'Say what you expect to be there: If-Match with the ETag that you read, or If-None-Match: * for a new scenario.',
    );
  return ifMatch.trim() === '*' ? { kind: 'present' } : { kind: 'present', etags: splitTags(ifMatch) };
}

/** Whether an If-None-Match of a reader covers the content: then it has it already. */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.trim() === '*' || splitTags(ifNoneMatch.replaceAll('W/', '')).includes(etag);
}

/** A weak tag stays what it is and so matches no content. */
function splitTags(header: string): string[] {
  return header.split(',').map((tag) => tag.trim());
}
