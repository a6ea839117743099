import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { answerError, answerNotFound } from './problems.ts';
import { refuseForeignHosts } from './refuse-foreign-hosts.ts';
import { contentSecurityPolicy } from './security-policy.ts';

export interface AppOptions {
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** Listening on this machine alone; then only its own names are answered. */
  readonly loopback: boolean;
  /** Where the log of failures goes; absent: nowhere. */
  readonly log?: NodeJS.WritableStream;
}

/** Builds the server without starting it: what it does is this list. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: options.log ? { level: 'error', stream: options.log } : false,
    forceCloseConnections: 'idle',
    // Without these, "10" passes for 10 and a misspelt property is dropped in silence.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true } },
    frameworkErrors: answerError,
  });
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFound);

  if (options.loopback) app.addHook('onRequest', refuseForeignHosts);
  await app.register(helmet, {
    contentSecurityPolicy,
    // Plain http on one's own machine: promising https would lock the page out of itself.
    strictTransportSecurity: false,
  });
  await app.register(fastifyStatic, {
    root: options.pageFolder,
    cacheControl: false,
    setHeaders: (reply, path) => reply.header('cache-control', cachePolicy(path)),
  });
  app.get('/healthz', () => ({ status: 'ok' }));
  return app;
}

/** Files under assets/ carry a hash of their content in their name, so they never change; the rest is asked for anew. */
function cachePolicy(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
