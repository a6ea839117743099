import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printRows, type Row } from './measure.ts';

interface Outcome {
  /** Per live customer-month. */
  readonly nanoseconds: number;
  /** Share of customers at the end, and of how many. */
  readonly alive: number;
  readonly customers: number;
}

interface Rival {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly goal: string;
}

const rounds = 3;
const folder = (name: string) => join('test', 'bench', 'stand-in', name);

/** The stand-in month of stand-in/README.md against others who can run it, one after the other on one core. */
export function benchRivals(): void {
  const scratch = mkdtempSync(join(tmpdir(), 'kept-bench-'));
  try {
    const { rivals, missing } = prepare(scratch);
    const found = new Map<string, Outcome[]>(rivals.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const { name, command } of rivals) found.get(name)!.push(runOnce(command));
    }
    const own = median(found.get(rivals[0].name)!);
    const rows = rivals.map(({ name, goal }): Row => {
      const outcomes = found.get(name)!;
      const time = median(outcomes);
      const alive = outcomes.reduce((sum, outcome) => sum + outcome.alive, 0) / outcomes.length;
      const against = name === rivals[0].name ? '' : `, ours takes ${(own / time).toPrecision(2)} of it`;
      return {
        work: name,
        result: `${time.toPrecision(3)} ns a live customer-month, ${(100 * alive).toFixed(1)} % alive${against}`,
        goal,
      };
    });
    printRows('The stand-in month (test/bench/stand-in/README.md), one core, median of 3 rounds', [
      ...rows,
      ...missing.map((name): Row => ({ work: name, result: 'SKIPPED: not installed', goal: '' })),
    ]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function prepare(scratch: string) {
  const rivals: Rival[] = [];
  const missing: string[] = [];
  const offer = (name: string, goal: string, command: () => readonly [string, ...string[]] | undefined) => {
    const ready = command();
    if (ready) rivals.push({ name, goal, command: ready });
    else missing.push(name);
  };
  offer('ours', '', () => [
    process.execPath,
    fileURLToPath(new URL('./stand-in.js', import.meta.url)),
    '500000',
    '4',
  ]);
  offer('scalar C, gcc -O3 -march=native', '≤ 1.3', () => {
    const program = join(scratch, 'stand-in');
    const options = ['-O3', '-march=native', '-o', program, folder('stand-in.c'), '-lm'];
    return succeeds('gcc', options) ? [program, '500000', '4'] : undefined;
  });
  offer('numpy, single precision in chunks', '< 1', () =>
    succeeds('python3', ['-c', 'import numpy'])
      ? ['python3', folder('stand_in.py'), '500000', '4']
      : undefined,
  );
  offer('simulation (npm), agents', '≤ 0.001', () =>
    succeeds(process.execPath, ['--input-type=module', '-e', 'import "simulation"'])
      ? [process.execPath, folder('stand-in-simulation.mjs'), '200']
      : undefined,
  );
  return { rivals, missing };
}

function succeeds(command: string, options: readonly string[]): boolean {
  return spawnSync(command, options, { stdio: 'ignore' }).status === 0;
}

function runOnce([command, ...options]: readonly [string, ...string[]]): Outcome {
  const pinned = succeeds('taskset', ['-c', '0', 'true']);
  const [program, ...all] = pinned ? ['taskset', '-c', '0', command, ...options] : [command, ...options];
  return JSON.parse(execFileSync(program, all, { encoding: 'utf8' }));
}

function median(outcomes: readonly Outcome[]): number {
  const times = outcomes.map(({ nanoseconds }) => nanoseconds).sort((a, b) => a - b);
  return times[times.length >> 1];
}
