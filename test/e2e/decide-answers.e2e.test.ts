import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, openSmall, startBrowsing } from '../support/browse.ts';
import { expectNoViolations } from '../support/expect-no-violations.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.close());

const patience = { timeout: 60_000 };

async function press(control: Locator, key = 'Enter'): Promise<void> {
  await control.focus();
  await control.press(key);
}

/** Causes, and what moves the answer and where it flips, are there. */
async function untilAnswers(page: Page): Promise<void> {
  await page.locator('kept-waterfall svg').waitFor(patience);
  await page.locator('kept-tornado svg', { hasText: 'answer flips at' }).waitFor(patience);
}

describe('an executive, by keyboard alone', () => {
  test('moves the fee, sees why, makes it safer, doubts an assumption, and prints a page', async () => {
    const { page, said, close } = await browsing.open();
    await openSmall(page);
    await press(page.locator('.instrument').getByLabel('Change in the monthly fee'), 'PageUp');
    await expect.poll(() => page.locator('.kick').textContent()).toContain('Raise the fee by 15.0');
    await untilAnswers(page);
    expect(await page.locator('kept-waterfall svg').getAttribute('aria-label')).toMatch(
      /^The fee brings .*The plan/,
    );

    // A bound that the plan does not keep; the cheapest change that does is applied, undone, and applied again.
    await page.getByLabel('Bring', { exact: true }).selectOption('attrition2');
    await press(page.getByRole('button', { name: 'Find safer changes' }));
    const apply = page.getByRole('button', { name: /^Apply: / });
    await apply.first().waitFor(patience);
    const way = (await apply.first().getAttribute('aria-label'))!.slice('Apply: '.length);
    await press(apply.first());
    const undo = page.getByRole('button', { name: `Undo: ${way.charAt(0).toLowerCase()}${way.slice(1)}` });
    await undo.waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('safer-title');
    await page.getByText('It is safe already: attrition').waitFor(patience);
    await press(page.locator('.safer-applied').getByRole('button', { name: 'Undo' }));
    await apply.first().waitFor();
    await expect.poll(() => page.locator('.kick').textContent()).toContain('Raise the fee by 15.0');

    // What it rests on, and one number of it changed.
    await press(page.getByRole('button', { name: 'Open all assumptions' }));
    const drawer = page.getByRole('dialog', { name: 'All assumptions' });
    // What moves the answer most comes first.
    const first = () => drawer.getByRole('listitem').first().locator('b').first().textContent();
    const title = () => page.getByText(/ moves this answer most$/).textContent();
    await expect.poll(async () => `${await first()} moves this answer most`).toBe(await title());
    await drawer.getByRole('searchbox').fill('churn today');
    expect(await drawer.getByRole('listitem').count()).toBe(1);
    await press(drawer.getByRole('button', { name: /^Change: Churn today/ }));
    const value = drawer.getByLabel('Value, or range');
    expect(await value.inputValue()).toBe('1.5 %/month to 2.6 %/month');
    await value.fill('a little');
    await value.press('Enter');
    await drawer.getByRole('alert').waitFor();
    await value.fill('3 %/month');
    await value.press('Enter');
    await drawer.getByText('3\u202f%/month').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Undo: assumption: Churn today/ }).waitFor();

    // One page for the board, of the plan as it now stands.
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await press(page.getByRole('button', { name: 'Print for the board' }));
    await page.locator('body[data-printed]').waitFor(patience);
    const board = page.locator('kept-board');
    expect(await board.locator('h1').textContent()).toMatch(/You can lose .*chance of loss/);
    expect(await board.locator('footer').textContent()).toMatch(/scenario [0-9a-f]{64}/);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await board.count()).toBe(0);
    expect(said).toEqual([]);
    await close();
  }, 180_000);
});

describe('an assumption', () => {
  test('with a value of the reader’s own is assumed, and undo brings back what was behind it', async () => {
    await browsing.use({}, async (page) => {
      await openSmall(page);
      const drawer = page.getByRole('dialog', { name: 'All assumptions' });
      const behind = drawer.getByRole('listitem').filter({ hasText: 'Churn today' }).locator('.behind');
      const open = page.getByRole('button', { name: 'Open all assumptions' });
      await press(open);
      await press(drawer.getByRole('button', { name: /^Change: Churn today/ }));
      await drawer.getByLabel('Value, or range').fill('3 %/month');
      await page.keyboard.press('Enter');
      await expect.poll(() => behind.textContent()).toMatch(/assumed\s*no source stated/);
      await page.keyboard.press('Escape');
      await press(page.getByRole('button', { name: /^Undo: assumption: Churn today/ }));
      await press(open);
      await expect.poll(() => behind.textContent()).toMatch(/expert\s*last year/);
    });
  });
});

describe('more of the plan', () => {
  test('opens in place, and each row is one named step', async () => {
    await browsing.use({}, async (page) => {
      await openSmall(page);
      await press(page.locator('kept-more-levers summary').first());
      await page.getByLabel('Who keeps the old price').selectOption({ label: 'Here 60\u00a0months or more' });
      await page.getByRole('button', { name: /^Undo: spared: Here 60/ }).waitFor();
      await press(page.locator('kept-more-levers summary', { hasText: 'No investment' }));
      await page.getByLabel('Points better').fill('1');
      await page.getByLabel('Points better').press('Enter');
      await press(page.getByRole('button', { name: /^Undo: service: Responsiveness/ }));
      await page.locator('kept-more-levers summary', { hasText: 'No investment' }).waitFor();
      await press(page.getByRole('button', { name: /^Undo: spared/ }));
      await page.locator('kept-more-levers summary', { hasText: 'Nobody' }).waitFor();
    });
  }, 60_000);
});

describe('Decide with all its answers', () => {
  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)(
    'keeps WCAG 2.2 AA and fits %i px, %s',
    async (width, colorScheme) => {
      await browsing.use({ viewport: { width, height: 810 }, colorScheme }, async (page) => {
        await openSmall(page);
        await untilAnswers(page);
        await page.getByRole('button', { name: 'By spend within each segment' }).click();
        await page.locator('kept-fifths svg').waitFor(patience);
        for (const row of await page.locator('kept-more-levers summary').all()) {
          await row.click();
          await expectNoViolations(page);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.getByRole('button', { name: 'Open all assumptions' }).click();
        await page.getByRole('dialog', { name: 'All assumptions' }).waitFor();
        await page.getByRole('button', { name: /^Change: Churn today/ }).click();
        await expectNoViolations(page);
      });
    },
    120_000,
  );
});
