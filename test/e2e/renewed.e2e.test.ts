import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, type OpenPage, startBrowsing } from '../support/browse.ts';
import { expectNoViolations } from '../support/expect-no-violations.ts';
import { button, field, setFee, told } from '../support/stored-page.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.close());

const renewed = (page: Page) =>
  page.getByRole('dialog', { name: 'Kept was renewed since this page was opened' });
const isPage = (url: URL) => url.pathname === '/' || url.pathname.startsWith('/assets/');

/** From now on the server has the files of another build, and none of those this page is made of. */
async function renew(page: Page) {
  await page.route(isPage, (route) =>
    new URL(route.request().url()).pathname === '/'
      ? route.fulfill({
          contentType: 'text/html',
          body: '<script type="module" src="/assets/index-other.js">',
        })
      : route.fulfill({ status: 404, body: '' }),
  );
}

/** The text of what is open is there; all else that comes later is not. */
async function openThenRenew(query: string): Promise<OpenPage> {
  const open = await browsing.open({ query });
  await expect.poll(() => open.asked.some((url) => /\/telco-fee-increase-[^/]*\.js$/.test(url))).toBe(true);
  await open.page.waitForLoadState('networkidle');
  await renew(open.page);
  return open;
}

describe('a page whose files were renewed on the server', () => {
  test('says so where a room does not load, and a reload loses nothing', async () => {
    const { page, close } = await openThenRenew('');
    await setFee(page, '12');
    await page.getByRole('link', { name: 'Teach' }).click();
    await renewed(page).getByText('Reload the page to go on; what you set is kept.').waitFor();
    await expectNoViolations(page);
    await page.unroute(isPage);
    await button(page, 'Reload the page').click();
    await told(page, /^Telco fee increase is as you left it/);
    await page.getByRole('link', { name: 'Decide' }).click();
    await expect.poll(() => field(page).inputValue()).toBe('+12.0');
    await close();
  });

  test('says so where a download needs what is gone', async () => {
    const { page, close } = await openThenRenew('');
    await setFee(page, '12');
    await button(page, 'Download the scenario (YAML)').click();
    await renewed(page).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Download the result/ }).click();
    await renewed(page).waitFor();
    await close();
  });

  test('says so where a study does not start', async () => {
    const { page, close } = await openThenRenew('#/analyse?view=inputs');
    await button(page, 'Draw the tornado').click();
    await renewed(page).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(/The run stopped: [^.]*thread/).waitFor();
    await close();
  });
});

test('a page whose server is gone says that, and offers no reload', async () => {
  await browsing.use({}, async (page) => {
    await page.waitForLoadState('networkidle');
    await page.route('**', (route) => route.abort());
    await page.getByRole('link', { name: 'Teach' }).click();
    const dialog = page.getByRole('dialog', { name: 'A part of the page did not load' });
    await dialog.getByText('The server does not answer. What you set is still here').waitFor();
    expect(await dialog.getByRole('button').allTextContents()).toEqual(['Close']);
    await page.keyboard.press('Escape');
    await page.getByText('Teach could not be loaded: a part of the page did not load.').waitFor();
  });
});
