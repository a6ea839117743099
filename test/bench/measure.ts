/** Times of several pieces of work, taken in turns so that a slow minute of the machine hits all alike. */
export interface Timing {
  /** Milliseconds. */
  readonly best: number;
  readonly median: number;
}

export async function timeInTurns<Name extends string>(
  rounds: number,
  work: { readonly [name in Name]: () => unknown },
): Promise<{ readonly [name in Name]: Timing }> {
  const names = Object.keys(work) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  // One round more than counts: the first compiles.
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await work[name]();
      if (round > 0) times.get(name)!.push(performance.now() - start);
    }
  }
  const timing = (name: Name): Timing => {
    const sorted = times.get(name)!.sort((a, b) => a - b);
    return { best: sorted[0], median: sorted[sorted.length >> 1] };
  };
  return Object.fromEntries(names.map((name) => [name, timing(name)])) as { [name in Name]: Timing };
}

/** `1.23 s`, `45 ms`, `6.7 ms`. */
export function writeTime(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;
}

export interface Row {
  readonly work: string;
  readonly result: string;
  readonly goal: string;
}

export function printRows(title: string, rows: readonly Row[]): void {
  const widths = (['work', 'result', 'goal'] as const).map((key) =>
    Math.max(key.length, ...rows.map((row) => row[key].length)),
  );
  const line = (...cells: readonly string[]) =>
    `| ${cells.map((cell, k) => cell.padEnd(widths[k])).join(' | ')} |`;
  const lines = [
    `\n${title}\n`,
    line('work', 'result', 'goal'),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...rows.map((row) => line(row.work, row.result, row.goal)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
