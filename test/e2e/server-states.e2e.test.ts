import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, startBrowsing } from '../support/browse.ts';
import { expectNoViolations } from '../support/expect-no-violations.ts';
import { readWrite, tokens } from '../support/serve-app.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { button, field, openStored, scenario, setFee, told } from '../support/stored-page.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing({ limits: { readsPerMinute: 10_000, writesPerMinute: 10_000 } });
});
afterAll(() => browsing?.close());

const put = (name: string, content = smallScenario) => writeFile(join(browsing.folder, name), content);

describe('a server', () => {
  test('that asks for a token is shown one, and the page stays of use without', async () => {
    const guarded = await startBrowsing({ tokens });
    await writeFile(join(guarded.folder, 'club.yaml'), smallScenario);
    await guarded.use({}, async (page) => {
      await button(page, 'Sign in').click();
      const dialog = page.getByRole('dialog', { name: 'The server asks for a token' });
      const token = dialog.getByLabel('Token');
      await token.fill('not-a-token-of-this-server');
      await token.press('Enter');
      await dialog.getByText('This token is not known here.').waitFor();
      await expectNoViolations(page);
      await token.fill(readWrite);
      await token.press('Enter');
      await told(page, 'The server knows you now.');
      await openStored(page, 'club.yaml');
      await setFee(page, '13');
      await button(page, 'Save').click();
      await told(page, 'Saved as club.yaml.');
      await page.reload();
      await button(page, 'Save').waitFor();
      // As after the token was taken out of the server's file.
      await page.route('**/api/scenarios/**', async (route) => {
        const { authorization } = route.request().headers();
        const body = JSON.stringify({
          status: 401,
          title: 'Unauthorized',
          detail: 'This token is not known here.',
        });
        if (authorization === `Bearer ${readWrite}`)
          await route.fulfill({ status: 401, contentType: 'application/problem+json', body });
        else
          await route.continue({
            headers: { ...route.request().headers(), authorization: `Bearer ${readWrite}` },
          });
      });
      await scenario(page).selectOption({ label: 'Club fee (club.yaml)' });
      await token.fill('another-token-of-the-tests');
      await token.press('Enter');
      await expect.poll(() => field(page).inputValue()).toBe('+13.0');
    });
    await guarded.close();
  });

  test('that is gone when something is saved says so, and nothing is lost', async () => {
    await put('late.yaml');
    await browsing.use({}, async (page) => {
      await openStored(page, 'late.yaml');
      await setFee(page, '14');
      await page.route('**/api/**', (route) => route.abort());
      await button(page, 'Save').click();
      const dialog = page.getByRole('dialog', { name: 'late.yaml is not saved.' });
      await dialog.getByText('The server does not answer').waitFor();
      await page.keyboard.press('Escape');
      expect(await field(page).inputValue()).toBe('+14.0');
      await page.unroute('**/api/**');
      await button(page, 'Save').click();
      await told(page, 'Saved as late.yaml.');
    });
  });

  test('whose disk is full says so, and what was set can be saved once there is room', async () => {
    await put('full.yaml');
    await browsing.use({}, async (page) => {
      await openStored(page, 'full.yaml');
      await setFee(page, '14');
      const problem = {
        ...{ type: 'about:blank', title: 'Insufficient Storage', status: 507 },
        detail: 'The disk is full. Nothing was changed; make room and try again.',
      };
      const isSave = (url: URL) => url.pathname === '/api/scenarios/full.yaml';
      await page.route(isSave, (route) =>
        route.fulfill({
          status: 507,
          contentType: 'application/problem+json',
          body: JSON.stringify(problem),
        }),
      );
      await button(page, 'Save').click();
      const dialog = page.getByRole('dialog', { name: 'full.yaml is not saved.' });
      await dialog.getByText('The disk is full.').waitFor();
      await dialog.getByText('Your settings are still here.').waitFor();
      await page.keyboard.press('Escape');
      expect(await field(page).inputValue()).toBe('+14.0');
      await page.unroute(isSave);
      await button(page, 'Save').click();
      await told(page, 'Saved as full.yaml.');
    });
  });

  test('that only reads offers its scenarios and no saving', async () => {
    const reading = await startBrowsing({ readOnly: true });
    await writeFile(join(reading.folder, 'club.yaml'), smallScenario);
    await reading.use({}, async (page) => {
      await openStored(page, 'club.yaml');
      expect(await button(page, 'Save').count()).toBe(0);
    });
    await reading.close();
  });

  test('that is none but a site of files leaves the page as it was', async () => {
    const open = await browsing.open({ query: '?theme=light' });
    const { page } = open;
    await page.route('**/api/**', (route) =>
      route.fulfill({ status: 404, contentType: 'text/html', body: 'no' }),
    );
    const asked = page.waitForResponse('**/api/session');
    await page.reload();
    await asked;
    await page.locator('h1').waitFor();
    await button(page, 'Copy link').waitFor();
    expect(await button(page, 'Save').count()).toBe(0);
    expect(await button(page, 'Sign in').count()).toBe(0);
    expect(await scenario(page).locator('optgroup[label="On the server"]').count()).toBe(0);
    await open.close();
  });
});
