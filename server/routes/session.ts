import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type Static, Type } from 'typebox';
import manifest from '../../package.json' with { type: 'json' };

export interface SessionOptions {
  /** Whether a token is asked for at all. */
  readonly tokens: boolean;
}

export const sessionSchema = Type.Object(
  {
    role: Type.Union([Type.Literal('read-only'), Type.Literal('read-write')], {
      description: 'read-only looks and computes; read-write also changes files',
    }),
    tokenNeeded: Type.Boolean({ description: 'Whether the API asks for a token at all' }),
    version: Type.String({ description: 'Version of Kept' }),
  },
  { description: 'What the caller may do' },
);

export type ApiSession = Static<typeof sessionSchema>;

/** Who one is here: a page asks it first, and for a token when it is refused. */
export const sessionRoutes: FastifyPluginAsyncTypebox<SessionOptions> = async (app, { tokens }) => {
  app.get('/session', {
    config: { access: 'read' },
    schema: {
      operationId: 'getSession',
      summary: 'What the caller may do',
      tags: ['Session'],
      response: { 200: sessionSchema },
    },
    handler: async ({ caller }) => ({
      role: caller?.role ?? 'read-only',
      tokenNeeded: tokens,
      version: manifest.version,
    }),
  });
};
