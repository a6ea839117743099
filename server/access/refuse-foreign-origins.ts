import type { FastifyRequest } from 'fastify';
import { HttpError } from '../problems.ts';
import { isApi } from './route-access.ts';

/**
 * Refuses what a page of another origin asks for. Browsers say where a request comes from, and no page can change what
 * they say; programs that are no browser say nothing. Must come after the check of the host, which it builds on.
 */
export function refuseForeignOrigins({ behindTls }: { readonly behindTls: boolean }) {
  const scheme = behindTls ? 'https' : 'http';
  return async (request: FastifyRequest): Promise<void> => {
    const { origin, host } = request.headers;
    const own = originOf(`${scheme}://${host}`);
    if (origin !== undefined && originOf(origin) !== own) {
      throw new HttpError(
        403,
        `A page of another origin asked for this, and Kept answers its own (${own}) alone. Behind a proxy: it must pass Host on, and \`--behind-tls\` tells that it speaks https.`,
      );
    }
    if (isApi(request.routeOptions.url) && !isSameOrigin(request)) {
      throw new HttpError(
        403,
        'Another site asked for this, and the API answers its own page and programs alone.',
      );
    }
  };
}

function isSameOrigin(request: FastifyRequest): boolean {
  const { 'sec-fetch-site': site = 'none', 'sec-fetch-mode': mode } = request.headers;
  if (site === 'none' || site === 'same-origin') return true;
  // A link on another site may open the description of the API: it is public, and opening tells the other site nothing.
  return request.routeOptions.config.access === 'open' && mode === 'navigate';
}

/** Undefined for what is no origin, `null` included. */
function originOf(text: string): string | undefined {
  if (!/^https?:\/\/[^/?#\s]+$/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).origin;
}
