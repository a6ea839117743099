import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpError } from '../problems.ts';
import type { Limits } from './limits.ts';
import { findToken, type Role, type Token } from './tokens.ts';

/** Who calls the API. */
export interface Caller {
  readonly role: Role;
  /** Of the token; absent where none is needed. */
  readonly name?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Known on every route of the API that is not open to all. */
    caller: Caller | undefined;
  }
}

/** Whoever may log in to this machine may do everything. */
const owner: Caller = { role: 'read-write' };

/** Lets through whom the route's access allows. Without tokens that is everyone. */
export function requireToken(app: FastifyInstance, tokens: readonly Token[], limits: Limits) {
  app.decorateRequest('caller', undefined);
  const wrongTokens = app.createRateLimit({
    max: limits.wrongTokensPerMinute,
    timeWindow: 60_000,
    keyGenerator: clientAddress,
  });

  const identify = async (request: FastifyRequest): Promise<Caller> => {
    const presented = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    if (presented === undefined)
      throw unauthorised('This needs a token: send `Authorization: Bearer TOKEN`.');
    const before = await wrongTokens(request, { increment: false });
    if (!before.isAllowed && before.remaining === 0) {
      const detail = 'Too many wrong tokens came from this address.';
      throw new HttpError(429, detail, { headers: { 'retry-after': `${Math.ceil(before.ttl / 1000)}` } });
    }
    const token = findToken(tokens, presented);
    if (token) return { role: token.role, name: token.name };
    await wrongTokens(request);
    throw unauthorised('This token is not known here.', ', error="invalid_token"');
  };

  return async (request: FastifyRequest): Promise<void> => {
    const { access } = request.routeOptions.config;
    if (access === undefined || access === 'open') return;
    request.caller = tokens.length === 0 ? owner : await identify(request);
    if (access === 'write' && request.caller.role === 'read-only') {
      throw new HttpError(403, 'This changes files, and a read-only token may look and compute.', {
        headers: { 'www-authenticate': 'Bearer realm="Kept", error="insufficient_scope"' },
      });
    }
  };
}

/** Counts what one client asks for, each token or else each address being one client. */
export function limitRates(app: FastifyInstance, limits: Limits) {
  const limiter = (max: number) => app.createRateLimit({ max, timeWindow: 60_000, keyGenerator: callerName });
  const reads = limiter(limits.readsPerMinute);
  const writes = limiter(limits.writesPerMinute);

  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { access } = request.routeOptions.config;
    if (access === undefined) return;
    const busy = access === 'compute' || access === 'write';
    const count = await (busy ? writes : reads)(request);
    if (count.isAllowed) return;
    const reset = `${count.ttlInSeconds}`;
    reply.headers({
      'ratelimit-limit': `${count.max}`,
      'ratelimit-remaining': `${count.remaining}`,
      'ratelimit-reset': reset,
    });
    if (!count.isExceeded) return;
    const what = busy ? 'compute or change files' : 'look';
    const detail = `One client may ${what} ${count.max} times a minute. Go on in ${reset} s.`;
    throw new HttpError(429, detail, { headers: { 'retry-after': reset } });
  };
}

function unauthorised(detail: string, error = ''): HttpError {
  return new HttpError(401, detail, { headers: { 'www-authenticate': `Bearer realm="Kept"${error}` } });
}

/** One client: a token by its name, or else an address. */
export function callerName(request: FastifyRequest): string {
  const { caller } = request;
  return caller?.name === undefined ? clientAddress(request) : `token ${caller.name}`;
}

/** Neighbours in an IPv6 network of one customer (/64) count as one. */
function clientAddress(request: FastifyRequest): string {
  return normalizeIP(request.ip);
}
