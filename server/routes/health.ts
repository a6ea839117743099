import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { HttpError } from '../problems.ts';

/** Something that must be in order before the server can do its work. */
export interface ReadyCheck {
  readonly name: string;
  /** Resolves when it is; rejects, or resolves with what is missing, when it is not. */
  readonly check: () => Promise<string | undefined>;
}

export interface HealthOptions {
  readonly ready: readonly ReadyCheck[];
  /** Aborted: the server is stopping. */
  readonly stopping: AbortSignal;
}

const tags = ['Health'];
const statusSchema = (description: string) => Type.Object({ status: Type.Literal('ok') }, { description });

/** Whether the process lives, and whether it can do its work. */
export const healthRoutes: FastifyPluginAsyncTypebox<HealthOptions> = async (app, { ready, stopping }) => {
  app.get('/healthz', {
    schema: {
      operationId: 'getHealth',
      summary: 'Whether the process lives',
      tags,
      response: { 200: statusSchema('It does.') },
    },
    handler: async () => ({ status: 'ok' as const }),
  });

  app.get('/readyz', {
    schema: {
      operationId: 'getReadiness',
      summary: 'Whether it can do its work; 503 while it cannot, or is stopping',
      tags,
      response: { 200: statusSchema('It can.') },
    },
    handler: async () => {
      const missing = stopping.aborted ? ['it is stopping'] : await findMissing(ready);
      if (missing.length === 0) return { status: 'ok' as const };
      const detail = `Not ready: ${missing.join('; ')}.`;
      throw new HttpError(503, detail, { headers: { 'retry-after': '5' } });
    },
  });
};

async function findMissing(ready: readonly ReadyCheck[]): Promise<string[]> {
  const outcomes = await Promise.all(
    ready.map(async ({ name, check }) => {
      // What went wrong may name a file of this machine, and anyone may ask.
      const missing = await check().catch(() => 'failed');
      return missing === undefined ? [] : [`${name}: ${missing}`];
    }),
  );
  return outcomes.flat();
}
