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
  drawWords(key, index, step, words);
  return ((words[0] >>> 6) * 134217728 + (words[1] >>> 5) + 0.5) / 9007199254740992;
}

const words = new Int32Array(2);

/**
 * Counter-based generator Threefry-2x32 with 20 rounds.
 *
 * Inputs  key and counter, two 32-bit words each
 * Source  Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3
 */
export function threefry(key: StreamKey, counter: readonly [number, number]): StreamKey {
  drawWords(key, counter[0], counter[1], words);
  return [words[0], words[1]];
}

/** The same into an array that is there already, its rounds written out: this is the innermost loop of all draws. */
export function drawWords(key: StreamKey, index: number, step: number, into: Int32Array): void {
  const key0 = key[0] | 0;
  const key1 = key[1] | 0;
  const key2 = 0x1bd11bda ^ key0 ^ key1;
  let x = (index + key0) | 0;
  let y = (step + key1) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + key1) | 0;
  y = (y + key2 + 1) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + key2) | 0;
  y = (y + key0 + 2) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + key0) | 0;
  y = (y + key1 + 3) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + key1) | 0;
  y = (y + key2 + 4) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + key2) | 0;
  y = (y + key0 + 5) | 0;
  into[0] = x;
  into[1] = y;
}

/** 32-bit FNV-1a of a text's UTF-16 code units, from a given basis. */
function hashText(text: string, basis: number): number {
  let hash = basis;
  for (let k = 0; k < text.length; k++) {
    hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  }
  return hash;
}
