import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { isLoopback } from './loopback.ts';

export interface ServerOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Tries the ports after it, ten in all, when it is taken. */
  readonly orNext: boolean;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The page is built beside the server; from the sources (tests) it lies in dist. */
const pageFolder = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../dist/web' : '../web', import.meta.url),
);

/** Starts the server. Rejects with Node's own error, such as EADDRINUSE, when it cannot listen. */
export async function startServer({ host, port, orNext }: ServerOptions): Promise<RunningServer> {
  const app = await createApp({ pageFolder, loopback: isLoopback(host), log: process.stderr });
  const last = orNext && port !== 0 ? Math.min(port + 9, 65_535) : port;
  for (let candidate = port; ; candidate++) {
    try {
      await app.listen({ host, port: candidate });
      break;
    } catch (error) {
      if (candidate >= last || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  const address = app.server.address() as AddressInfo;
  return { url: urlOf(host, address.port), port: address.port, close: () => app.close() };
}

/** Resolves when the process is told to stop. A second signal ends it at once, as people expect of Ctrl+C twice. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
}

function urlOf(host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}/`;
}
