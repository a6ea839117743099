import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, offerFile, openSmall, startBrowsing } from '../support/browse.ts';
import { smallScenario } from '../support/small-scenario.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing({ readOnly: true });
});
afterAll(() => browsing?.close());

const patience = { timeout: 60_000 };
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

async function press(control: Locator): Promise<void> {
  await control.focus();
  await control.press('Enter');
}

/** Every control that has the focus from now on, in words. */
async function followFocus(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    document.body.dataset.focused = '';
    document.addEventListener('focusin', ({ target }) => {
      document.body.dataset.focused += `${(target as HTMLElement).textContent?.trim()}\n`;
    });
  });
  return () => page.evaluate(() => (document.body.dataset.focused ?? '').split('\n'));
}

describe('by keyboard alone the focus stays where the work is', () => {
  test('when nothing is left to undo or to redo', async () => {
    await browsing.use({}, async (page) => {
      await openSmall(page);
      await page.locator('.instrument').getByLabel('Change in the monthly fee').press('PageUp');
      for (const step of ['Undo', 'Redo']) {
        const button = page.getByRole('button', { name: new RegExp(`^${step}`) });
        await button.focus();
        for (;;) {
          if ((await button.getAttribute('aria-disabled')) === 'true') break;
          const name = await button.getAttribute('aria-label');
          await page.keyboard.press('Enter');
          await expect.poll(() => button.getAttribute('aria-label')).not.toBe(name);
        }
        expect(await focused(page)).toBe(step);
      }
    });
  });

  test('when safer changes are looked for, and found', async () => {
    await browsing.use({}, async (page) => {
      await openSmall(page);
      await page.getByLabel('Bring', { exact: true }).selectOption('attrition2');
      const ask = page.getByRole('button', { name: 'Find safer changes' });
      await ask.waitFor(patience);
      const visited = await followFocus(page);
      await press(ask);
      await expect.poll(() => page.evaluate(() => document.activeElement?.id), patience).toBe('safer-title');
      expect(await visited()).toContain('Stop');
    });
  });

  test('when customers are followed one by one', async () => {
    await browsing.use({}, async (page) => {
      await openSmall(page);
      const visited = await followFocus(page);
      await press(page.getByRole('button', { name: 'By spend within each segment' }));
      await page.locator('kept-fifths svg').waitFor(patience);
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
      expect(await visited()).toContain('Stop');
    });
  });

  test('when an analyst asks for a study, and it is done', async () => {
    await browsing.use({ query: '#/analyse?view=inputs' }, async (page) => {
      await page.locator('.cm-line').first().waitFor();
      await offerFile(page, 'club.yaml', smallScenario);
      await page.locator('.cm-line', { hasText: '# A club that asks for more' }).waitFor();
      const visited = await followFocus(page);
      await press(page.getByRole('button', { name: 'Draw the tornado' }));
      await page.locator('kept-tornado svg').first().waitFor(patience);
      await expect.poll(() => focused(page)).not.toBe('Cancel');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
      expect(await visited()).toContain('Cancel');
    });
  });
});
