/** Bytes of all array buffers that can be reached from a value, each counted once. */
export function reachableBytes(value: unknown): number {
  const seen = new Set<unknown>();
  const waiting = [value];
  let bytes = 0;
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (next instanceof ArrayBuffer) bytes += next.byteLength;
    else if (ArrayBuffer.isView(next)) waiting.push(next.buffer);
    else if (next instanceof Map || next instanceof Set) waiting.push(...next.values());
    else waiting.push(...Object.values(next));
  }
  return bytes;
}
