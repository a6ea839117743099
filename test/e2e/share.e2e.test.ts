import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browsing,
  offerFile,
  openSmall,
  refuseClipboard,
  startBrowsing,
  untilDraws,
} from '../support/browse.ts';
import { fragmentOf, payload, withFlip } from '../support/damaged-links.ts';
import { recordConnections } from '../support/record-connections.ts';
import { brokenScenario, longComment, smallScenario } from '../support/small-scenario.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.close());

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const field = (page: Page) => page.getByLabel('Change in the monthly fee, percent');
const chosen = (page: Page) => page.getByLabel('Scenario', { exact: true }).locator('option:checked');
const linkButton = (page: Page) => page.getByRole('button', { name: 'Copy link' });
const verdict = (page: Page) => page.locator('h1').textContent();
const whole = /expect .*\(80\s%:\s.*\sto\s.*\); chance of loss/;

async function setFee(page: Page, percent: string) {
  await field(page).fill(percent);
  await field(page).press('Enter');
}

async function wholeVerdict(page: Page) {
  await untilDraws(page);
  await page
    .locator('.footer')
    .getByText(/^1,000 draws, each plan/)
    .waitFor();
  await expect.poll(() => verdict(page)).toMatch(whole);
  return verdict(page);
}

/** Follows a link within the page that is open, as when it is put into the address bar. */
const follow = (page: Page, fragment: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);

describe('a link', () => {
  test('opens what was set for somebody else, with the same verdict; no server hears of it', async () => {
    const recorder = await recordConnections(browsing.server.port);
    const from = await browsing.open({ ...clipboard, at: recorder.url });
    await openSmall(from.page);
    await setFee(from.page, '12.5');
    const expected = await wholeVerdict(from.page);
    await linkButton(from.page).press('Enter');
    await from.page.getByRole('status').getByText('Link copied, for Kept at 127.0.0.1').waitFor();
    await from.page.getByRole('button', { name: 'Link copied' }).waitFor();
    const link = await from.page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${recorder.url}#kept1=`)).toBe(true);
    await from.close();

    const to = await browsing.open({ at: link });
    await expect.poll(() => chosen(to.page).textContent()).toBe('Club fee');
    expect(await field(to.page).inputValue()).toBe('+12.5');
    expect(await wholeVerdict(to.page)).toBe(expected);
    expect(to.page.url()).toBe(`${recorder.url}#/decide`);
    const waiting = to.page.waitForEvent('download');
    await to.page.getByRole('button', { name: 'Download the scenario (YAML)' }).click();
    expect((await waiting).suggestedFilename()).toBe('club.yaml');
    await to.page.getByRole('button', { name: 'Undo: open Club fee' }).click();
    await expect.poll(() => chosen(to.page).textContent()).toContain('Telco');
    expect([...from.said, ...to.said]).toEqual([]);
    await to.close();

    const sent = recorder.sent();
    recorder.close();
    expect(sent).toContain('GET / HTTP/1.1');
    const data = link.slice(link.indexOf('=') + 1);
    for (const part of ['kept1', data.slice(0, 12), data.slice(-12), 'Club fee', 'club.yaml']) {
      expect(sent).not.toContain(part);
    }
  });

  test('opens at the plan that was looked at', async () => {
    await browsing.use(clipboard, async (page) => {
      const plan = page.getByLabel('Plan', { exact: true });
      await plan.selectOption({ label: 'Raise everyone 8 %' });
      await linkButton(page).click();
      await page.getByRole('button', { name: 'Link copied' }).waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      await browsing.use({ at: link }, async (other) => {
        await other.getByRole('button', { name: /^Undo: open Telco/ }).waitFor();
        expect(
          await other.getByLabel('Plan', { exact: true }).locator('option:checked').textContent(),
        ).toContain('Raise everyone 8 %');
      });
    });
  });

  test('is told to be copied only until something else is set', async () => {
    await browsing.use(clipboard, async (page) => {
      await linkButton(page).click();
      await page.getByRole('button', { name: 'Link copied' }).waitFor();
      await setFee(page, '11');
      await linkButton(page).waitFor();
      expect(await page.getByRole('status').first().textContent()).toBe('');
    });
  });

  test('that is followed in an open page can be undone', async () => {
    await browsing.use({}, async (page) => {
      await setFee(page, '12');
      await follow(page, await fragmentOf(payload()));
      await expect.poll(() => chosen(page).textContent()).toBe('Club fee');
      await page.getByRole('button', { name: 'Undo: open Club fee' }).click();
      await expect.poll(() => field(page).inputValue()).toBe('+12.0');
      await expect.poll(() => chosen(page).textContent()).toContain('Telco');
    });
  });
});

