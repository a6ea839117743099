import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback } from './loopback.ts';
import { sendProblem } from './problems.ts';

/**
 * Answers only requests that name this machine. A page elsewhere can point its own name at 127.0.0.1 (DNS
 * rebinding) and would otherwise read company data as if it were same-origin.
 */
export async function refuseForeignHosts(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const name = hostName(request.headers.host);
  if (isLoopback(name.replace(/^\[|\]$/g, ''))) return undefined;
  return sendProblem(reply, {
    status: 421,
    title: 'Misdirected Request',
    detail: `Kept listens on this machine alone and does not answer as "${name}". Open http://127.0.0.1 with its port, or start it with --host.`,
  });
}

function hostName(header: string | undefined): string {
  return (header ?? '').toLowerCase().replace(/:\d+$/, '');
}
