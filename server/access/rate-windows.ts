import type { FastifyRateLimitStore } from '@fastify/rate-limit';

interface Window {
  count: number;
  /** By the clock that never jumps [ms]. */
  readonly since: number;
}

type Tell = Parameters<FastifyRateLimitStore['incr']>[1];

/** Clients that are counted at once; the one that was silent longest gives way. */
const mostClients = 5000;

/**
 * Counts what clients ask for in windows of time. Unlike those of the package, windows end by the clock that never
 * jumps: a clock that is set back would shut out for as long whoever has reached a limit.
 */
export class RateWindows implements FastifyRateLimitStore {
  private readonly windows = new Map<string, Window>();

  incr(key: string, tell: Tell, lengthMs: number): void {
    const now = performance.now();
    const known = this.find(key, lengthMs, now);
    const window = known ?? { count: 0, since: now };
    window.count++;
    this.windows.delete(key);
    this.windows.set(key, window);
    const [oldest] = this.windows.keys();
    if (this.windows.size > mostClients) this.windows.delete(oldest);
    tell(null, { current: window.count, ttl: window.since + lengthMs - now });
  }

  /** The same without counting. */
  read(key: string, tell: Tell, lengthMs: number): void {
    const now = performance.now();
    const window = this.find(key, lengthMs, now);
    tell(
      null,
      window ? { current: window.count, ttl: window.since + lengthMs - now } : { current: 0, ttl: 0 },
    );
  }

  child(): RateWindows {
    return new RateWindows();
  }

  private find(key: string, lengthMs: number, now: number): Window | undefined {
    const window = this.windows.get(key);
    return window && now - window.since < lengthMs ? window : undefined;
  }
}