describe('a link that needs a word', () => {
  test('stands selected in a dialog where the browser refuses the clipboard', async () => {
    await browsing.use({}, async (page) => {
      await refuseClipboard(page);
      await linkButton(page).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Copy this link' });
      const shown = dialog.getByRole('textbox', { name: 'Link' });
      await expect.poll(() => shown.evaluate((one) => one === document.activeElement)).toBe(true);
      const [written, selected] = await shown.evaluate((one: HTMLTextAreaElement) => [
        one.value,
        one.value.slice(one.selectionStart, one.selectionEnd),
      ]);
      expect(written).toContain('#kept1=');
      expect(selected).toBe(written);
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog.count()).toBe(0);
      expect(await linkButton(page).evaluate((one) => one === document.activeElement)).toBe(true);
    });
  });

  test('has its length stated when it is long, and is not made when it is too long', async () => {
    await browsing.use(clipboard, async (page) => {
      await offerFile(page, 'long.yaml', smallScenario + longComment(9_000));
      await page.getByRole('button', { name: 'Undo: open Club fee' }).waitFor();
      await linkButton(page).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/It has \d+,\d{3} characters.*above 8,000/).waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link.length).toBeGreaterThan(8_000);
      await dialog.getByRole('button', { name: 'Close' }).click();

      await offerFile(page, 'longer.yaml', smallScenario + longComment(40_000));
      await expect.poll(() => linkButton(page).count()).toBe(1);
      await linkButton(page).click();
      await dialog.getByText(/would have \d+,\d{3} characters/).waitFor();
      expect(await dialog.getByRole('textbox').count()).toBe(0);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
      const waiting = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Download the scenario (YAML)' }).click();
      expect((await waiting).suggestedFilename()).toBe('longer.yaml');
    });
  });
});

describe('a link that is not in order', () => {
  test('is refused in words, wherever it is damaged, and what was open stays as it was set', async () => {
    const open = await browsing.open({ query: '#kept1=AAAA' });
    const { page } = open;
    const title = () => page.getByRole('dialog').getByRole('heading').textContent({ timeout: 5_000 });
    const refused = async (fragment: string) => {
      await follow(page, fragment);
      const said = await title();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      expect(new URL(page.url()).hash).toMatch(/^#\/decide\?scenario=telco-fee-increase\.yaml&plan=/);
      return said;
    };
    expect(await title()).toBe('The link is damaged.');
    await page.keyboard.press('Escape');
    await setFee(page, '12');
    const fragment = await fragmentOf(payload());
    const data = fragment.length - '#kept1='.length;
    for (let index = 0; index < data - 8; index += 75) {
      expect(await refused(withFlip(fragment, index, 1 + (index % 63)))).toBe('The link is damaged.');
      expect(await refused(fragment.slice(0, '#kept1='.length + index))).toBe('The link is damaged.');
    }
    expect(await refused(fragment.replace('kept1', 'kept12'))).toContain('another version of Kept');
    expect(await refused(await fragmentOf(payload(brokenScenario)))).toMatch(
      /^The scenario of the link has \d+/,
    );
    const bomb = await fragmentOf(payload(new Uint8Array(128 * 1024 * 1024)));
    expect(await refused(bomb)).toContain('larger than 2 MiB');
    expect(await field(page).inputValue()).toBe('+12.0');
    expect(await chosen(page).textContent()).toContain('Telco');
    expect(open.said).toEqual([]);
    await open.close();
  });
});
