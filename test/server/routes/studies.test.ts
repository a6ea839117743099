import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import type { Jobs } from '../../../server/jobs/jobs.ts';
import { usualLimits } from '../../../server/jobs/limits.ts';
import { createServerJobs } from '../../../server/jobs/server-jobs.ts';
import { HttpError } from '../../../server/problems.ts';
import { readShippedFile } from '../../support/shipped-files.ts';

const text = readShippedFile('telco-fee-increase.yaml');
let jobs: Jobs;
let app: FastifyInstance;

beforeAll(async () => {
  jobs = createServerJobs({ ...usualLimits, threads: 2, mostWork: 2e8, readSeconds: 60 }, () => {});
  app = await createApp({
    ...{ pageFolder: import.meta.dirname, host: '127.0.0.1', jobs },
    readScenario: async (name) => {
      if (name === 'telco.yaml') return text;
      throw new HttpError(404, `There is no scenario "${name}".`);
    },
  });
});

afterAll(async () => {
  await app.close();
  await jobs.close(0);
});

const headers = { host: '127.0.0.1:80' };

function post(url: string, payload: object, more: Record<string, string> = {}) {
  return app.inject({ method: 'POST', url, headers: { ...headers, ...more }, payload });
}

function get(url: string) {
  return app.inject({ method: 'GET', url, headers });
}

