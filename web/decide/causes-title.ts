/** A cause with the money it brings. */
export interface CauseFigure {
  readonly name: string;
  readonly title: string;
  readonly profit: number;
  readonly customersLost: number;
}

/** Causes that are people who leave: with money channels and newcomers they make up the impact. */
const leaving = new Set([
  'priceResponse',
  'wakeUp',
  'fairness',
  'promise',
  'quality',
  'congestion',
  'recovery',
  'wordOfMouth',
  'competitor',
]);

/** What the split of an impact over its causes says; `money` writes an amount without sign. */
export function causesTitle(causes: readonly CauseFigure[], money: (amount: number) => string): string {
  const total = sum(causes);
  const size = causes.reduce((all, { profit }) => all + Math.abs(profit), 0);
  if (size < 0.5) return 'The plan neither brings nor costs anything';
  const price = causes.find(({ name }) => name === 'priceCollected')?.profit ?? 0;
  const rest = causes.filter(({ name }) => name !== 'priceCollected');
  if (price > 0.3 * size) return priceTitle(price, rest, total, money);
  const [most] = [...causes].sort((a, b) => Math.abs(b.profit) - Math.abs(a.profit));
  const against = causes.filter(({ profit }) => Math.sign(profit) === -Math.sign(most.profit));
  const share = Math.abs(sum(against) / most.profit);
  const isLoss = most.profit < 0;
  const head = `Largest ${isLoss ? 'loss' : 'gain'}: ${lower(most.title)}, ${money(most.profit)}`;
  if (share < 0.02) return head;
  return `${head}; ${isLoss ? bringBack(share) : takeAway(share)}`;
}

function bringBack(share: number): string {
  return share < moreThanAll
    ? `other causes bring back ${fraction(share)} of it`
    : 'other causes bring in more than that';
}

function takeAway(share: number): string {
  return share < moreThanAll
    ? `other causes take back ${fraction(share)} of it`
    : 'other causes cost more than that';
}

function priceTitle(
  price: number,
  rest: readonly CauseFigure[],
  total: number,
  money: (amount: number) => string,
): string {
  const brings = `The fee brings ${money(price)}`;
  const back = -(total - price);
  if (Math.abs(back) < 0.02 * price) return `${brings}, and next to nothing takes it back`;
  if (back < 0) return `${brings}, and all else adds ${money(-back)}`;
  const costs = rest.filter(({ profit }) => profit < 0);
  const lost = sum(costs.filter(({ name }) => leaving.has(name)));
  const spent = sum(costs.filter(({ name }) => name === 'programmeCost'));
  const all = sum(costs);
  const takes = `${fraction(back / price)} of it back`;
  if (lost < nearlyAll * all) return `${brings}; those who leave take ${takes}`;
  if (spent < nearlyAll * all) return `${brings}; what the plan costs takes ${takes}`;
  if (spent > (1 - nearlyAll) * all)
    return `${brings}; those who leave and those who never come take ${takes}`;
  return `${brings}; all else takes ${takes}`;
}

/** One kind of cause is named alone where it is so much of what the plan costs. */
const nearlyAll = 0.85;

/** From here on a share of something is more than all of it. */
const moreThanAll = 1.07;

const fractions: readonly (readonly [upTo: number, words: string])[] = [
  [0.07, 'little'],
  [0.15, 'a tenth'],
  [0.185, 'a sixth'],
  [0.225, 'a fifth'],
  [0.29, 'a quarter'],
  [0.37, 'a third'],
  [0.45, 'two fifths'],
  [0.55, 'half'],
  [0.63, 'three fifths'],
  [0.71, 'two thirds'],
  [0.79, 'three quarters'],
  [0.93, 'most'],
  [1.0, 'nearly all'],
  [moreThanAll, 'all'],
];

function fraction(share: number): string {
  return fractions.find(([upTo]) => share < upTo)?.[1] ?? 'more than all';
}

function sum(causes: readonly CauseFigure[]): number {
  return causes.reduce((total, { profit }) => total + profit, 0);
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
