import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { type Limits, usualLimits } from './access/limits.ts';
import { RateWindows } from './access/rate-windows.ts';
import { refuseForeignHosts } from './access/refuse-foreign-hosts.ts';
import { refuseForeignOrigins } from './access/refuse-foreign-origins.ts';
import { overloadOptions, refuseWhileStopping } from './access/refuse-overload.ts';
import { limitRates, requireToken } from './access/require-token.ts';
import { requireDeclaredAccess } from './access/route-access.ts';
import { addHeaders, securityHeaders } from './access/security-headers.ts';
import type { Token } from './access/tokens.ts';
import { addSharedSchemas, descriptionOptions, descriptionRoutes, docsOptions } from './api-description.ts';
import type { Jobs } from './jobs/jobs.ts';
import { type LogOptions, loggerOptions, logRequest } from './log.ts';
import { answerExpectation, answerMalformed } from './malformed-http.ts';
import { answerUnknown } from './not-found.ts';
import { answerError, answerUnroutable } from './problems.ts';
import { healthRoutes, type ReadyCheck } from './routes/health.ts';
import { jobRoutes } from './routes/jobs.ts';
import { scenarioRoutes } from './routes/scenarios.ts';
import { sessionRoutes } from './routes/session.ts';
import { studyRoutes } from './routes/studies.ts';
import type { ScenarioStore } from './store/scenario-store.ts';
import { validateRequests } from './validate.ts';

export interface AppOptions {
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** Where it listens. */
  readonly host: string;
  /** Further host names it is reached by. */
  readonly names?: readonly string[];
  /** Who may use the API; none: everyone who reaches it. */
  readonly tokens?: readonly Token[];
  /** Addresses of proxies that say for whom they ask. */
  readonly proxies?: readonly string[];
  /** A proxy in front speaks https. */
  readonly behindTls?: boolean;
  readonly limits?: Partial<Limits>;
  /** The scenarios it keeps; absent: none. */
  readonly store?: ScenarioStore;
  /** Who does the work that is asked for; absent: nobody, and the API has no studies. */
  readonly jobs?: Jobs;
  /** The text of a scenario that is kept here; rejects with HttpError. */
  readonly readScenario?: (name: string) => Promise<string>;
  /** What must be in order, besides the page, before it calls itself ready. */
  readonly ready?: readonly ReadyCheck[];
  /** Aborted when the server is to stop: from then on it takes nothing new. */
  readonly stopping?: AbortSignal;
  /** Absent: nothing is logged. */
  readonly log?: LogOptions;
}

/** Builds the server without starting it: what it does is this list. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { pageFolder, host, names = [], tokens = [], behindTls = false, store, jobs, readScenario } = options;
  const limits = { ...usualLimits, ...options.limits };
  const stopping = options.stopping ?? new AbortController().signal;
  const app = createServer(options, limits);

  app.setErrorHandler(answerError);
  answerUnknown(app);
  addSharedSchemas(app);
  validateRequests(app);

  // Headers first, so that refusals carry them; what is cheap to refuse comes before what is not.
  await app.register(helmet, securityHeaders({ behindTls }));
  app.addHook('onRequest', addHeaders);
  app.addHook('onRequest', refuseForeignHosts({ host, names }));
  app.addHook('onRequest', refuseForeignOrigins({ behindTls }));
  app.addHook('onRequest', refuseWhileStopping(stopping));
  await app.register(underPressure, overloadOptions(limits));
  await app.register(rateLimit, { global: false, store: RateWindows });
  app.addHook('onRoute', requireDeclaredAccess);
  app.addHook('onRequest', requireToken(app, tokens, limits));
  app.addHook('onRequest', limitRates(app, limits));
  app.addHook('onResponse', logRequest);
  await app.register(swagger, descriptionOptions);

  await app.register(healthRoutes, { ready: readyChecks(options), stopping });
  await app.register(sessionRoutes, { prefix: '/api', tokens: tokens.length > 0 });
  if (store) await app.register(scenarioRoutes, { prefix: '/api', store });
  if (jobs) {
    await app.register(studyRoutes, { prefix: '/api', jobs, readScenario });
    await app.register(jobRoutes, { prefix: '/api', jobs, mostReaders: limits.readers });
  }
  await app.register(descriptionRoutes, { prefix: '/api' });
  await app.register(swaggerUi, docsOptions);
  await app.register(fastifyStatic, {
    root: pageFolder,
    cacheControl: false,
    setHeaders: (reply, path) => reply.header('cache-control', cachePolicy(path)),
  });
  return app;
}

function createServer({ log, proxies = [] }: AppOptions, limits: Limits): FastifyInstance {
  const app = fastify({
    logger: loggerOptions(log),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    trustProxy: proxies.length > 0 && [...proxies],
    bodyLimit: limits.bodyBytes,
    // Names of scenarios in percent-encoding; longer ones are to hear what a name may be.
    routerOptions: { maxParamLength: 2000 },
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.silenceMs,
    keepAliveTimeout: limits.keepAliveMs,
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.checkMs,
      // Told apart and explained by the check of the host.
      requireHostHeader: false,
    },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerMalformed,
  });
  app.server.maxConnections = limits.connections;
  app.server.on('checkExpectation', answerExpectation);
  // A page elsewhere may send plain text without asking first.
  app.removeContentTypeParser('text/plain');
  return app;
}

function readyChecks({ pageFolder, store, jobs, ready = [] }: AppOptions): ReadyCheck[] {
  const unless = (fine: boolean, missing: string) => (fine ? undefined : missing);
  const page = async () =>
    unless(existsSync(join(pageFolder, 'index.html')), 'is not built; `npm run build`');
  return [
    { name: 'page', check: page },
    ...(store
      ? [{ name: 'scenarios', check: async () => unless(await store.isReadable(), 'cannot be read') }]
      : []),
    ...(jobs ? [{ name: 'jobs', check: async () => unless(jobs.isOpen, 'as many wait as may') }] : []),
    ...ready,
  ];
}

/** Files under assets/ carry a hash of their content in their name, so they never change; the rest is asked for anew. */
function cachePolicy(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