async function untilEnded(location: string) {
  for (;;) {
    const job = (await get(location)).json();
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('what can be worked out over HTTP', { timeout: 300_000 }, () => {
  it('answers short work at once: every mistake of a file', async () => {
    const bad = await post(
      '/api/check',
      { scenario: { text: 'format: kept/1\ntitle: 3\n', name: 'my.yaml' } },
      { prefer: 'wait=60' },
    );
    expect(bad.statusCode).toBe(200);
    expect(bad.json().valid).toBe(false);
    expect(bad.json().problems).toContainEqual(expect.objectContaining({ file: 'my.yaml', line: 2 }));
    const good = await post('/api/check', { scenario: { file: 'telco.yaml' } }, { prefer: 'wait=60' });
    expect(good.json()).toMatchObject({
      valid: true,
      scenario: { plans: expect.arrayContaining(['Raise 8 %']) },
    });
  });

  it('answers as the description of the API says', async () => {
    const description = app.swagger();
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(description, 'api');
    const scenario = { text };
    const asked = {
      run: { scenario, draws: 4 },
      compare: { scenarios: [scenario], draws: 4 },
      diff: { before: scenario, after: { text: text.replace('66.40', '67') } },
      concentration: { scenario, customers: 200, plans: ['Raise 8 %'] },
      sweep: {
        scenario,
        plan: 'Raise 8 %',
        over: [{ path: 'segments.Month-to-month DSL.price.mean', from: 50, to: 60, steps: 2 }],
        draws: 4,
      },
    };
    for (const [name, payload] of Object.entries(asked)) {
      const pointer = `/paths/~1api~1${name}/post/responses/200/content/application~1json/schema`;
      const matches = ajv.compile({ $ref: `api#${pointer}` });
      const answer = await post(`/api/${name}`, payload, { prefer: 'wait=60' });
      expect(answer.statusCode, `${name} ${answer.body.slice(0, 300)}`).toBe(200);
      expect(matches(answer.json()), `${name} ${JSON.stringify(matches.errors)}`).toBe(true);
      // The description can be missed.
      expect(matches({ ...answer.json(), format: 'another' }), name).toBe(false);
    }
  });

  it('answers long work with a job, which has progress, events and then the result', async () => {
    const answer = await post('/api/run', { scenario: { text }, draws: 120 }, { prefer: 'wait=0' });
    expect(answer.statusCode).toBe(202);
    const location = `${answer.headers.location}`;
    expect(location).toBe(`/api/jobs/${answer.json().id}`);
    expect((await get(`${location}/result`)).statusCode).toBe(409);
    const events = await get(`${location}/events`);
    expect(events.headers['content-type']).toContain('text/event-stream');
    expect(events.body).toContain('event: progress\n');
    expect(events.body.trimEnd()).toMatch(/event: state\ndata: {"state":"done"}$/);
    const job = (await get(location)).json();
    expect(job).toMatchObject({ state: 'done', result: `${location}/result` });
    const result = await get(`${location}/result`);
    expect(result.json()).toMatchObject({ format: 'kept-result/1', engine: { draws: 120 } });
  });

  it('takes up events after the last one a reader had', async () => {
    const answer = await post('/api/run', { scenario: { text }, draws: 2 }, { prefer: 'wait=60' });
    const location = `${answer.headers.location}`;
    const all = await app.inject({ method: 'GET', url: `${location}/events`, headers });
    const last = /id: (\d+)\nevent: state/.exec(all.body)?.[1];
    const rest = await app.inject({
      ...{ method: 'GET', url: `${location}/events` },
      headers: { ...headers, 'last-event-id': `${last}` },
    });
    expect(all.body).toContain('"done"');
    expect(rest.body).not.toContain('event:');
  });

  it('refuses a file with problems, each with its place', async () => {
    const answer = await post(
      '/api/run',
      { scenario: { text: 'format: kept/1\n', name: 'a.yaml' } },
      { prefer: 'wait=60' },
    );
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().problems[0]).toMatchObject({
      file: 'a.yaml',
      line: expect.any(Number),
      code: expect.any(String),
    });
  });

  it('refuses more work than it does, saying how much would fit', async () => {
    const answer = await post(
      '/api/run',
      { scenario: { file: 'telco.yaml' }, draws: 1_000_000 },
      { prefer: 'wait=60' },
    );
    expect(answer.statusCode).toBe(422);
    expect(answer.json().detail).toMatch(/million are allowed\. Up to \d+ draws would fit\./);
  });

  it('refuses a request that is not as described, naming the place', async () => {
    const answer = await post('/api/run', { scenario: { text }, draws: '10', drawz: 3 });
    expect(answer.statusCode).toBe(400);
    const pointers = answer.json().problems.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toContain('/body/draws');
    expect(JSON.stringify(answer.json())).toContain('drawz');
    const both = await post('/api/run', { scenario: { text, file: 'telco.yaml' } });
    expect(both.statusCode).toBe(400);
    const none = await post('/api/run', { scenario: { file: 'nothing.yaml' } });
    expect(none.statusCode).toBe(404);
  });

  it('is cancelled by DELETE, and then forgotten', async () => {
    const answer = await post('/api/run', { scenario: { text }, draws: 5000 }, { prefer: 'wait=0' });
    const location = `${answer.headers.location}`;
    expect((await app.inject({ method: 'DELETE', url: location, headers })).statusCode).toBe(204);
    expect((await untilEnded(location)).state).toBe('cancelled');
    expect((await get(`${location}/result`)).statusCode).toBe(410);
    expect((await app.inject({ method: 'DELETE', url: location, headers })).statusCode).toBe(204);
    expect((await get(location)).statusCode).toBe(404);
  });

  it('gives the same job for the same Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'once-1', prefer: 'wait=0' };
    const first = await post('/api/run', { scenario: { text }, draws: 3 }, key);
    const again = await post('/api/run', { scenario: { text }, draws: 3 }, key);
    expect(again.headers.location).toBe(first.headers.location);
    const other = await post('/api/run', { scenario: { text }, draws: 4 }, key);
    expect(other.statusCode).toBe(409);
  });

  it.each([
    ['explain', { scenario: { text } }, /"path"/],
    ['diff', { before: { text }, after: { file: 'telco.yaml' } }, /"differences":\[\]/],
    ['compare', { scenarios: [{ text, name: 'a' }], draws: 4 }, /kept-compare/],
    ['why', { scenario: { text }, plans: ['Raise 8 %'], draws: 2 }, /kept-attribution/],
    ['sensitivity', { scenario: { text }, rows: 2, draws: 4 }, /kept-sensitivity/],
    ['concentration', { scenario: { text }, customers: 100 }, /kept-concentration/],
    ['backtest', { draws: 2 }, /kept-backtest/],
  ])('does %s', async (study, body, result) => {
    const answer = await post(`/api/${study}`, body, { prefer: 'wait=60' });
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
    expect(answer.body).toMatch(result);
  });
});
