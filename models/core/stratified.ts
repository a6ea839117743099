import { type StreamKey, threefry } from './random.ts';

/** Bits that are stratified; below them a number is random within its stratum. */
const depth = 24;
const strata = 1 << depth;
/** Levels of halving whose coins come from one call: 63 strata are halved, and a call has 64 random bits. */
const levelsPerCall = 6;
const feistelRounds = 8;

/**
 * Uniform number in (0, 1), a pure function of its arguments like `uniformAt`, but spread evenly over indices: of any
 * first 2^k numbers of a key, each of the 2^k equal strata holds exactly one, at random within it. Numbers of different
 * keys are independent, so that several together are a Latin hypercube at every 2^k.
 *
 * Method  Number 0 falls anywhere. At each doubling every stratum is halved and its empty half filled, in an order that
 *         is a random permutation of its own, so that keys are paired by chance alone
 * Inputs  index a whole number, 0 to 2^24 − 1
 * Source  doubling of Latin hypercubes: Sallaberry, Helton & Hora (2008), Reliability Engineering & System Safety 93;
 *         halving by coins: Owen (1995); permutations by Feistel's network: Luby & Rackoff (1988)
 */
export function stratifiedAt(key: StreamKey, index: number): number {
  const level = 32 - Math.clz32(index);
  let stratum = 0;
  if (level > 0) {
    const halved = permute(key, level - 1, index - (1 << (level - 1)));
    stratum = halved * 2 + 1 - takenHalf(key, level - 1, halved);
  }
  const [high, low] = threefry(key, [index, -1]);
  const within = ((high >>> 11) * 256 + (low >>> 24) + 0.5) / 536870912;
  return (descend(key, level, stratum) + within) / strata;
}

/** Which half of a stratum, 0 or 1, holds the number that came first; level l has 2^l strata. */
function takenHalf(key: StreamKey, level: number, stratum: number): number {
  const deep = level % levelsPerCall;
  const top = stratum >>> deep;
  const node = (1 << deep) + (stratum - (top << deep));
  const coins = threefry(key, [top, -2 - (level - deep)]);
  return (coins[node >>> 5] >>> (node & 31)) & 1;
}

/** The finest stratum of the number that came first to a stratum. */
function descend(key: StreamKey, level: number, stratum: number): number {
  let [at, fine] = [level, stratum];
  while (at < depth) {
    const deep = at % levelsPerCall;
    const top = fine >>> deep;
    const coins = threefry(key, [top, -2 - (at - deep)]);
    const end = at - deep + levelsPerCall;
    for (let node = (1 << deep) + (fine - (top << deep)); at < end; at++) {
      const half = (coins[node >>> 5] >>> (node & 31)) & 1;
      fine = fine * 2 + half;
      node = node * 2 + half;
    }
  }
  return fine;
}

/** Random permutation of the whole numbers of so many bits. */
function permute(key: StreamKey, bits: number, value: number): number {
  const lowBits = (bits + 1) >> 1;
  const highBits = bits - lowBits;
  let high = value >>> lowBits;
  let low = value & ((1 << lowBits) - 1);
  for (let round = 0; round < feistelRounds; round += 2) {
    low ^= threefry(key, [high, -100 - bits * feistelRounds - round])[0] & ((1 << lowBits) - 1);
    high ^= threefry(key, [low, -101 - bits * feistelRounds - round])[0] & ((1 << highBits) - 1);
  }
  return (high << lowBits) | low;
}
