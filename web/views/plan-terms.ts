import { customersOf } from '../state/base.ts';
import type { Situation } from '../state/choice.ts';
import { givenNotice } from '../state/levers.ts';
import { text } from '../text.ts';
import { createFeeWords } from './fee-words.ts';
import { describeOtherActions } from './other-actions.ts';

/** What the plan asks of whom, in a few words each: for those who see no controls. */
export function describeTerms(situation: Situation): string[] {
  const { scenario, base, levers, percent, target } = situation;
  const others = describeOtherActions(situation);
  if (percent === 0) return others;
  const { today, then, asFee } = createFeeWords(situation);
  const names = base.map(({ name }) => name);
  const spared = scenario.plans[target.planIndex]?.actions[target.actionIndex]?.price?.grandfather;
  return [
    `${whoText(levers.segments, names)}, ${text.customers(customersOf(base, levers.segments))}`,
    [`${today} ${text.becomes} ${then} ${text.aMonth}`, ...(asFee ? [asFee] : [])].join(', '),
    ...(levers.phases > 1 ? [text.inSteps(levers.phases, levers.everyMonths)] : []),
    text.noticeIs(noticeText(givenNotice(levers))),
    text.reasonIs(text.reasons[levers.reason]),
    ...(spared ? [text.sparedAre(text.sparedFrom(spared.tenureMonths, spared.until))] : []),
    ...others,
  ];
}

/** Whom the fee is meant for. */
export function whoText(chosen: readonly string[], all: readonly string[]): string {
  if (chosen.length === all.length) return text.everyone;
  return chosen.length === 1 ? chosen[0] : text.segmentsOf(chosen.length, all.length);
}

function noticeText(months: number | null): string {
  if (months === null) return text.noNotice;
  return months === 0 ? text.sameMonth : text.noticeOf(months);
}
