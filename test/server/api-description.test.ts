import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatOpenapi } from '../../scripts/openapi.ts';
import { createApp } from '../../server/app.ts';
import { makePage } from '../support/serve-app.ts';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly requestBody?: object;
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, unknown>> }>
  >;
}

const page = makePage();
let app: FastifyInstance;
let description: {
  readonly openapi: string;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
let operations: [string, Operation][] = [];

beforeAll(async () => {
  app = await createApp({ pageFolder: page.folder, host: '127.0.0.1' });
  await app.ready();
  description = JSON.parse(await formatOpenapi());
  operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
});
afterAll(async () => {
  await app.close();
  page.remove();
});

const get = (url: string) => app.inject({ url, headers: { host: 'localhost' } });

describe('the description of the API', () => {
  it('is OpenAPI 3.1', async () => {
    expect(await new Validator().validate(structuredClone(description))).toMatchObject({ valid: true });
    expect(description.openapi).toBe('3.1.0');
    // The check itself can fail.
    const broken = { ...description, paths: { '/api/session': { get: { responses: 1 } } } };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('is published fresh', () => {
    const published = readFileSync(new URL('../../docs/reference/openapi.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(description);
  });

  it('is what the server tells of itself', async () => {
    const told = (await get('/api/openapi.json')).json();
    expect(told.paths['/api/session']).toEqual(description.paths['/api/session']);
    expect(told.info).toEqual((description as unknown as { info: object }).info);
  });

  it('names each operation once, in words, and under a subject', () => {
    expect(operations.map(([name]) => name)).toEqual(
      expect.arrayContaining(['GET /api/session', 'POST /api/run', 'GET /api/jobs/{id}', 'GET /readyz']),
    );
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const subjects = description.tags.map(({ name }) => name);
    for (const [name, { operationId, summary = '', tags = [] }] of operations) {
      expect(operationId, name).toMatch(/^[a-z]+([A-Z][a-z]*)*$/);
      expect(summary.length, name).toBeGreaterThan(8);
      expect(subjects, name).toEqual(expect.arrayContaining([...tags]));
    }
  });

  it('tells what each operation refuses, each as a problem', () => {
    for (const [name, { responses, requestBody, security }] of operations) {
      const refusals = Object.keys(responses).filter((status) => Number(status) >= 400);
      const expected = name.includes(' /api/')
        ? ['400', '403', '421', '429', '503', ...(security?.length ? ['401'] : [])]
        : ['400', '421', '503'];
      expect(refusals, name).toEqual(expect.arrayContaining(expected));
      if (requestBody) expect(refusals, name).toEqual(expect.arrayContaining(['413', '415']));
      expect(
        Object.keys(responses).some((status) => Number(status) < 400),
        name,
      ).toBe(true);
      for (const status of refusals) {
        const { content = {} } = responses[status] ?? {};
        expect(Object.keys(content), `${name} ${status}`).toEqual(['application/problem+json']);
        expect(JSON.stringify(content), `${name} ${status}`).toContain('#/components/schemas/Problem"');
      }
    }
  });

  it('says where a token may be needed', () => {
    expect(description).toHaveProperty('components.securitySchemes.bearer.scheme', 'bearer');
    for (const [name, { security }] of operations) {
      const needed = name.includes(' /api/');
      expect(security, name).toEqual(needed ? [{ bearer: [] }, {}] : []);
    }
  });

  it('leaves out no route unless it is hidden on purpose', async () => {
    const forgetful = await createApp({ pageFolder: page.folder, host: '127.0.0.1' });
    forgetful.get('/api/forgotten', { config: { access: 'read' } }, async () => ({}));
    await forgetful.ready();
    expect(() => forgetful.swagger()).toThrow('/api/forgotten lacks operationId, summary or tags');
    await forgetful.close();
  });

  it('has a page that asks nobody else', async () => {
    const shown = await get('/api/docs');
    expect(shown.body).toContain('<title>Kept: the API</title>');
    expect(shown.body.match(/(?:https?:)?\/\/[\w.-]+\.\w+/g) ?? []).toEqual([]);
    expect((await get('/api/docs/static/swagger-initializer.js')).body).toContain('"validatorUrl":null');
    const files = [...shown.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect((await get(`${file}`)).statusCode, file).toBe(200);
  });
});
