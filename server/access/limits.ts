/** What one server takes on, and what one client may ask of it. */
export interface Limits {
  /** Of a request's body [bytes]; a route may set less. */
  readonly bodyBytes: number;
  /** For the headers of a request to arrive [ms]. */
  readonly headersMs: number;
  /** For the whole request to arrive [ms]. */
  readonly requestMs: number;
  /** How often the two above are looked at [ms]. */
  readonly checkMs: number;
  /** A connection on which nothing moves is closed after it [ms]. */
  readonly silenceMs: number;
  /** A connection is kept open for the next request [ms]. */
  readonly keepAliveMs: number;
  /** At once; more are closed as they come. */
  readonly connections: number;
  /** Of one client, in a minute: requests that look. */
  readonly readsPerMinute: number;
  /** Of one client, in a minute: requests that compute or change files. */
  readonly writesPerMinute: number;
  /** Of one address, in a minute: tokens that are none. */
  readonly wrongTokensPerMinute: number;
  /** Readers of the events of jobs at once. */
  readonly readers: number;
  /** The main thread is this far behind: too busy for the API [ms]. */
  readonly delayMs: number;
}

export const usualLimits: Limits = {
  bodyBytes: 2 * 1024 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  checkMs: 2_000,
  silenceMs: 60_000,
  keepAliveMs: 72_000,
  connections: 512,
  readsPerMinute: 600,
  writesPerMinute: 120,
  wrongTokensPerMinute: 10,
  readers: 100,
  delayMs: 2_000,
};
