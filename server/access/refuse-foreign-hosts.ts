import { isIP, isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { HttpError } from '../problems.ts';
import { isLoopback } from './loopback.ts';

export interface HostOptions {
  /** Where the server listens: a name or an address. */
  readonly host: string;
  /** Further names it is reached by. */
  readonly names: readonly string[];
}

/**
 * Answers only requests that name this machine. A page elsewhere can point its own name at an address of this machine
 * (DNS rebinding) and would otherwise read company data as if it were same-origin.
 */
export function refuseForeignHosts({ host, names }: HostOptions) {
  const known = new Set([host, ...names].filter((name) => !isUnspecified(name)).map(normalise));
  const isOwn = (name: string, request: FastifyRequest) =>
    isLoopback(name) || known.has(name) || isAddressOf(name, request.raw.socket?.localAddress);

  return async (request: FastifyRequest): Promise<void> => {
    const named = namesOf(request);
    const foreign = named.find((name) => name === undefined || !isOwn(name, request));
    if (named.length > 0 && !named.includes(undefined) && foreign === undefined) return;
    throw new HttpError(
      421,
      `Kept does not answer as "${foreign ?? request.headers.host}". Open it by the address it showed when it started; \`kept serve --name HOST\` adds a name.`,
    );
  };
}

/** The host names a request gives, in small letters, brackets off; undefined for one that is none. */
function namesOf(request: FastifyRequest): (string | undefined)[] {
  const { rawHeaders, url = '/' } = request.raw;
  const hosts = rawHeaders.filter((_, k) => k % 2 === 1 && rawHeaders[k - 1]?.toLowerCase() === 'host');
  if (hosts.length !== 1)
    throw new HttpError(400, `A request names its host once, this one ${hosts.length} times.`);
  // A proxy may send the whole address in place of the path; then that one counts too.
  const [, authority] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url) ?? [];
  return [hosts[0], ...(authority === undefined ? [] : [authority])].map(nameOf);
}

/** `kept.example:80` gives `kept.example`, `[::1]:80` gives `::1`. */
function nameOf(authority: string | undefined): string | undefined {
  const [, bracketed, plain] =
    /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(authority ?? '') ?? [];
  if (bracketed !== undefined && !isIPv6(bracketed)) return undefined;
  const name = bracketed ?? plain;
  return name === undefined ? undefined : normalise(name);
}

/** An address cannot be pointed elsewhere as a name can: it is ours when the connection came in at it. */
function isAddressOf(name: string, localAddress: string | undefined): boolean {
  if (isIP(name) === 0 || localAddress === undefined) return false;
  return name === normalise(localAddress.replace(/^::ffff:(?=[\d.]+$)/i, ''));
}

/** Small letters, and of an IPv6 address its one shortest form. */
function normalise(name: string): string {
  if (!isIPv6(name)) return name.toLowerCase();
  return new URL(`http://[${name.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
}

function isUnspecified(name: string): boolean {
  return name === '0.0.0.0' || name === '::';
}
