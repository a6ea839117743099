import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, tokens } from '../support/serve-app.ts';

let app: FastifyInstance;
let withTokens: FastifyInstance;

beforeAll(async () => {
  app = await buildApp();
  withTokens = await buildApp({ tokens, behindTls: true });
});
afterAll(() => Promise.all([app.close(), withTokens.close()]));

const policy =
  "default-src 'self';img-src 'self' blob:;object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";

const everywhere = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringMatching(/camera=\(\).*microphone=\(\)/),
};

const kept = 'public, max-age=31536000, immutable';

describe('the headers of security', () => {
  it.each([
    ['the page', '/', 200, 'no-cache'],
    ['an asset', '/assets/main-1a2b.js', 200, kept],
    ['health', '/healthz', 200, undefined],
    ['the API', '/api/look', 200, 'no-store'],
    ['the description', '/api/openapi.json', 200, 'no-store'],
    ['what there is not', '/nothing', 404, 'no-store'],
    ['what there is not in the API', '/api/nothing', 404, 'no-store'],
    ['a failure', '/api/breaks', 500, 'no-store'],
  ])('are with %s', async (_, url, status, cache) => {
    const answer = await app.inject({ url, headers: { host: 'localhost' } });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject(everywhere);
    expect(answer.headers['cache-control']).toBe(cache);
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers).not.toHaveProperty('server');
    expect(JSON.stringify(answer.headers)).not.toMatch(/unsafe|https?:\/\//);
  });

  it.each([
    ['another host', { host: 'evil.example' }, 421],
    ['another origin', { host: 'localhost', origin: 'http://evil.example' }, 403],
    ['no token', { host: 'localhost' }, 401],
  ])('are with a refusal of %s', async (_, headers, status) => {
    const answer = await withTokens.inject({ url: '/api/look', headers });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject(everywhere);
  });

  it('keep browsers to https where a proxy speaks it', async () => {
    const answer = await withTokens.inject({ url: '/', headers: { host: 'localhost' } });
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('let the page of the description show pictures of its style sheet and one style, and nothing else more', async () => {
    const answer = await app.inject({ url: '/api/docs', headers: { host: 'localhost' } });
    expect(answer.headers).toMatchObject({
      ...everywhere,
      'content-security-policy': expect.stringMatching(
        /^default-src 'self';img-src 'self' data:;style-src 'self' 'sha256-[\w+/=]{44}';object-src 'none';/,
      ),
    });
    expect(answer.headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
  });
});
