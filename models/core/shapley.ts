import { KeptError } from './errors.ts';
import { type StreamKey, uniformAt } from './random.ts';

/** What a set of players (bit k stands for player k) is worth, outcome by outcome. */
export type Worth = (coalition: number) => ArrayLike<number>;

/** Parts of each player, players × outcomes, and how far they may be off where orders were sampled. */
export interface Shares {
  readonly parts: Float64Array;
  /** Standard error of the parts through sampling; all 0 where every order counts. */
  readonly errors: Float64Array;
}

/** Most players whose every coalition can be asked for. */
export const mostExactPlayers = 20;

/**
 * What each player adds, averaged over all orders in which players can join.
 *
 * Equation  φ_i = Σ_S |S|!·(n − |S| − 1)!/n!·(v(S ∪ i) − v(S)) over the sets S without i
 * Returns   parts that sum to v(all) − v(nobody), up to rounding
 * Errors    invalid-argument beyond 20 players: the work doubles with each
 * Source    Shapley (1953)
 */
export function shapley(players: number, outcomes: number, worth: Worth): Shares {
  if (!Number.isInteger(players) || players < 0 || players > mostExactPlayers) {
    throw new KeptError('invalid-argument', `parts are exact for 0 to ${mostExactPlayers} players only`);
  }
  const parts = new Float64Array(players * outcomes);
  const weights = orderWeights(players);
  for (let without = 0; without < 1 << players; without++) {
    const before = worth(without);
    const weight = weights[countBits(without)];
    for (let player = 0; player < players; player++) {
      if (without & (1 << player)) continue;
      const after = worth(without | (1 << player));
      for (let k = 0; k < outcomes; k++) parts[player * outcomes + k] += weight * (after[k] - before[k]);
    }
  }
  return { parts, errors: new Float64Array(parts.length) };
}

/** Share of all orders in which a given set of a size comes just before a given player. */
function orderWeights(players: number): Float64Array {
  const weights = new Float64Array(Math.max(1, players));
  if (players > 0) weights[0] = 1 / players;
  for (let size = 1; size < players; size++) weights[size] = (weights[size - 1] * size) / (players - size);
  return weights;
}

function countBits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The same from some orders only, each with its reverse; parts sum to v(all) − v(nobody) in every order.
 *
 * Inputs   pairs ≥ 2 of orders; `key` and `first` name the orders, so that equal calls give equal results
 * Returns  means over pairs with their standard errors
 * Errors   invalid-argument for fewer than two pairs or more than 30 players
 * Source   Castro, Gómez & Tejada (2009); reversed orders: Mitchell, Cooper, Frank & Holmes (2022)
 */
export function sampleShapley(
  players: number,
  outcomes: number,
  worth: Worth,
  { pairs, key, first }: { readonly pairs: number; readonly key: StreamKey; readonly first: number },
): Shares {
  if (pairs < 2 || players > 30) {
    throw new KeptError('invalid-argument', 'sampled parts need two pairs of orders and at most 30 players');
  }
  const parts = new Float64Array(players * outcomes);
  const squares = new Float64Array(parts.length);
  for (let pair = 0; pair < pairs; pair++) {
    const order = shuffled(players, key, first + pair);
    const found = new Float64Array(parts.length);
    addOrder(order, outcomes, worth, found);
    addOrder([...order].reverse(), outcomes, worth, found);
    for (let k = 0; k < found.length; k++) {
      const part = found[k] / 2;
      const off = part - parts[k];
      parts[k] += off / (pair + 1);
      squares[k] += off * (part - parts[k]);
    }
  }
  return { parts, errors: squares.map((sum) => Math.sqrt(Math.max(0, sum) / (pairs - 1) / pairs)) };
}

/** The sets of players that `sampleShapley` asks for with the same orders; some come again. */
export function sampledCoalitions(
  players: number,
  { pairs, key, first }: { readonly pairs: number; readonly key: StreamKey; readonly first: number },
): number[] {
  return Array.from({ length: pairs }, (_, pair) => shuffled(players, key, first + pair)).flatMap((order) =>
    [order, [...order].reverse()].flatMap((joining) => {
      let coalition = 0;
      return joining.map((player) => {
        coalition |= 1 << player;
        return coalition;
      });
    }),
  );
}

function addOrder(order: readonly number[], outcomes: number, worth: Worth, into: Float64Array): void {
  let coalition = 0;
  let before = worth(0);
  for (const player of order) {
    coalition |= 1 << player;
    const after = worth(coalition);
    for (let k = 0; k < outcomes; k++) into[player * outcomes + k] += after[k] - before[k];
    before = after;
  }
}

/** An order of players, each as likely as any other (Durstenfeld 1964). */
function shuffled(players: number, key: StreamKey, index: number): number[] {
  const order = Array.from({ length: players }, (_, player) => player);
  for (let last = players - 1; last > 0; last--) {
    const other = Math.floor(uniformAt(key, index * players + last) * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
