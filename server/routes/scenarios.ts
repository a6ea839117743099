import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { HttpError } from '../problems.ts';
import { hasAlready, parseCondition } from '../store/entity-tag.ts';
import { storeLimits } from '../store/limits.ts';
import { mediaTypeOf } from '../store/scenario-name.ts';
import type { ScenarioStore, StoredText } from '../store/scenario-store.ts';
import { StoreProblem } from '../store/store-problem.ts';
import { asHttpError } from './answer-store-problem.ts';
import {
  conditional,
  conditionHeaders,
  deletedSchema,
  historySchema,
  listSchema,
  nameParams,
  noSuch,
  optionalTargetBody,
  readerHeaders,
  savedSchema,
  taken,
  targetBody,
  textAnswer,
  textBody,
  textTypes,
  trashParams,
  trashSchema,
  unchanged,
  unreadable,
  versionParams,
  written,
} from './scenario-schemas.ts';

export interface ScenarioRouteOptions {
  readonly store: ScenarioStore;
}

const tags = ['Scenarios'];
const read = { access: 'read' } as const;
const write = { access: 'write' } as const;

/** The scenarios of a folder: a thin door to the store. */
export const scenarioRoutes: FastifyPluginAsyncTypebox<ScenarioRouteOptions> = async (app, { store }) => {
  app.setErrorHandler((error, request) => {
    if (!(error instanceof StoreProblem)) throw error;
    if (error.status === 500) request.log.error({ err: error, route: request.routeOptions.url }, 'failure');
    throw asHttpError(error);
  });
  app.addHook('onRequest', async (_, reply) => {
    // Asked for anew each time; with its ETag that costs little.
    reply.header('cache-control', 'private, no-cache');
  });
  addReading(app, store);
  addChanging(app, store);
  addHistory(app, store);
  addTrash(app, store);
  await app.register(savingRoutes, { store });
};

type App = Parameters<FastifyPluginAsyncTypebox<ScenarioRouteOptions>>[0];

function addReading(app: App, store: ScenarioStore): void {
  app.get('/scenarios', {
    config: read,
    schema: { operationId: 'listScenarios', summary: 'The scenarios', tags, response: { 200: listSchema } },
    handler: async () => {
      const { scenarios, cut, leftOut } = await store.list();
      const shown = scenarios.map((each) => ({ ...each, modified: isoTime(each.modified) }));
      return { folder: store.folderName, readOnly: store.readOnly, scenarios: shown, cut, leftOut };
    },
  });

  app.get('/scenarios/:name', {
    config: read,
    schema: {
      operationId: 'readScenario',
      summary: 'The text of a scenario',
      tags,
      params: nameParams,
      headers: readerHeaders,
      response: {
        200: textAnswer('The text'),
        ...unchanged,
        ...noSuch,
        ...unreadable,
      },
    },
    handler: async ({ params: { name }, headers }, reply) =>
      sendText(reply, name, await store.read(name), headers['if-none-match']),
  });
}

function addChanging(app: App, store: ScenarioStore): void {
  app.delete('/scenarios/:name', {
    config: write,
    schema: {
      operationId: 'deleteScenario',
      summary: 'Moves a scenario and its versions to the trash',
      tags,
      params: nameParams,
      headers: conditionHeaders,
      response: { 200: deletedSchema, ...noSuch, ...conditional, ...written },
    },
    handler: async ({ params: { name }, headers }) => ({
      id: await store.delete(name, conditionOf(headers)),
    }),
  });

  app.post('/scenarios/:name/copy', {
    config: write,
    schema: {
      operationId: 'copyScenario',
      summary: 'Copies a scenario, without its versions, to a name that is free',
      tags,
      params: nameParams,
      body: targetBody,
      response: { 201: savedSchema('It is copied.'), ...noSuch, ...taken, ...written },
    },
    handler: async ({ params: { name }, body: { to } }, reply) => {
      const { etag } = await store.copy(name, to);
      return locate(reply, to).code(201).header('etag', etag).send({ name: to, etag });
    },
  });

  app.post('/scenarios/:name/rename', {
    config: write,
    schema: {
      operationId: 'renameScenario',
      summary: 'Gives a scenario another name, its versions with it',
      tags,
      params: nameParams,
      headers: conditionHeaders,
      body: targetBody,
      response: { 200: savedSchema('It is renamed.'), ...noSuch, ...taken, ...conditional, ...written },
    },
    handler: async ({ params: { name }, body: { to }, headers }, reply) => {
      const { etag } = await store.rename(name, to, conditionOf(headers));
      return locate(reply, to).header('etag', etag).send({ name: to, etag });
    },
  });
}

