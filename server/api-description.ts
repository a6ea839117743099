import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifySwaggerUiOptions } from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import manifest from '../package.json' with { type: 'json' };
import { type Access, docsPath, isApi } from './access/route-access.ts';
import { problemItemSchema, problemSchema } from './problem-schema.ts';
import { describeResults } from './studies/result-schemas.ts';

/** How the description of the API is made from the schemas of its routes. */
export const descriptionOptions: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Kept',
      version: manifest.version,
      description: `${manifest.description} Every refusal is a problem of RFC 9457.`,
      license: { name: manifest.license, identifier: manifest.license },
    },
    tags: [
      { name: 'Studies', description: 'What can be worked out from scenarios' },
      {
        name: 'Jobs',
        description: 'Studies that take longer: how far they are, what they came to, and their end',
      },
      { name: 'Session', description: 'What the caller may do' },
      { name: 'Scenarios', description: 'The scenarios of the folder, their versions and the trash' },
      { name: 'Health', description: 'Whether the server lives and can do its work' },
    ],
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of the file the server was started with; on one machine alone none is needed',
        },
      },
    },
  },
  hideUntagged: true,
  transformObject: (document) => {
    if (!('openapiObject' in document)) return document.swaggerObject;
    describeResults(document.openapiObject.paths as Parameters<typeof describeResults>[0]);
    return document.openapiObject;
  },
  refResolver: { buildLocalReference: (schema) => `${schema.$id}` },
  transform: ({ schema, url, route }) => {
    requireDescription(schema, url);
    return { url, schema: schema?.tags ? withRefusals(schema, route.config?.access) : schema };
  },
};

/** A route of the API is described in full, or hidden on purpose. */
function requireDescription(schema: FastifySchema | undefined, url: string): void {
  if (!isApi(url) || schema?.hide) return;
  const { operationId, summary, tags = [] } = schema ?? {};
  if (operationId === undefined || summary === undefined || tags.length === 0)
    throw new Error(`${url} lacks operationId, summary or tags in its schema`);
}

/** Adds to a route what every route of its access may answer, and who may call it. */
function withRefusals(schema: FastifySchema, access: Access | undefined): FastifySchema {
  const statuses = access === undefined ? [400, 421, 503] : refusalsOf(access, schema);
  return {
    ...schema,
    // Either a token or, on one machine alone, nothing.
    security: access === undefined || access === 'open' ? [] : [{ bearer: [] }, {}],
    response: {
      ...Object.fromEntries(statuses.map((status) => [status, refusal(status)])),
      ...(schema.response as object | undefined),
    },
  };
}

const meanings: Readonly<Record<number, string>> = {
  400: 'The request is not as described here.',
  401: 'A token is needed, or the one sent is not known.',
  403: 'The token may not do this, or a page of another origin asked.',
  413: 'The body is too large.',
  415: 'The body is of a kind not taken here.',
  421: 'The host named is not this machine.',
  429: 'More was asked than one client may in a minute.',
  503: 'The server is busy, not ready or stopping.',
};

function refusalsOf(access: Access, { body }: FastifySchema): number[] {
  return [
    ...[400, 403, 421, 429, 503],
    ...(access === 'open' ? [] : [401]),
    ...(body === undefined ? [] : [413, 415]),
  ];
}

/** The schema of one refusal, for routes that have refusals of their own. */
export function refusal(status: number, description = meanings[status] ?? 'It was refused.'): object {
  const seconds = { type: 'integer', description: 'Seconds until asking again makes sense' };
  return {
    description,
    ...(status === 429 || status === 503 ? { headers: { 'retry-after': seconds } } : {}),
    content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
  };
}

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="32"><text y="23" font-family="sans-serif" font-size="20" fill="#fff">Kept</text></svg>';

const logoStyle = 'RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';

/** The page that shows the description: nothing from elsewhere, and no badge that would ask elsewhere. */
export const docsOptions: FastifySwaggerUiOptions = {
  routePrefix: docsPath,
  logo: { type: 'image/svg+xml', content: Buffer.from(logo), href: '/', target: '_self' },
  theme: { title: 'Kept: the API' },
  uiConfig: { validatorUrl: null, docExpansion: 'list', deepLinking: true },
  // Its style sheet holds icons as `data:` pictures, and its own logo, which ours replaces, a style of just this text.
  transformStaticCSP: (policy) =>
    policy.replace(/img-src [^;]*/, `img-src 'self' data:;style-src 'self' 'sha256-${logoStyle}'`),
};

/** What descriptions of routes may refer to. */
export function addSharedSchemas(app: FastifyInstance): void {
  app.addSchema(problemItemSchema);
  app.addSchema(problemSchema);
}

/** The description itself. */
export async function descriptionRoutes(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { config: { access: 'open' }, schema: { hide: true } }, async () => app.swagger());
}
