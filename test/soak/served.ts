import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the process of a server says of itself, twice a second. */
export interface Vitals {
  /** The longest that its event loop was held since it began to listen [ms]. */
  readonly mostDelayMs: number;
  readonly residentMegabytes: number;
  readonly heapMegabytes: number;
}

export interface Served {
  readonly url: string;
  readonly process: ChildProcess;
  vitals(): Vitals;
  /** What it wrote on standard error. */
  errors(): string;
  stop(): Promise<void>;
}

/** Starts the built server as a process of its own, on a free port, over a copy of the shipped scenarios. */
export async function serve(args: readonly string[] = []): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-soak-'));
  const scenarios = join(folder, 'scenarios');
  cpSync(join(root, 'scenarios'), scenarios, { recursive: true, filter: (path) => !path.includes('.kept') });
  const vitalsFile = join(folder, 'vitals.json');
  const measure = new URL('./measure-vitals.mjs', import.meta.url).href;
  const child = spawn(
    process.execPath,
    ['--import', measure, 'dist/server/kept.js', 'serve', '--port', '0', '--folder', scenarios, ...args],
    { cwd: root, env: { ...process.env, KEPT_VITALS: vitalsFile }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [said, errors] = ['', ''];
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/\S+(?=\/ )/.exec(said)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${errors}`)));
  });
  return {
    ...{ url, process: child },
    vitals: () => JSON.parse(readFileSync(vitalsFile, 'utf8')),
    errors: () => errors,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
