import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isApi } from './access/route-access.ts';
import { HttpError } from './problems.ts';

interface KnownPath {
  readonly matches: RegExp;
  readonly methods: readonly string[];
}

/** Answers what no route takes: 405 where the path knows other methods, else 404. Must come before any route. */
export function answerUnknown(app: FastifyInstance): void {
  const known: KnownPath[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    known.push({ matches: patternOf(url), methods: [method].flat() });
  });
  app.setNotFoundHandler((request) => {
    const path = pathOf(request);
    const methods = new Set(
      known
        // The page takes every path, and would have an answer to all that is unknown under /api.
        .filter(({ matches }) => matches.test(path) && !(isApi(path) && matches.test('/')))
        .flatMap((each) => each.methods),
    );
    if (methods.size === 0 || methods.has(request.method))
      throw new HttpError(404, `There is nothing at ${request.method} ${path}.`);
    const allow = [...methods].sort().join(', ');
    throw new HttpError(405, `${path} does not take ${request.method}, only ${allow}.`, {
      headers: { allow },
    });
  });
}

/** Of a route's pattern: `:name` is one part of the path, `*` the rest of it. */
function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/:\w+/g, '[^/]+').replace(/\*/g, '.*')}$`);
}

/** Without the query, which may hold what nobody should read over a shoulder. */
function pathOf(request: FastifyRequest): string {
  return (request.url.split('?')[0] ?? '').replace(/^https?:\/\/[^/]*/i, '');
}
