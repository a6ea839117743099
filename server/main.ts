import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { type AppOptions, createApp } from './app.ts';
import { type JobLimits, usualLimits } from './jobs/limits.ts';
import { createServerJobs } from './jobs/server-jobs.ts';
import { readScenarioText } from './routes/answer-store-problem.ts';
import { openScenarioStore } from './store/scenario-store.ts';

type Own = 'pageFolder' | 'stopping' | 'store' | 'jobs' | 'readScenario';

export interface ServerOptions extends Omit<AppOptions, Own> {
  /** 0: any free port. */
  readonly port: number;
  /** Tries the ports after it, ten in all, when it is taken. */
  readonly orNext: boolean;
  /** Folder of the scenarios; absent: those that ship with Kept. */
  readonly folder?: string;
  /** Never writes to the folder. */
  readonly readOnly?: boolean;
  /** How long a stop waits for requests that are being answered [s]. */
  readonly graceSeconds?: number;
  readonly jobLimits?: Partial<JobLimits>;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Only reads the folder of scenarios, as it was asked to or cannot write there. */
  readonly readOnly: boolean;
  /** Takes nothing new, answers what it has begun, and ends. */
  close(): Promise<void>;
}

const fromSource = import.meta.url.endsWith('.ts');
/** The page is built beside the server; from the sources (tests) it lies in dist. */
const pageFolder = fileURLToPath(new URL(fromSource ? '../dist/web' : '../web', import.meta.url));
const shippedFolder = fileURLToPath(
  new URL(fromSource ? '../scenarios' : '../../scenarios', import.meta.url),
);

/**
 * Starts the server. Rejects with Node's own error, such as EADDRINUSE, when it cannot listen, with FolderUnusable or
 * FolderInUse when it cannot have its folder.
 */
export async function startServer({
  port,
  orNext,
  folder = shippedFolder,
  readOnly = false,
  graceSeconds = 10,
  jobLimits = {},
  ...options
}: ServerOptions): Promise<RunningServer> {
  const stopping = new AbortController();
  const store = await openScenarioStore({ folder, readOnly });
  const jobs = createServerJobs({ ...usualLimits, ...jobLimits }, (error) => app.log.error({ err: error }));
  const app = await createApp({
    log: { level: 'error', stream: process.stderr },
    ...options,
    pageFolder,
    store,
    jobs,
    readScenario: (name) => readScenarioText(store, name),
    stopping: stopping.signal,
  });
  app.addHook('onClose', () => store.close());
  try {
    await listen(app, { port, orNext, host: options.host });
  } catch (error) {
    await Promise.all([app.close(), jobs.close(0)]);
    throw error;
  }
  const address = app.server.address() as AddressInfo;
  const url = urlOf(options.host, address.port);
  await store.announce(url);
  return {
    url,
    port: address.port,
    readOnly: store.readOnly,
    async close() {
      await Promise.all([closeWithin(app, stopping, graceSeconds), jobs.close(graceSeconds)]);
    },
  };
}

/** Takes nothing new, waits so long for what is being answered, then cuts it off. */
export async function closeWithin(
  app: FastifyInstance,
  stopping: AbortController,
  graceSeconds: number,
): Promise<void> {
  stopping.abort();
  const overdue = setTimeout(() => app.server.closeAllConnections(), graceSeconds * 1000);
  // An answer that ends now leaves its connection open for a next request, which would keep the server waiting.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
  await app.close();
  clearTimeout(overdue);
  clearInterval(sweep);
}

async function listen(
  app: FastifyInstance,
  { port, orNext, host }: Pick<ServerOptions, 'port' | 'orNext' | 'host'>,
): Promise<void> {
  // For the name the framework would open a second server, which knows none of the limits.
  const address = host === 'localhost' ? '127.0.0.1' : host;
  const last = orNext && port !== 0 ? Math.min(port + 9, 65_535) : port;
  for (let candidate = port; ; candidate++) {
    try {
      await app.listen({ host: address, port: candidate });
      return;
    } catch (error) {
      if (candidate >= last || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
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
