import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type AppOptions, createApp } from './app.ts';
import { type JobLimits, usualLimits } from './jobs/limits.ts';
import { createServerJobs } from './jobs/server-jobs.ts';

export interface ServerOptions extends Omit<AppOptions, 'pageFolder' | 'stopping' | 'jobs'> {
  /** 0: any free port. */
  readonly port: number;
  /** Tries the ports after it, ten in all, when it is taken. */
  readonly orNext: boolean;
  /** How long a stop waits for requests that are being answered [s]. */
  readonly graceSeconds?: number;
  readonly jobLimits?: Partial<JobLimits>;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes nothing new, answers what it has begun, and ends. */
  close(): Promise<void>;
}

/** The page is built beside the server; from the sources (tests) it lies in dist. */
const pageFolder = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../dist/web' : '../web', import.meta.url),
);

/** Starts the server. Rejects with Node's own error, such as EADDRINUSE, when it cannot listen. */
export async function startServer({
  port,
  orNext,
  graceSeconds = 10,
  jobLimits = {},
  ...options
}: ServerOptions): Promise<RunningServer> {
  const stopping = new AbortController();
  const jobs = createServerJobs({ ...usualLimits, ...jobLimits }, (error) => app.log.error({ err: error }));
  const app = await createApp({
    log: { level: 'error', stream: process.stderr },
    ...options,
    pageFolder,
    jobs,
    stopping: stopping.signal,
  });
  // For the name the framework would open a second server, which knows none of the limits.
  const host = options.host === 'localhost' ? '127.0.0.1' : options.host;
  const last = orNext && port !== 0 ? Math.min(port + 9, 65_535) : port;
  for (let candidate = port; ; candidate++) {
    try {
      await app.listen({ host, port: candidate });
      break;
    } catch (error) {
      if (candidate < last && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') continue;
      await Promise.all([app.close(), jobs.close(0)]);
      throw error;
    }
  }
  const address = app.server.address() as AddressInfo;
  return {
    url: urlOf(options.host, address.port),
    port: address.port,
    async close() {
      stopping.abort();
      const overdue = setTimeout(() => app.server.closeAllConnections(), graceSeconds * 1000);
      await Promise.all([app.close(), jobs.close(graceSeconds)]);
      clearTimeout(overdue);
    },
  };
}

/** Resolves when the process is told to stop. A second signal ends it at once, as people expect of Ctrl+C twice. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        for (const again of ['SIGINT', 'SIGTERM'] as const) process.once(again, () => process.exit(1));
        resolve();
      });
    }
  });
}

function urlOf(host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}/`;
}
