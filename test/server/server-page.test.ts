import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualLimits } from '../../server/access/limits.ts';
import { makeToken, parseTokens } from '../../server/access/tokens.ts';
import { sendRaw, serveApp, tokens } from '../support/serve-app.ts';

const page = readFileSync(new URL('../../docs/server.md', import.meta.url), 'utf8');
const samples = (language: string) =>
  [...page.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, named, text = '']) =>
    named === language ? [text] : [],
  );

let server: Awaited<ReturnType<typeof serveApp>>;
beforeAll(async () => {
  server = await serveApp({ tokens });
});
afterAll(() => server.close());

describe('docs/server.md', () => {
  it.each(samples('http'))('shows what is really answered to %s', async (sample) => {
    const [request = '', answer = ''] = sample.split(/\n\n(?=HTTP)/);
    const [head = '', body = ''] = answer.split('\n\n');
    const [first = '', ...headers] = head.split('\n');
    const given = await sendRaw(server.port, `${request}\nConnection: close\n\n`);
    expect(first).toContain(`HTTP/1.1 ${given.status} `);
    for (const header of headers) {
      const [name = '', value] = header.split(/: (.*)/);
      expect(given.headers[name.toLowerCase()]).toBe(value);
    }
    const { requestId, ...problem } = JSON.parse(given.body);
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(problem).toEqual(JSON.parse(body));
  });

  it('shows refusals of several kinds', () => {
    expect(samples('http').length).toBeGreaterThanOrEqual(5);
  });

  it('shows a token file that is one, and the command that makes it', () => {
    const [file = ''] = samples('text');
    expect(parseTokens(file)).toMatchObject({
      tokens: [
        { role: 'read-write', name: 'anna' },
        { role: 'read-only', name: 'board' },
      ],
      problems: [],
    });
    expect(samples('sh')).toContain(`${makeToken}\n`);
  });

  it('names the limits in force', () => {
    const cells = [
      ...page
        .split('## Limits')[1]!
        .split('\n## ')[0]!
        .matchAll(/^\| [^|]+ \| ([^|]+) \|$/gm),
    ]
      .map(([, limit]) => limit)
      .slice(1);
    const seconds = (ms: number) => `${ms / 1000} s`;
    expect(cells).toEqual([
      `${usualLimits.bodyBytes / 1024 / 1024} MB`,
      `16 kB, within ${seconds(usualLimits.headersMs)}`,
      `within ${seconds(usualLimits.requestMs)}`,
      seconds(usualLimits.silenceMs),
      `${usualLimits.connections}`,
      `${usualLimits.readsPerMinute} a minute (\`--reads-per-minute\`)`,
      `${usualLimits.writesPerMinute} a minute (\`--writes-per-minute\`)`,
      `${usualLimits.wrongTokensPerMinute} a minute, then none for the rest of it`,
      `${seconds(usualLimits.delayMs)}, and when it lasts the API answers 503`,
    ]);
  });
});
