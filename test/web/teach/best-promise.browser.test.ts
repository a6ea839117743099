import { afterEach, expect, test } from 'vitest';
import type { CrowdRun, PadScope, Scenario } from '../../../models/index.ts';
import type { PadPoint } from '../../../web/state/teaching.ts';
import type { KeptBestPromise } from '../../../web/teach/best-promise.ts';
import type { TeachDesk } from '../../../web/teach/teach-desk.ts';
import '../../../web/teach/best-promise.ts';

afterEach(() => document.body.replaceChildren());

/** A desk whose best promise is 3 for all dimensions and 8 for empathy. */
function createDesk(ran: (point: PadPoint, scope: PadScope) => void) {
  const desk: Partial<TeachDesk> = {
    scenario: { title: 'Club', currency: 'EUR' } as Scenario,
    months: 24,
    runPoint(point, scope) {
      ran(point, scope);
      const off = point.promise - (scope === 'empathy' ? 8 : 3);
      return { figures: { 'profit with equity': -off * off } } as unknown as CrowdRun;
    },
  };
  return desk as TeachDesk;
}

function mount(properties: Partial<KeptBestPromise>): KeptBestPromise {
  const element = Object.assign(document.createElement('kept-best-promise'), properties) as KeptBestPromise;
  document.body.append(element);
  return element;
}

const titleOf = (element: HTMLElement) => element.querySelector('h2')?.textContent ?? '';

test('another scope on the same desk, at the same delivery, is run anew', async () => {
  const element = mount({ desk: createDesk(() => {}), delivery: 7, scope: 'all' });
  await expect.poll(() => titleOf(element)).toMatch(/^The best promise is 3/);
  element.scope = 'empathy';
  await expect.poll(() => titleOf(element)).toMatch(/^The best promise is 8/);
});

test('what changes while it runs begins a curve of its own; no curve is of two scopes or deliveries', async () => {
  const seen: string[] = [];
  const desk = createDesk(({ delivery }, scope) => {
    seen.push(`${delivery} ${scope}`);
    if (seen.length === 5) Object.assign(element, { scope: 'empathy', delivery: 6 });
  });
  const element = mount({ desk, delivery: 7, scope: 'all' });
  await expect.poll(() => titleOf(element)).toMatch(/^The best promise is 8/);
  const last = seen.slice(-29);
  expect(new Set(last)).toEqual(new Set(['6 empathy']));
});
