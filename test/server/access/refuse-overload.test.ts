import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, it, vi } from 'vitest';
import { usualLimits } from '../../../server/access/limits.ts';
import { overloadOptions } from '../../../server/access/refuse-overload.ts';
import { buildApp } from '../../support/serve-app.ts';

describe('a server with more to do than it can', () => {
  it('refuses the API for a moment, and goes on to show the page and that it lives', async () => {
    // So little that it is always behind.
    const app = await buildApp({ limits: { delayMs: 1e-6 } });
    const get = (url: string) => app.inject({ url, headers: { host: 'localhost' } });
    const refused = await vi.waitFor(
      async () => {
        const answer = await get('/api/look');
        expect(answer.statusCode).toBe(503);
        return answer;
      },
      { timeout: 30_000 },
    );
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(refused.headers['retry-after']).toBe('10');
    expect(refused.headers['x-content-type-options']).toBe('nosniff');
    expect([(await get('/')).statusCode, (await get('/healthz')).statusCode]).toEqual([200, 200]);
    await app.close();
  });

  it.each([
    ['/api/look', 5000, 'refuses'],
    ['/readyz', 5000, 'refuses'],
    ['/healthz', 5000, 'answers'],
    ['/*', 5000, 'answers'],
    ['/api/look', Number.POSITIVE_INFINITY, 'answers'],
  ])('of %s with a delay of %d it %s', (url, delay, outcome) => {
    const { pressureHandler } = overloadOptions(usualLimits);
    const request = { routeOptions: { url } } as unknown as FastifyRequest;
    const ask = () => pressureHandler?.(request, {} as FastifyReply, 'eventLoopDelay', delay);
    if (outcome === 'refuses') expect(ask).toThrow('more to do than it can');
    else expect(ask()).toBeUndefined();
  });
});
