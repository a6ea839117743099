import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';

export type LogLevel = 'error' | 'info';

export interface LogOptions {
  /** `error`: the server's own failures; `info`: each request too. */
  readonly level: LogLevel;
  readonly stream: NodeJS.WritableStream;
}

/**
 * Lines of JSON. Nothing in them is taken from a request but its method and where it came from: no address asked for,
 * no header, no body; of an error no words in quotes, which may be a user's.
 */
export function loggerOptions(log: LogOptions | undefined): NonNullable<FastifyServerOptions['logger']> {
  if (!log) return false;
  return {
    level: log.level,
    stream: log.stream,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      req: ({ method }) => ({ method }),
      res: ({ statusCode }) => ({ statusCode }),
      err: describeError,
    },
  };
}

/** Logs what was asked and how it went, once it is over. */
export async function logRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, caller, ip } = request;
  const bytes = Number(reply.getHeader('content-length'));
  request.log.info(
    {
      method,
      // The pattern, as the address itself may hold the name of a scenario.
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(Number.isFinite(bytes) && { bytes }),
      client: ip,
      ...(caller?.name !== undefined && { token: caller.name }),
      ...(caller && { role: caller.role }),
    },
    'request',
  );
}

/** Type, place and the unquoted words of an error. */
export function describeError(error: unknown): {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
} {
  const { name = 'Error', message = '', stack = '' } = (error ?? {}) as Partial<Error>;
  return {
    type: name,
    message: (message.split('\n')[0] ?? '').replace(/["'`“‘].*["'`”’]/, '…').slice(0, 300),
    stack: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  };
}
