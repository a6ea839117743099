import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, startBrowsing, untilDraws } from '../support/browse.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.close());

/** Every thread of the page that is asked for is one that breaks down, as long as `breaks` says so. */
const brokenThread = { contentType: 'text/javascript', body: "throw new Error('out of memory')" };
const threads = /assets\/(worker|block-worker)-[^/]*\.js$/;

describe('threads of the page that break down', () => {
  test('are replaced, and the draws come all the same', async () => {
    await browsing.use({ query: '#/teach' }, async (page) => {
      let broken = 0;
      await page.route(threads, (route) => {
        broken++;
        return broken <= 1 ? route.fulfill(brokenThread) : route.continue();
      });
      await page.getByRole('link', { name: 'Decide' }).click();
      await untilDraws(page);
      expect(broken).toBeGreaterThan(1);
    });
  });

  test('again and again are told, while figures at best values stand and follow the fee', async () => {
    await browsing.use({ query: '#/teach' }, async (page) => {
      await page.route(threads, (route) => route.fulfill(brokenThread));
      await page.getByRole('link', { name: 'Decide' }).click();
      await page.getByText('The draws stopped: ').first().waitFor();
      const verdict = page.locator('h1');
      const before = await verdict.textContent();
      const field = page.getByLabel('Change in the monthly fee, percent');
      await field.fill('20');
      await field.press('Enter');
      await expect.poll(() => verdict.textContent()).not.toBe(before);
      expect(await verdict.textContent()).toContain('at best values');
    });
  });
});
