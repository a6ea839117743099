import type { SafetyResult } from '../../models/index.ts';
import { formatFee } from '../format.ts';
import type { Situation } from '../state/choice.ts';
import { percentFromWritten } from '../state/fee-target.ts';
import { text } from './text.ts';

export type FoundWay = Extract<SafetyResult['outcomes'][number], { found: true }>;

/** A safer change in the page's words: a smaller change of fee by its size, as the fader shows it. */
export function wayWords({ kind, words, edits }: FoundWay, situation: Situation): string {
  const percent = kind === 'smaller' && edits.length === 1 ? smallerPercent(edits[0].value, situation) : null;
  if (percent === null) return words;
  const size = formatFee(percent);
  return percent < 0 ? text.cutInstead(size) : text.raiseInstead(size);
}

/** `null` for what is written as a range. */
function smallerPercent(value: unknown, { target, base, levers }: Situation): number | null {
  const written = /^-?\d+(\.\d+)?(?= %$|$)/.exec(String(value));
  return written ? percentFromWritten(target, Number(written[0]), base, levers.segments) : null;
}
