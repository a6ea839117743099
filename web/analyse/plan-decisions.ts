import type { Action, Plan, Scenario } from '../../models/index.ts';
import { formatMonths } from '../format.ts';
import type { BestValue } from '../state/base.ts';
import { text as pageText } from '../text.ts';
import { describeOtherActions } from '../views/other-actions.ts';
import { createValueWords, type ValueWords } from '../views/value-words.ts';
import { text } from './text.ts';

/** One decision in which plans differ: what each of them says to it, in words. */
export interface DecisionRow {
  readonly name: string;
  readonly values: readonly string[];
}

export interface Decisions {
  readonly rows: readonly DecisionRow[];
  /** How many are the same in every plan. */
  readonly same: number;
}

/** The decisions of the plans of a scenario, and of them those that differ. */
export function compareDecisions(scenario: Scenario, bestValue: BestValue): Decisions {
  const values = createValueWords(scenario.currency, bestValue);
  const plans = scenario.plans.map((plan) => decisionsOf(plan, scenario, values, bestValue));
  // What is charged comes first, then how, then the rest.
  const rank = (name: string) => 1 + [text.told, text.reason, text.who, text.spared, text.also].indexOf(name);
  const names = [...new Set(plans.flatMap((plan) => [...plan.keys()]))].toSorted(
    (one, other) => rank(one) - rank(other),
  );
  const rows = names.map((name) => ({ name, values: plans.map((plan) => plan.get(name) ?? text.none) }));
  const differ = rows.filter((row) => row.values.some((value) => value !== row.values[0]));
  return { rows: differ, same: rows.length - differ.length };
}

function decisionsOf(
  plan: Plan,
  scenario: Scenario,
  values: ValueWords,
  bestValue: BestValue,
): ReadonlyMap<string, string> {
  const found = new Map<string, string[]>();
  const note = (name: string, what: string) => found.set(name, [...(found.get(name) ?? []), what]);
  for (const action of plan.actions) {
    if (action.price || action.fee) noteFee(action, scenario, values, note);
    for (const line of otherLines(action, plan, scenario, bestValue)) note(text.also, line);
  }
  return new Map([...found].map(([name, all]) => [name, [...new Set(all)].join('; ')]));
}

function noteFee(
  action: Action,
  { world: { segments } }: Scenario,
  { change, money }: ValueWords,
  note: (name: string, what: string) => void,
): void {
  const { price, fee, at, announce, announced, reason } = action;
  const month = text.monthOf(at);
  if (price) {
    const by = change(price.change, money);
    note(text.priceAt(month), price.phases > 1 ? text.inSteps(by, price.phases, price.everyMonths) : by);
    const { grandfather } = price;
    if (grandfather) note(text.spared, pageText.sparedFrom(grandfather.tenureMonths, grandfather.until));
  }
  if (fee) note(text.feeAt(fee.name, month), `${change(fee.change, money)}, ${pageText.shown[fee.shown]}`);
  note(text.told, announced && announce < at ? formatMonths(at - announce) : text.noNotice);
  note(text.reason, pageText.reasons[reason]);
  note(text.who, action.segments.length === segments.length ? pageText.everyone : shorten(action.segments));
}

/** Names that begin alike are told once: "Month-to-month DSL, fiber". */
function shorten(names: readonly string[]): string {
  const words = names.map((name) => name.split(' '));
  let same = 0;
  while (words.length > 1 && words.every((each) => each.length > same + 1 && each[same] === words[0][same]))
    same++;
  const head = words[0].slice(0, same).join(' ');
  return `${head === '' ? '' : `${head} `}${words.map((each) => each.slice(same).join(' ')).join(', ')}`;
}

/** What an action does besides price and fee, in the words of the page. */
function otherLines(action: Action, plan: Plan, scenario: Scenario, bestValue: BestValue): string[] {
  const { price: _price, fee: _fee, ...rest } = action;
  const does = Object.keys(rest).some(
    (key) =>
      !['at', 'announce', 'announced', 'segments', 'customers', 'reason', 'notify', 'credit'].includes(key),
  );
  if (!does && !rest.credit && !rest.notify) return [];
  const alone = { ...scenario, plans: [{ ...plan, actions: [rest] }] };
  const target = { planIndex: 0, actionIndex: -1, of: 'price', form: 'byPercent' } as const;
  return describeOtherActions({ scenario: alone, bestValue, target });
}
