import { customersOf } from '../state/base.ts';
import type { Situation } from '../state/choice.ts';
import type { Model } from '../state/session.ts';

/** Break-even attrition in the words of the verdict: a share of all customers. */
export function breakEvenOfAll({ results: { best, draws, drawsStale } }: Model): number | null {
  const settled = draws && !drawsStale ? draws.result.impact : undefined;
  return settled ? (settled.breakEvenAttrition?.mean ?? null) : (best?.breakEvenAttrition ?? null);
}

/** The same customers as a share of those the fee is for, against which one of their segments can be held. */
export function breakEvenOfAsked(model: Model): number | null {
  const ofAll = breakEvenOfAll(model);
  return ofAll && ofAll / askedShare(model.situation);
}

export function isForAll({ base, levers }: Situation): boolean {
  return levers.segments.length === base.length;
}

function askedShare({ base, levers }: Situation): number {
  const all = base.reduce((sum, { customers }) => sum + customers, 0);
  return customersOf(base, levers.segments) / all;
}
