import type { RouteOptions } from 'fastify';

/**
 * What a route of the API does, which decides who may call it and how often.
 *
 * `open` tells nothing that is not public · `read` looks · `compute` uses the processor and changes no file ·
 * `write` changes files
 */
export type Access = 'open' | 'read' | 'compute' | 'write';

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: Access;
  }
}

/** Where the description of the API is shown; its routes come from a package that knows nothing of access. */
export const docsPath = '/api/docs';

export function isApi(url: string | undefined): boolean {
  return url !== undefined && /^\/api(\/|$)/.test(url);
}

/** Refuses at start a route that does not say what it does, so that none is left open by forgetting. */
export function requireDeclaredAccess(route: RouteOptions): void {
  const methods = [route.method].flat().filter((method) => method !== 'GET' && method !== 'HEAD');
  const access = route.config?.access;
  const named = `${[route.method].flat().join(', ')} ${route.url}`;
  if (isWithinDocs(route.url)) route.config = { ...route.config, access: 'open' };
  else if (!isApi(route.url)) {
    if (methods.length > 0) throw new Error(`${named} changes something, and belongs under /api`);
  } else if (access === undefined) throw new Error(`${named} lacks config: { access }`);
  else if (methods.length > 0 && access !== 'compute' && access !== 'write')
    throw new Error(`${named} changes something, and declares access "${access}"`);
}

function isWithinDocs(url: string): boolean {
  return url === docsPath || url.startsWith(`${docsPath}/`);
}
