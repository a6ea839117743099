import { type StreamKey, threefry } from './random.ts';

/** Columns of a Sobol’ point that this table of direction numbers serves. */
export const mostSobolDimensions = 64;

/** Coordinate in (0, 1) of the point of this index, from 0. */
export type SobolSequence = (index: number, dimension: number) => number;

/**
 * A randomised Sobol’ sequence: every 2^m points from a multiple of 2^m on hit each of 2^m equal intervals of each
 * coordinate once, and the mean over any key is that of independent points.
 *
 * Inputs  dimensions 1..64; key of the scrambling; indices 0..2^32 − 1
 * Source  Sobol’ (1967) with the direction numbers of Joe & Kuo (2008), new-joe-kuo-6; random linear scrambling and
 *         digital shift of Matoušek (1998)
 */
export function createSobolSequence(dimensions: number, key: StreamKey): SobolSequence {
  const scrambled = Array.from({ length: dimensions }, (_, dimension) => scramble(dimension, key));
  return (index, dimension) => {
    const { directions, shift } = scrambled[dimension];
    let word = shift;
    for (let bit = 0, rest = index; rest !== 0; bit++, rest >>>= 1) {
      if (rest & 1) word ^= directions[bit];
    }
    return ((word >>> 0) + 0.5) / 4294967296;
  };
}

/** Each leading bit stays, each later one is turned by a random choice of those before it; then all are shifted. */
function scramble(dimension: number, key: StreamKey) {
  const rows = Array.from({ length: 32 }, (_, bit) => {
    const diagonal = 1 << (31 - bit);
    const above = bit === 0 ? 0 : -1 << (32 - bit);
    return (threefry(key, [dimension, bit])[0] & above) | diagonal;
  });
  const turn = (word: number) =>
    rows.reduce((turned, row, bit) => turned | (parity(row & word) << (31 - bit)), 0);
  return {
    directions: createDirectionNumbers(dimension).map(turn),
    shift: threefry(key, [dimension, 32])[0],
  };
}

function parity(word: number): number {
  let bits = word ^ (word >>> 16);
  bits ^= bits >>> 8;
  bits ^= bits >>> 4;
  return (0x6996 >>> (bits & 15)) & 1;
}

/**
 * Direction numbers of one coordinate, 0..63, as words of 32 binary digits after the point.
 *
 * Equation  v_j = a_1·v_(j−1) ⊕ … ⊕ a_(s−1)·v_(j−s+1) ⊕ v_(j−s) ⊕ (v_(j−s) >> s), a the polynomial's coefficients
 * Source    Bratley & Fox (1988), Algorithm 659
 */
export function createDirectionNumbers(dimension: number): Int32Array {
  const directions = new Int32Array(32);
  if (dimension === 0) return directions.map((_, j) => 1 << (31 - j));
  const [polynomial, ...initial] = joeKuo[dimension - 1];
  const degree = initial.length;
  for (let j = 0; j < 32; j++) {
    if (j < degree) {
      directions[j] = initial[j] << (31 - j);
      continue;
    }
    let word = directions[j - degree] ^ (directions[j - degree] >>> degree);
    for (let k = 1; k < degree; k++) {
      if ((polynomial >>> (degree - k)) & 1) word ^= directions[j - k];
    }
    directions[j] = word;
  }
  return directions;
}

/** Primitive polynomial, its coefficients as binary digits, and first direction numbers of coordinates 1 to 63. */
const joeKuo: readonly (readonly number[])[] = [
  [3, 1],
  [7, 1, 3],
  [11, 1, 3, 1],
  [13, 1, 1, 1],
  [19, 1, 1, 3, 3],
  [25, 1, 3, 5, 13],
  [37, 1, 1, 5, 5, 17],
  [41, 1, 1, 5, 5, 5],
  [47, 1, 1, 7, 11, 19],
  [55, 1, 1, 5, 1, 1],
  [59, 1, 1, 1, 3, 11],
  [61, 1, 3, 5, 5, 31],
  [67, 1, 3, 3, 9, 7, 49],
  [91, 1, 1, 1, 15, 21, 21],
  [97, 1, 3, 1, 13, 27, 49],
  [103, 1, 1, 1, 15, 7, 5],
  [109, 1, 3, 1, 15, 13, 25],
  [115, 1, 1, 5, 5, 19, 61],
  [131, 1, 3, 7, 11, 23, 15, 103],
  [137, 1, 3, 7, 13, 13, 15, 69],
  [143, 1, 1, 3, 13, 7, 35, 63],
  [145, 1, 3, 5, 9, 1, 25, 53],
  [157, 1, 3, 1, 13, 9, 35, 107],
  [167, 1, 3, 1, 5, 27, 61, 31],
  [171, 1, 1, 5, 11, 19, 41, 61],
  [185, 1, 3, 5, 3, 3, 13, 69],
  [191, 1, 1, 7, 13, 1, 19, 1],
  [193, 1, 3, 7, 5, 13, 19, 59],
  [203, 1, 1, 3, 9, 25, 29, 41],
  [211, 1, 3, 5, 13, 23, 1, 55],
  [213, 1, 3, 7, 3, 13, 59, 17],
  [229, 1, 3, 1, 3, 5, 53, 69],
  [239, 1, 1, 5, 5, 23, 33, 13],
  [241, 1, 1, 7, 7, 1, 61, 123],
  [247, 1, 1, 7, 9, 13, 61, 49],
  [253, 1, 3, 3, 5, 3, 55, 33],
  [285, 1, 3, 1, 15, 31, 13, 49, 245],
  [299, 1, 3, 5, 15, 31, 59, 63, 97],
  [301, 1, 3, 1, 11, 11, 11, 77, 249],
  [333, 1, 3, 1, 11, 27, 43, 71, 9],
  [351, 1, 1, 7, 15, 21, 11, 81, 45],
  [355, 1, 3, 7, 3, 25, 31, 65, 79],
  [357, 1, 3, 1, 1, 19, 11, 3, 205],
  [361, 1, 1, 5, 9, 19, 21, 29, 157],
  [369, 1, 3, 7, 11, 1, 33, 89, 185],
  [391, 1, 3, 3, 3, 15, 9, 79, 71],
  [397, 1, 3, 7, 11, 15, 39, 119, 27],
  [425, 1, 1, 3, 1, 11, 31, 97, 225],
  [451, 1, 1, 1, 3, 23, 43, 57, 177],
  [463, 1, 3, 7, 7, 17, 17, 37, 71],
  [487, 1, 3, 1, 5, 27, 63, 123, 213],
  [501, 1, 1, 3, 5, 11, 43, 53, 133],
  [529, 1, 3, 5, 5, 29, 17, 47, 173, 479],
  [539, 1, 3, 3, 11, 3, 1, 109, 9, 69],
  [545, 1, 1, 1, 5, 17, 39, 23, 5, 343],
  [557, 1, 3, 1, 5, 25, 15, 31, 103, 499],
  [563, 1, 1, 1, 11, 11, 17, 63, 105, 183],
  [601, 1, 1, 5, 11, 9, 29, 97, 231, 363],
  [607, 1, 1, 5, 15, 19, 45, 41, 7, 383],
  [617, 1, 3, 7, 7, 31, 19, 83, 137, 221],
  [623, 1, 1, 1, 3, 23, 15, 111, 223, 83],
  [631, 1, 1, 5, 13, 31, 15, 55, 25, 161],
  [637, 1, 1, 3, 13, 25, 47, 39, 87, 257],
];
