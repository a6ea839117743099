import { getHeapStatistics } from 'node:v8';
import type { FastifyUnderPressureOptions } from '@fastify/under-pressure';
import type { FastifyRequest } from 'fastify';
import { HttpError } from '../problems.ts';
import type { Limits } from './limits.ts';
import { isApi } from './route-access.ts';

/** Refuses work for the API while the process has more than it can do; the page and /healthz are answered all the same. */
export function overloadOptions({ delayMs }: Limits): FastifyUnderPressureOptions {
  return {
    maxEventLoopDelay: delayMs,
    // Close to the end of the heap the collector takes all the time there is.
    maxHeapUsedBytes: Math.round(getHeapStatistics().heap_size_limit * 0.9),
    pressureHandler: (request, _reply, _type, delay) => {
      // Endless is what it says of a second in which nothing was measured, as when the server has only just started.
      if (delay === Number.POSITIVE_INFINITY) return;
      if (isApi(request.routeOptions.url) || request.routeOptions.url === '/readyz') throw busy;
    },
  };
}

const busy = new HttpError(503, 'The server has more to do than it can. Ask again in a moment.', {
  headers: { 'retry-after': '10' },
});

/** What still comes in on open connections while the server stops. */
export function refuseWhileStopping(stopping: AbortSignal) {
  return async (request: FastifyRequest): Promise<void> => {
    const { url } = request.routeOptions;
    if (!stopping.aborted || url === '/healthz' || url === '/readyz') return;
    throw new HttpError(503, 'The server is stopping.', { headers: { 'retry-after': '5' } });
  };
}
