import autocannon from 'autocannon';

export interface LoadReport {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly mostMs: number;
  readonly sent: number;
  /** Answers by their status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests without an answer. */
  readonly unanswered: number;
}

/** Mixed work of many clients at once: page, lists, files, checks, and runs of a few draws. */
export async function putUnderLoad(
  url: string,
  text: string,
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<LoadReport> {
  const headers = { 'content-type': 'application/json' };
  const check = JSON.stringify({ scenario: { text } });
  const run = JSON.stringify({ scenario: { text }, draws: 4 });
  const result = await autocannon({
    ...{ url, connections: clients, duration: seconds, timeout: 60 },
    requests: [
      { method: 'GET', path: '/' },
      { method: 'GET', path: '/healthz' },
      { method: 'GET', path: '/api/session' },
      { method: 'GET', path: '/api/scenarios' },
      { method: 'GET', path: '/api/openapi.json' },
      { method: 'POST', path: '/api/check', headers, body: check },
      { method: 'GET', path: '/api/jobs' },
      { method: 'POST', path: '/api/run', headers, body: run },
    ],
  });
  return {
    requestsPerSecond: result.requests.average,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    mostMs: result.latency.max,
    sent: result.requests.sent,
    statuses: Object.fromEntries(
      Object.entries(result.statusCodeStats ?? {}).map(([status, { count = 0 }]) => [status, count]),
    ),
    unanswered: result.errors + result.timeouts,
  };
}
