import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemItem } from './problem-schema.ts';

/** How many mistakes of one request are told. */
const mostItems = 50;

export interface HttpErrorOptions {
  readonly problems?: readonly ProblemItem[];
  /** Such as `retry-after`, `allow` or `www-authenticate`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What a program needs in order to go on: further members of the problem. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A refusal on purpose: thrown anywhere while a request is answered, told to the caller as it is, never logged. */
export class HttpError extends Error {
  readonly problems: readonly ProblemItem[];
  readonly headers: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, unknown>>;

  /** @param detail what happened and what to do about it, for the caller; no path of this machine, nothing secret */
  constructor(
    readonly statusCode: number,
    detail: string,
    { problems = [], headers = {}, facts = {} }: HttpErrorOptions = {},
  ) {
    super(detail);
    this.name = 'HttpError';
    this.problems = problems;
    this.headers = headers;
    this.facts = facts;
  }
}

/** The one error handler: what the caller did wrong is explained, what we did wrong is logged and kept to ourselves. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = asRefusal(error);
  if (!refusal) request.log.error({ err: error, route: request.routeOptions.url }, 'failure');
  return sendProblem(request, reply, refusal ?? failure);
}

const failure = new HttpError(
  500,
  'The server failed, and its log says how. Whoever runs it finds the failure there by the request id.',
);

/** Answers what the router itself cannot make sense of, before any hook has run. */
export function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(bareHeaders);
  answerError(error, request, reply);
}

/** What goes with an answer that no hook has seen. */
export const bareHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: HttpError): FastifyReply {
  const { statusCode: status, message: detail, problems, headers, facts } = error;
  return reply
    .code(status)
    .headers({ ...headers, 'cache-control': 'no-store' })
    .type('application/problem+json')
    .send(
      JSON.stringify({
        ...facts,
        status,
        title: STATUS_CODES[status] ?? 'Error',
        detail,
        requestId: request.id,
        ...(problems.length > 0 && { problems }),
      }),
    );
}

/** What to tell the caller; absent: it is our own failure. */
function asRefusal(error: unknown): HttpError | undefined {
  if (error instanceof HttpError) return error;
  const { statusCode = 500, code = '', validation, validationContext } = error as Partial<FastifyError>;
  if (statusCode < 400 || statusCode > 499) return undefined;
  const message = details[code] ?? (error as Error).message;
  const problems = validation?.slice(0, mostItems).map((mistake) => ({
    code: 'invalid-request',
    message: nameExtra(mistake.message ?? 'is not valid', mistake.params),
    pointer: `/${validationContext ?? 'body'}${mistake.instancePath}`,
  }));
  return new HttpError(statusCode, message, problems && { problems });
}

/** What the framework says in words of its own, or by repeating all of a long address. */
const details: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE:
    'The body is of a kind that is not taken here, or its content-type is missing.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than what is taken here.',
  FST_ERR_MAX_PARAM_LENGTH: 'A part of the path is longer than 2000 characters.',
  FST_ERR_BAD_URL: 'The path is not written as the rules of addresses ask.',
};

/** The validator's own words say that there is a property too many, and not which. */
function nameExtra(message: string, params: Readonly<Record<string, unknown>>): string {
  const extra = params.additionalProperty;
  return typeof extra === 'string' ? `${message}: ${JSON.stringify(extra)}` : message;
}
