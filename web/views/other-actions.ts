import type { Action } from '../../models/index.ts';
import { actionText as words } from '../action-text.ts';
import type { Situation } from '../state/choice.ts';
import { describeStaff, describeWorkOnService } from './service-words.ts';
import { createValueWords, type ValueWords } from './value-words.ts';

/**
 * What the plan does besides the fee on the fader, one line an action; it is changed in the file. `without` names parts
 * that have rows of their own, where they come with the fee.
 */
export function describeOtherActions(
  { scenario, target, bestValue }: Pick<Situation, 'scenario' | 'target' | 'bestValue'>,
  without: readonly (keyof Action)[] = [],
): string[] {
  const actions = scenario.plans[target.planIndex]?.actions ?? [];
  const feeMonth = actions[target.actionIndex]?.at;
  const values = createValueWords(scenario.currency, bestValue);
  const everyone = scenario.world.segments.length;
  return actions.flatMap((action, index) => {
    const onFader = index === target.actionIndex;
    const told = action.at === feeMonth ? leaveOut(action, without) : action;
    const parts = describe(told, values, onFader ? target.of : null);
    const whom = describeWhom(action, onFader ? Number.POSITIVE_INFINITY : everyone, values);
    if (!onFader && parts.length === 0) return [];
    if (!onFader) return [words.inMonth(action.at, parts.join(', '), whom)];
    const lines = parts.length === 0 ? [] : [words.inMonth(action.at, parts.join(', '), '')];
    return whom === '' ? lines : [words.inMonth(action.at, words.feeOnlyFor, whom), ...lines];
  });
}

function leaveOut(action: Action, names: readonly (keyof Action)[]): Action {
  return { ...action, ...Object.fromEntries(names.map((name) => [name, undefined])) };
}

function describe(action: Action, values: ValueWords, onFader: 'price' | 'fee' | null): string[] {
  return [
    ...describeMoney(action, values, onFader),
    ...describeWorkOnService(action, values),
    ...describeCustomerWork(action, values),
    ...(action.staff ? describeStaff(action.staff, values) : []),
  ];
}

function describeMoney(
  { price, fee, credit, notify }: Action,
  { change, money }: ValueWords,
  onFader: 'price' | 'fee' | null,
): string[] {
  const parts: string[] = [];
  if (price && onFader !== 'price') parts.push(words.price(change(price.change, money)));
  if (fee && onFader !== 'fee')
    parts.push(words.fee(fee.name, change(fee.change, money)) + (fee.perUse ? words.perUse : ''));
  if (credit) parts.push(words.credit(money(credit.amount), credit.months));
  if (notify) parts.push(words.letter);
  return parts;
}

function describeCustomerWork(
  { listen, advocates, acquire, winBack, separate }: Action,
  { money, share, signedShare, costs }: ValueWords,
): string[] {
  const parts: string[] = [];
  if (listen) parts.push(words.listen(listen.by, listen.months), ...costs(listen));
  if (advocates)
    parts.push(words.advocates(signedShare(advocates.lift), money(advocates.reward)), ...costs(advocates));
  if (acquire) {
    const spent = [words.acquire, ...costs(acquire)];
    parts.push(...spent, ...(acquire.months === undefined ? [] : [words.acquireMonths(acquire.months)]));
  }
  if (winBack) parts.push(words.winBack(share(winBack.by), money(winBack.perReturn)));
  if (separate) {
    parts.push(words.separate(share(separate.share), money(separate.cost)));
    if (separate.leastValuable) parts.push(words.leastValuable);
  }
  return parts;
}

/** Whom an action is meant for: its segments unless these are all, and the customers in them. */
function describeWhom({ segments, customers }: Action, all: number, { level }: ValueWords): string {
  const { tenure, value, satisfaction } = customers ?? {};
  return [
    ...(segments.length < all && Number.isFinite(all) ? [words.onlyThese(segments)] : []),
    ...(tenure ? [words.tenureMonths(words.tenure[tenure.bound], tenure.months)] : []),
    ...(value ? [words.spendShare(level(value.share, 'share'), words.spend[value.end])] : []),
    ...(satisfaction ? [words.satisfaction(satisfaction.bound, level(satisfaction.level, 'points'))] : []),
  ].join(', ');
}
