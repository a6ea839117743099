import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** RFC 9457 problem details, without a `type`: the status says what kind it is. */
export interface HttpProblem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

export function sendProblem(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** The one error handler: what the caller did wrong is explained, what we did wrong is logged and kept to ourselves. */
export async function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const status = statusOf(error);
  if (status >= 500) request.log.error(error);
  const detail = status >= 500 ? 'The server failed; its log says how.' : (error as FastifyError).message;
  return sendProblem(reply, { status, title: STATUS_CODES[status] ?? 'Error', detail });
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const detail = `There is nothing at ${request.method} ${request.url}.`;
  return sendProblem(reply, { status: 404, title: 'Not Found', detail });
}

function statusOf(error: unknown): number {
  const status = (error as Partial<FastifyError>).statusCode;
  return status !== undefined && status >= 400 && status <= 599 ? status : 500;
}