function addHistory(app: App, store: ScenarioStore): void {
  app.get('/scenarios/:name/history', {
    config: read,
    schema: {
      operationId: 'listVersions',
      summary: 'The versions of a scenario that were replaced',
      tags,
      params: nameParams,
      response: { 200: historySchema, ...noSuch },
    },
    handler: async ({ params: { name } }) => {
      const { versions, ...current } = await store.history(name);
      return {
        name,
        ...current,
        versions: versions.map((each) => ({ ...each, savedAt: isoTime(each.savedAt) })),
      };
    },
  });

  app.get('/scenarios/:name/history/:version', {
    config: read,
    schema: {
      operationId: 'readVersion',
      summary: 'The text of a version',
      tags,
      params: versionParams,
      headers: readerHeaders,
      response: { 200: textAnswer('The text'), ...unchanged, ...noSuch },
    },
    handler: async ({ params: { name, version }, headers }, reply) =>
      sendText(reply, name, await store.readVersion(name, version), headers['if-none-match']),
  });

  app.post('/scenarios/:name/history/:version/restore', {
    config: write,
    schema: {
      operationId: 'restoreVersion',
      summary: 'Saves a version again; what it replaces becomes a version',
      tags,
      params: versionParams,
      headers: conditionHeaders,
      response: {
        ...{ 200: savedSchema('It is restored.'), 201: savedSchema('It is restored where nothing was.') },
        ...{ ...noSuch, ...taken, ...conditional, ...written },
      },
    },
    handler: async ({ params: { name, version }, headers }, reply) => {
      const { etag, created } = await store.restoreVersion(name, version, conditionOf(headers));
      return reply
        .code(created ? 201 : 200)
        .header('etag', etag)
        .send({ name, etag });
    },
  });
}

function addTrash(app: App, store: ScenarioStore): void {
  app.get('/trash', {
    config: read,
    schema: { operationId: 'listTrash', summary: 'What was deleted', tags, response: { 200: trashSchema } },
    handler: async () => ({
      deleted: (await store.trash()).map((each) => ({ ...each, deletedAt: isoTime(each.deletedAt) })),
    }),
  });

  app.post('/trash/:id/restore', {
    config: write,
    schema: {
      operationId: 'restoreDeleted',
      summary: 'Puts a deleted scenario and its versions back, to its name or another',
      tags,
      params: trashParams,
      body: optionalTargetBody,
      response: { 201: savedSchema('It is back.'), ...noSuch, ...taken, ...written },
    },
    handler: async ({ params: { id }, body }, reply) => {
      const { name, etag } = await store.restoreDeleted(id, body?.to);
      return locate(reply, name).code(201).header('etag', etag).send({ name, etag });
    },
  });
}

/** Apart from the others, as here a body is text even where it calls itself JSON. */
const savingRoutes: FastifyPluginAsyncTypebox<ScenarioRouteOptions> = async (app, { store }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(textTypes, { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => body);

  app.put('/scenarios/:name', {
    config: write,
    bodyLimit: storeLimits.bytes,
    schema: {
      operationId: 'saveScenario',
      summary: 'Saves the text of a scenario, mistakes and all; what it replaces becomes a version',
      tags,
      params: nameParams,
      headers: conditionHeaders,
      body: textBody,
      response: {
        200: savedSchema('It is saved.'),
        201: savedSchema('It is new.'),
        ...taken,
        ...conditional,
        ...written,
      },
    },
    handler: async ({ params: { name }, headers, body }, reply) => {
      if (!Buffer.isBuffer(body)) throw textMissing;
      const { etag, created } = await store.save(name, body, conditionOf(headers));
      if (created) locate(reply, name);
      return reply
        .code(created ? 201 : 200)
        .header('etag', etag)
        .send({ name, etag });
    },
  });
};

const textMissing = new HttpError(400, `The text is missing; send it as one of ${textTypes.join(', ')}.`);

function conditionOf(headers: { 'if-match'?: string; 'if-none-match'?: string }) {
  return parseCondition({ ifMatch: headers['if-match'], ifNoneMatch: headers['if-none-match'] });
}

function sendText(reply: FastifyReply, name: string, { bytes, etag }: StoredText, ifNoneMatch?: string) {
  reply.header('etag', etag);
  if (hasAlready(ifNoneMatch, etag)) return reply.code(304).send();
  return reply.type(`${mediaTypeOf(name)}; charset=utf-8`).send(bytes);
}

function locate<Reply extends FastifyReply>(reply: Reply, name: string): Reply {
  return reply.header('location', `/api/scenarios/${encodeURIComponent(name)}`) as Reply;
}

function isoTime(milliseconds: number): string {
  // Beyond what a date can be there is only a broken clock.
  return new Date(Math.min(milliseconds, 8.64e15)).toISOString();
}
