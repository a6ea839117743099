import { getHeapStatistics } from 'node:v8';
import type { FastifyUnderPressureOptions } from '@fastify/under-pressure';
import type { FastifyRequest } from 'fastify';
import { HttpError } from '../problems.ts';
import type { Limits } from './limits.ts';
import { isApi } from './route-access.ts';

/** How many measurements in a row, a second each, make an overload. One alone is a stall that is over by now. */
const measurements = 3;
/** Measurements further apart are not in a row [ms]. */
const apart = 10_000;

/** Refuses work for the API while the process has more than it can do; the page and /healthz are answered all the same. */
export function overloadOptions({ delayMs }: Limits): FastifyUnderPressureOptions {
  const lasts = createCounter();
  return {
    maxEventLoopDelay: delayMs,
    // Close to the end of the heap the collector takes all the time there is.
    maxHeapUsedBytes: Math.round(getHeapStatistics().heap_size_limit * 0.9),
    pressureHandler: (request, _reply, _type, measured) => {
      const { url } = request.routeOptions;
      if (lasts(measured) && (isApi(url) || url === '/readyz')) throw busy;
    },
  };
}

/** Tells whether measurements above their limit have lasted; the same one is told again for each request of its second. */
function createCounter(): (measured: number | undefined) => boolean {
  let last: number | undefined;
  let at = Number.NEGATIVE_INFINITY;
  let inRow = 0;
  return (measured) => {
    if (measured !== last) {
      inRow = performance.now() - at > apart ? 1 : inRow + 1;
      last = measured;
      at = performance.now();
    }
    return inRow >= measurements;
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
