import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browsing, startBrowsing } from '../support/browse.ts';
import { expectNoViolations } from '../support/expect-no-violations.ts';
import { readShippedFile } from '../support/shipped-files.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { button, chosen, told } from '../support/stored-page.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing({ limits: { readsPerMinute: 10_000, writesPerMinute: 10_000 } });
});
afterAll(() => browsing?.close());

const history = '#/analyse?view=history';
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Trash of the server' });
const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  );
const put = (name: string) => writeFile(join(browsing.folder, name), smallScenario);

async function moveToTrash(page: Page, name: string) {
  await put(name);
  await page.goto(`${browsing.server.url}?again=${name}#/analyse?scenario=server%20${name}&view=history`);
  await page.getByRole('heading', { name: `${name} on the server` }).waitFor();
  await button(page, 'Move to the trash').click();
  await button(page, `Yes, move ${name} to the trash`).click();
  await told(page, `${name} is in the trash of the server; it is still open here.`);
}

test('what was deleted is found in the trash, restored and opened with the keyboard', async () => {
  await browsing.use({ query: history }, async (page) => {
    await moveToTrash(page, 'club.yaml');
    await button(page, 'Show the trash').press('Enter');
    const entry = dialog(page).getByRole('listitem');
    await entry.waitFor();
    expect(await focused(page)).toBe('Close');
    expect(await entry.textContent()).toMatch(/club\.yaml\s+deleted .*, 489 bytes/);
    await expectNoViolations(page);
    await entry.getByRole('button', { name: /^Restore club\.yaml, deleted/ }).focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('status').getByText('club.yaml is back.').waitFor();
    expect(await focused(page)).toBe('Open club.yaml');
    expect(await readFile(join(browsing.folder, 'club.yaml'), 'utf8')).toBe(smallScenario);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'club.yaml on the server' }).waitFor();
    expect(await dialog(page).count()).toBe(0);
    await expect.poll(() => chosen(page)).toBe('Club fee (club.yaml)');
    await button(page, 'Show the trash').click();
    await dialog(page).getByRole('status').getByText('Nothing is in the trash.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);
    expect(await focused(page)).toBe('Show the trash');
  });
});

test('one whose name is taken by now comes back under a free one', async () => {
  await browsing.use({ query: history }, async (page) => {
    await moveToTrash(page, 'twice.yaml');
    await put('twice.yaml');
    await button(page, 'Show the trash').click();
    await dialog(page)
      .getByRole('button', { name: /^Restore twice\.yaml, deleted/ })
      .click();
    const again = dialog(page).getByRole('button', { name: 'Restore as twice 2.yaml' });
    await again.waitFor();
    expect(await focused(page)).toBe('Restore as twice 2.yaml');
    await expectNoViolations(page);
    await again.click();
    await button(page, 'Open twice 2.yaml').click();
    await expect.poll(() => chosen(page)).toBe('Club fee (twice 2.yaml)');
  });
});

test('one that equals a shipped scenario is restored once, however often that is asked for, and opens as that', async () => {
  await browsing.use({ query: history }, async (page) => {
    const name = 'bank-account-fee.yaml';
    await moveToTrash(page, name);
    let asked = 0;
    await page.route('**/api/trash/**', async (route) => {
      asked++;
      const response = await route.fetch();
      await writeFile(join(browsing.folder, name), readShippedFile(name));
      await route.fulfill({ response });
    });
    await button(page, 'Show the trash').click();
    await dialog(page)
      .getByRole('button', { name: `Restore ${name}, deleted` })
      .evaluate((one: HTMLElement) => {
        one.click();
        one.click();
      });
    await dialog(page).getByRole('status').getByText(`${name} is back.`).waitFor();
    expect([asked, await dialog(page).getByRole('alert').count()]).toEqual([1, 0]);
    await button(page, `Open ${name}`).click();
    await expect.poll(() => page.url()).toContain(`scenario=${name}`);
    expect(await dialog(page).count()).toBe(0);
  });
});

test('one that the server lists no more is not opened, in words', async () => {
  await browsing.use({ query: history }, async (page) => {
    await moveToTrash(page, 'gone.yaml');
    await button(page, 'Show the trash').click();
    const entry = dialog(page).getByRole('listitem').filter({ hasText: 'gone.yaml' });
    await page.route('**/api/scenarios', (route) => route.abort());
    await entry.getByRole('button', { name: /^Restore/ }).click();
    await button(page, 'Open gone.yaml').click();
    await dialog(page).getByRole('alert').getByText('gone.yaml cannot be opened').waitFor();
  });
});

test('a trash that cannot be looked through says so, and is looked through again', async () => {
  await browsing.use({ query: history }, async (page) => {
    await moveToTrash(page, 'late.yaml');
    await page.route('**/api/trash', (route) => route.abort());
    await button(page, 'Show the trash').click();
    await dialog(page).getByRole('alert').getByText('The server does not answer').waitFor();
    await expectNoViolations(page);
    await page.unroute('**/api/trash');
    await button(page, 'Look again').press('Enter');
    await dialog(page)
      .getByRole('button', { name: /^Restore late\.yaml/ })
      .waitFor();
    expect(await focused(page)).toBe('Look again');
  });
});

test('a server that only reads shows its trash and restores nothing', async () => {
  const own = await startBrowsing();
  await own.use({ query: history }, async (page) => {
    await page.route('**/api/session', (route) =>
      route.fulfill({ json: { role: 'read-only', tokenNeeded: true, version: '0.1.0' } }),
    );
    const deleted = [
      { id: '00000001', name: 'a.yaml', deletedAt: '2026-01-01T12:00:00Z', bytes: 3, etag: '"a"' },
    ];
    await page.route('**/api/trash', (route) => route.fulfill({ json: { deleted } }));
    await page.reload();
    await button(page, 'Show the trash').click();
    await dialog(page).getByText('a.yaml').waitFor();
    expect(await dialog(page).getByRole('button').allTextContents()).toEqual(['Close', 'Look again']);
  });
  await own.close();
});
