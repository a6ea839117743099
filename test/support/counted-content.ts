/** A content of some 100 KiB that says its number in every line, so that a torn one shows. */
export function writeCounted(count: number): Buffer {
  const line = `# save ${count}\n`;
  return Buffer.from(line.repeat(Math.ceil((40_000 + (count % 7) * 10_000) / line.length)));
}

/** The number of a whole content; undefined for any other. */
export function readCounted(bytes: Uint8Array): number | undefined {
  const [, count] = /^# save (\d+)\n/.exec(Buffer.from(bytes).toString('utf8')) ?? [];
  return count !== undefined && writeCounted(Number(count)).equals(bytes) ? Number(count) : undefined;
}
