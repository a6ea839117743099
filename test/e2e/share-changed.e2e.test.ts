import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browsing, startBrowsing } from '../support/browse.ts';
import { fragmentOf, payload } from '../support/damaged-links.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { button, chosen, field, openStored, setFee, told } from '../support/stored-page.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.close());

const chosenTitle = (page: Page) => chosen(page).then((title) => title?.trim());

/** A link to what is set on the page by then. */
async function linkOf(set: (page: Page) => Promise<void>): Promise<string> {
  let link = '';
  await browsing.use({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await set(page);
    await button(page, 'Copy link').click();
    await button(page, 'Link copied').waitFor();
    link = await page.evaluate(() => navigator.clipboard.readText());
  });
  return link;
}

test('a link to a changed scenario says so, also after a reload, and undo leads to the scenario as it ships', async () => {
  const link = await linkOf((page) => setFee(page, '12'));
  await browsing.use({ at: link }, async (page) => {
    await told(page, /open as the link has it, changed against telco-fee-increase\.yaml/);
    await page.locator('.kick', { hasText: ', changed' }).waitFor();
    await page.getByRole('link', { name: 'Analyse' }).click();
    await page.getByRole('tab', { name: /^Diff since opened, 1 line/ }).waitFor();
    await page.waitForTimeout(1000);
    await page.reload();
    await page.getByRole('tab', { name: /^Diff since opened, 1 line/ }).waitFor();
    await page.getByRole('link', { name: 'Decide' }).click();
    await page.locator('.kick', { hasText: ', changed' }).waitFor();
  });
  await browsing.use({ at: link }, async (page) => {
    await expect.poll(() => field(page).inputValue()).toBe('+12.0');
    await page.getByRole('button', { name: /^Undo: open Telco/ }).click();
    await expect.poll(() => field(page).inputValue()).toBe('+8.0');
    expect(await page.locator('.kick', { hasText: ', changed' }).count()).toBe(0);
    expect(page.url()).toContain('scenario=telco-fee-increase.yaml');
  });
});

test('a link to a changed scenario of the server leads back to that', async () => {
  await writeFile(join(browsing.folder, 'club.yaml'), smallScenario);
  const link = await linkOf(async (page) => {
    await openStored(page, 'club.yaml');
    await setFee(page, '12.5');
  });
  await browsing.use({ at: link, viewport: { width: 390, height: 844 } }, async (page) => {
    await told(page, /changed against club\.yaml/);
    // Also to who looks at it.
    await page.locator('.mast .told', { hasText: 'changed against club.yaml' }).waitFor();
    expect(await field(page).inputValue()).toBe('+12.5');
    await page.getByRole('button', { name: 'Undo: open Club fee' }).click();
    await expect.poll(() => chosenTitle(page)).toBe('Club fee (club.yaml)');
    expect(await field(page).inputValue()).toBe('+10.0');
  });
});

test('a link to a scenario as it ships opens that', async () => {
  const link = await linkOf(async (page) => {
    await page.getByLabel('Plan', { exact: true }).selectOption({ label: 'Raise everyone 8 %' });
  });
  await browsing.use({ at: link }, async (page) => {
    await told(page, /^Telco fee increase is open\.$/);
    expect(page.url()).toMatch(/scenario=telco-fee-increase\.yaml&plan=Raise\+everyone/);
    expect(await page.locator('.kick', { hasText: ', changed' }).count()).toBe(0);
  });
});

test('a link stays in the address until it is open, nothing else stands there meanwhile, and the last one counts', async () => {
  const of = 'server plans/late.yaml';
  const waiting = await fragmentOf(payload(smallScenario, { file: 'late.yaml', plan: 0, of }));
  const newer = await fragmentOf(payload(smallScenario.replace('Club fee', 'Newer fee')));
  await browsing.use({}, async (page) => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/session', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${browsing.server.url}?held${waiting}`);
    await page.getByText('The scenario is loading.').waitFor();
    expect(new URL(page.url()).hash).toBe(waiting);
    expect(await page.locator('h1').count()).toBe(0);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, newer);
    await expect.poll(() => chosenTitle(page)).toBe('Newer fee');
    answer();
    await page.locator('h1').first().waitFor();
    await page.waitForTimeout(500);
    expect(await chosenTitle(page)).toBe('Newer fee');
    expect(new URL(page.url()).hash).toBe('#/decide');
  });
});
