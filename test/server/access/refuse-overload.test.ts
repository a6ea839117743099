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

  /** Asks for a route while this is measured. Returns whether it was refused. */
  function watch(url = '/api/look') {
    const { pressureHandler } = overloadOptions(usualLimits);
    const request = { routeOptions: { url } } as unknown as FastifyRequest;
    return (delay: number) => {
      try {
        pressureHandler?.(request, {} as FastifyReply, 'eventLoopDelay', delay);
        return false;
      } catch {
        return true;
      }
    };
  }

  it.each([
    ['/api/look', true],
    ['/readyz', true],
    ['/healthz', false],
    ['/*', false],
  ])('is no matter for %s unless %s', (url, refused) => {
    const isRefused = watch(url);
    expect([5000, 5001, 5002, 5003].map(isRefused)).toEqual([false, false, refused, refused]);
  });

  it('is one that lasts, not one that stalled once', () => {
    const isRefused = watch();
    expect([5000, 5000, 5000, Number.POSITIVE_INFINITY].map(isRefused)).toEqual(Array(4).fill(false));
    vi.useFakeTimers({ toFake: ['performance'] });
    const now = watch();
    expect([now(5000), now(5001)]).toEqual([false, false]);
    vi.advanceTimersByTime(11_000);
    expect([now(5002), now(5003), now(5004)]).toEqual([false, false, true]);
    vi.useRealTimers();
  });
});
