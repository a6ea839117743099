import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, offerFile, startBrowsing } from '../support/browse.ts';
import { expectNoViolations } from '../support/expect-no-violations.ts';
import { smallScenario } from '../support/small-scenario.ts';

/** Two plans, so that there is something to compare. */
const twoPlans = `${smallScenario}  - name: Ask for less
    actions:
      - { at: 6, announce: 2, reason: cost, price: { by: 4 % } }
`;

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing({ readOnly: true });
});
afterAll(() => browsing?.close());

const editor = (page: Page) => page.getByRole('textbox', { name: /Scenario file/ });
const plans = (page: Page) => page.locator('kept-plans table');

async function openTwoPlans(page: Page): Promise<void> {
  await editor(page).waitFor();
  await offerFile(page, 'club.yaml', twoPlans);
  await page.locator('.cm-line', { hasText: '# A club that asks for more' }).waitFor();
}

/** Puts the cursor behind a text of the file. */
async function clickAfter(page: Page, line: string): Promise<void> {
  await page.locator('.cm-line', { hasText: line }).first().click();
  await page.keyboard.press('End');
}

describe('an analyst', () => {
  test('breaks the file, corrects it by one click, compares plans, and takes the edit back', async () => {
    const { page, said, close } = await browsing.open({ query: '#/analyse' });
    await openTwoPlans(page);
    await plans(page).getByRole('columnheader', { name: 'Ask for less' }).waitFor();
    await expect.poll(() => plans(page).textContent()).toMatch(/Price, month 6[\s\S]*Profit impact/);
    const verdict = page.locator('.short');
    await expect.poll(() => verdict.textContent()).toMatch(/loses money in .* of 100 runs/);

    await clickAfter(page, 'months: 24');
    await page.keyboard.type('\ncurency: USD');
    await page.getByText(/Results of the last valid file, \d\d:\d\d. Correct line 7/).waitFor();
    expect(await page.locator('.cm-lintRange-error').textContent()).toBe('curency');
    expect(await page.locator('.problems').textContent()).toContain('did you mean "currency"?');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await expect.poll(() => page.locator('.cm-activeLine').first().textContent()).toBe('curency: USD');
    await page.getByRole('button', { name: 'Correct to currency' }).click();
    await page.getByText(/currency stands twice/).waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Delete');
    await expect.poll(() => page.locator('.problems').count()).toBe(0);

    await clickAfter(page, 'months: 24');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('6');
    await page.getByRole('button', { name: 'Undo: edit line 6' }).click();
    await page.locator('.cm-line', { hasText: 'months: 24' }).waitFor();
    expect(said).toEqual([]);
    await close();
  });

  test('finds a draft again after a reload, and can give it up', async () => {
    await browsing.use({ query: '#/analyse' }, async (page) => {
      await editor(page).waitFor();
      await clickAfter(page, 'months: 36');
      await page.keyboard.type('0000');
      await page.locator('.problems').waitFor();
      await page.reload();
      await page.getByText('This is what you were writing.').waitFor();
      await page.locator('.cm-line', { hasText: 'months: 360000' }).waitFor();
      await page.getByRole('button', { name: 'Go back to the valid file' }).click();
      await page.locator('.cm-line', { hasText: /months: 36$/ }).waitFor();
      expect(await page.locator('.problems').count()).toBe(0);
    });
  });

  test('meets no barrier, in either scheme and at either width', async () => {
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      await browsing.use(
        { query: '#/analyse', colorScheme, viewport: { width, height: 844 } },
        async (page) => {
          await openTwoPlans(page);
          const results = page.getByRole('tab', { name: 'Results', exact: true });
          if (width < 700) {
            await expectNoViolations(page);
            await results.click();
          }
          await plans(page).getByRole('columnheader', { name: 'Ask for less' }).waitFor();
          await expectNoViolations(page);
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(wider).toBeLessThanOrEqual(0);
        },
      );
    }
  });
});
