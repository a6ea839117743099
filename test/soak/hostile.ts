import fc from 'fast-check';
import { arbitraryRequest, type HostileRequest } from './hostile-requests.ts';
import { arbitraryBroken, hostileFormulas, hostileTexts } from './hostile-text.ts';

export interface HostileReport {
  readonly sent: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The longest that one answer took [ms], and what to. */
  readonly slowestMs: number;
  readonly slowest: string;
  /** Answers that no caller should ever see. */
  readonly violations: readonly string[];
}

export interface HostileOptions {
  /** Valid files, to be broken. */
  readonly valid: readonly string[];
  readonly texts: number;
  readonly requests: number;
  readonly seed: number;
}

/** Sends a server what is made to hurt it, and looks at every answer. */
export async function sendHostile(url: string, options: HostileOptions): Promise<HostileReport> {
  const { valid, texts, requests, seed } = options;
  const broken = fc.sample(arbitraryBroken(valid), { numRuns: texts, seed });
  const asked: HostileRequest[] = [
    ...[...hostileTexts, ...hostileFormulas.map((formula) => withFormula(valid[0], formula)), ...broken].map(
      checkOf,
    ),
    ...fc.sample(arbitraryRequest, { numRuns: requests, seed }),
  ];
  const statuses: Record<string, number> = {};
  const violations: string[] = [];
  let [slowestMs, slowest] = [0, ''];
  for (const request of asked) {
    const begun = performance.now();
    const { status, problem } = await send(url, request);
    const took = performance.now() - begun;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (problem !== undefined) violations.push(`${describeRequest(request)}: ${problem}`);
    if (took > slowestMs) [slowestMs, slowest] = [took, describeRequest(request)];
  }
  return { sent: asked.length, statuses, slowestMs, slowest, violations };
}

function withFormula(valid: string, formula: string): string {
  return `${valid}\nkpis:\n  - { name: Mine, formula: ${JSON.stringify(formula)}, unit: EUR, over: mean }\n`;
}

function checkOf(text: string): HostileRequest {
  return {
    ...{ method: 'POST', path: '/api/check' },
    headers: { 'content-type': 'application/json', prefer: 'wait=30' },
    body: JSON.stringify({ scenario: { text } }),
  };
}

function describeRequest({ method, path, body }: HostileRequest): string {
  return `${method} ${path.slice(0, 80)} ${(body ?? '').slice(0, 200)}`;
}

const secrets = /node:internal|node_modules|\bat \S+ \(|\.(?:ts|js):\d+|\/(?:tmp|root|home|work|usr)\//;

/** What is wrong with an answer, if anything. */
async function send(url: string, { method, path, headers, body }: HostileRequest) {
  let answer: Response;
  try {
    answer = await fetch(url + encodeURI(path).replaceAll('%25', '%'), {
      ...{ method, headers: { ...headers }, signal: AbortSignal.timeout(60_000) },
      ...(body !== undefined && method !== 'GET' && method !== 'HEAD' && { body }),
    });
  } catch (error) {
    // Some requests cannot even be written; that is the client's own refusal.
    const own =
      error instanceof TypeError && /Invalid|Failed to parse URL/.test(`${error.message} ${error.cause}`);
    return own
      ? { status: 'not sent' }
      : { status: 'none', problem: `no answer: ${error} ${(error as Error).cause}` };
  }
  const text = await answer.text();
  const { status } = answer;
  const type = answer.headers.get('content-type') ?? '';
  if (status >= 500 && status !== 503) return { status, problem: `${status} ${text.slice(0, 300)}` };
  if (status >= 400 && text !== '' && !type.startsWith('application/problem+json'))
    return { status, problem: `${status} is ${type}, not a problem` };
  // A check quotes the file that it was sent.
  if (status >= 400 && secrets.test(text) && !secrets.test(body ?? path))
    return { status, problem: `${status} tells too much: ${text.slice(0, 300)}` };
  return { status };
}
