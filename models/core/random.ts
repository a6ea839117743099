import seedrandom from 'seedrandom';

/** A key of 64 bits: who draws. Derived from the user's seed text and a purpose, never from an order of calls. */
export type StreamKey = readonly [number, number];

/** Key of a run from the seed as the user wrote it. */
export function createRunKey(seed: string): StreamKey {
  const generator = seedrandom(seed);
  return [generator.int32(), generator.int32()];
}

/** Key of one purpose (say, one uncertain input) within a run. Names that differ give unrelated streams. */
export function deriveKey(key: StreamKey, purpose: string): StreamKey {
  return threefry(key, [hashText(purpose, 0x811c9dc5), hashText(purpose, 0x9747b28c)]);
}

/**
 * Uniform number in the open interval (0, 1) with 53 bits, a pure function of its arguments:
 * adding a mechanism, sharding the work or resuming it changes nobody's numbers.
 */
export function uniformAt(key: StreamKey, index: number, step = 0): number {
  const [high, low] = threefry(key, [index, step]);
  return ((high >>> 6) * 134217728 + (low >>> 5) + 0.5) / 9007199254740992;
}

/**
 * Counter-based generator Threefry-2x32 with 20 rounds.
 *
 * Inputs  key and counter, two 32-bit words each
 * Source  Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3
 */
export function threefry(key: StreamKey, counter: readonly [number, number]): StreamKey {
  const keys = [key[0] | 0, key[1] | 0, 0x1bd11bda ^ key[0] ^ key[1]];
  let x = (counter[0] + keys[0]) | 0;
  let y = (counter[1] + keys[1]) | 0;
  for (let round = 0; round < 20; round++) {
    const turn = rotations[round % 8];
    x = (x + y) | 0;
    y = ((y << turn) | (y >>> (32 - turn))) ^ x;
    if (round % 4 === 3) {
      const injection = (round + 1) / 4;
      x = (x + keys[injection % 3]) | 0;
      y = (y + keys[(injection + 1) % 3] + injection) | 0;
    }
  }
  return [x, y];
}

const rotations = [13, 15, 26, 6, 17, 29, 16, 24];

/** 32-bit FNV-1a of a text's UTF-16 code units, from a given basis. */
function hashText(text: string, basis: number): number {
  let hash = basis;
  for (let k = 0; k < text.length; k++) {
    hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  }
  return hash;
}
