import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import type { ReadyCheck } from '../../../server/routes/health.ts';
import { openScenarioStore } from '../../../server/store/scenario-store.ts';
import { makePage } from '../../support/serve-app.ts';

const fine: ReadyCheck = { name: 'store', check: async () => undefined };
const missing: ReadyCheck = { name: 'jobs', check: async () => 'the queue is full' };
const broken: ReadyCheck = {
  name: 'store',
  check: async () => {
    throw new Error('ENOENT /home/anna/scenarios');
  },
};

async function ask(ready: readonly ReadyCheck[], { built = true, stopping = false } = {}) {
  const page = makePage();
  if (!built) rmSync(join(page.folder, 'index.html'));
  const controller = new AbortController();
  const app = await createApp({
    pageFolder: page.folder,
    host: '127.0.0.1',
    ready,
    stopping: controller.signal,
  });
  if (stopping) controller.abort();
  const get = (url: string) => app.inject({ url, headers: { host: 'localhost' } });
  const answers = { health: await get('/healthz'), readiness: await get('/readyz'), page: await get('/') };
  await app.close();
  page.remove();
  return answers;
}

describe('health', () => {
  it('is ready when all is in order', async () => {
    const { health, readiness } = await ask([fine, { ...fine, name: 'jobs' }]);
    expect([health.json(), readiness.json()]).toEqual([{ status: 'ok' }, { status: 'ok' }]);
  });

  it.each([
    ['a check says what is missing', [fine, missing], {}, 'Not ready: jobs: the queue is full.'],
    ['a check fails, without saying how', [broken, fine], {}, 'Not ready: store: failed.'],
    ['several are missing', [broken, missing], {}, 'Not ready: store: failed; jobs: the queue is full.'],
    ['the page is not built', [fine], { built: false }, 'Not ready: page: is not built'],
    ['it is stopping', [fine], { stopping: true }, 'Not ready: it is stopping.'],
  ])('lives and is not ready when %s', async (_, ready, state, detail) => {
    const { health, readiness } = await ask(ready, state);
    expect(health.statusCode).toBe(200);
    expect(readiness.statusCode).toBe(503);
    expect(readiness.headers['retry-after']).toBe('5');
    expect(readiness.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(readiness.json().detail).toContain(detail);
  });

  it('asks the store whether its folder is there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kept-health-'));
    const store = await openScenarioStore({ folder, readOnly: true });
    const page = makePage();
    const app = await createApp({ pageFolder: page.folder, host: '127.0.0.1', store });
    const ask = () => app.inject({ url: '/readyz', headers: { host: 'localhost' } });
    expect((await ask()).statusCode).toBe(200);
    rmSync(folder, { recursive: true });
    expect((await ask()).json().detail).toBe('Not ready: scenarios: cannot be read.');
    await app.close();
    page.remove();
  });

  it('takes nothing new while it stops', async () => {
    const { page } = await ask([], { stopping: true });
    expect(page.statusCode).toBe(503);
    expect(page.headers['retry-after']).toBe('5');
  });
});
