/** Makes an array of zeros of this length. */
export type Zeros = (length: number) => Float64Array;

/** Numbers in a block. */
const blockLength = 4096;

/**
 * Arrays of zeros cut one after the other from blocks: a small array of its own takes the engine longer to make than
 * a month of work on it. Arrays of a block live as long as the last of them, and a copy of one by a message to another
 * thread carries the whole block: what outlives a run or is sent takes arrays of its own.
 */
export function createZeros(): Zeros {
  let block = new ArrayBuffer(0);
  let used = 0;
  return (length) => {
    if (used + 8 * length > block.byteLength) {
      block = new ArrayBuffer(8 * Math.max(blockLength, length));
      used = 0;
    }
    const array = new Float64Array(block, used, length);
    used += 8 * length;
    return array;
  };
}
