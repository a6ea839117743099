import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, startBrowsing } from '../support/browse.ts';
import { expectNoViolations } from '../support/expect-no-violations.ts';
import { patient, press, promiseLesson } from '../support/teach-page.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.close());

describe('presenter mode', () => {
  test('fills the screen in letters for the back row, plays by Space, and leaves by Escape', async () => {
    await browsing.use(
      { query: `${promiseLesson}&view=run`, viewport: { width: 1920, height: 1080 } },
      async (page) => {
        await page.locator('kept-crowd').first().waitFor();
        for (const played of ['plans', 'pad'] as const) {
          if (played === 'pad') {
            await page.getByRole('slider', { name: 'Promise and delivery' }).focus();
            await page.keyboard.press('ArrowRight');
          }
          await page.keyboard.press('p');
          const dialog = page.getByRole('dialog');
          await dialog.waitFor();
          expect(await smallestText(page)).toBeGreaterThanOrEqual(24);
          await expectNoViolations(page);
          const before = await dialog.locator('.presented-kick').textContent();
          await page.keyboard.press('Space');
          await expect.poll(() => dialog.locator('.presented-kick').textContent(), patient).not.toBe(before);
          await page.keyboard.press('Space');
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'detached' });
        }
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('16px');
      },
    );
  });

  test('leads through a lesson by the keys of a remote control, and along the loop at its end', async () => {
    await browsing.use({ query: promiseLesson, viewport: { width: 1920, height: 1080 } }, async (page) => {
      await page.locator('kept-crowd').waitFor();
      await page.keyboard.press('p');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const title = () => dialog.locator('h2').first().textContent();
      const legible = async () => {
        expect(await smallestText(page), `${await title()}`).toBeGreaterThanOrEqual(24);
        expect(await dialog.evaluate(({ scrollHeight }) => scrollHeight - innerHeight)).toBe(0);
        await expectNoViolations(page);
      };
      // Before anything is played there is one crowd, not two that are alike.
      expect(await dialog.locator('kept-crowd').count()).toBe(1);
      await legible();

      await page.keyboard.press('PageDown');
      await expect.poll(title).toMatch(/^Delivery stays at 7/);
      await dialog.getByRole('button', { name: 'Count hands instead' }).click();
      const hands = dialog.getByRole('textbox', { name: /^Hands for/ });
      for (const [index, count] of ['14', '9', 'seventeen'].entries()) await hands.nth(index).fill(count);
      await page.keyboard.press('Enter');
      // What is no number is kept to be corrected, and until then nothing is sealed.
      await dialog.getByRole('alert').getByText('no number of hands').waitFor();
      const wrong = dialog.locator('.hands [aria-invalid="true"]');
      expect([await wrong.count(), await wrong.inputValue()]).toEqual([1, 'seventeen']);
      await dialog.getByRole('status').getByText('No answer yet').waitFor();
      await legible();
      await wrong.fill('');
      await page.keyboard.press('Enter');
      await dialog.getByText('Sealed. 23\u00a0answers so far.').waitFor();
      expect(await hands.first().inputValue()).toBe('');

      await dialog.getByRole('button', { name: 'Run', exact: true }).click();
      const kick = () => dialog.locator('.presented-kick').textContent();
      await expect.poll(kick).toContain('Month 0 of 36');
      // It has no key to play: the first press plays, the next shows the end, and only then it goes on.
      await page.keyboard.press('PageDown');
      await expect.poll(kick, patient).toContain('Month 2 of 36');

      // After a pull the slider has the focus; the remote control turns all the same.
      await dialog.getByRole('slider', { name: 'Month' }).focus();
      await page.keyboard.press('PageDown');
      await expect.poll(kick).toContain('Month 36 of 36');
      await page.keyboard.press('PageDown');
      await expect.poll(title).toBe('The answer: Promise 7, what is delivered');
      await page.keyboard.press('PageUp');
      await expect.poll(kick).toContain('Month 36 of 36');
      await dialog.locator('h2').first().focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(title).toBe('The answer: Promise 7, what is delivered');
      await dialog.getByRole('heading', { name: '9 of 23\u00a0answers were right' }).waitFor();
      await dialog.locator('.promises .best-ring').waitFor();
      await legible();

      await page.keyboard.press('PageDown');
      await dialog.getByText('The best promise lies close to what is delivered.').waitFor();
      await legible();
      const lit = () => dialog.locator('svg.loop text.at').allTextContents();
      expect(await lit()).toEqual([]);
      await page.keyboard.press('PageDown');
      await expect.poll(title).toBe('Delivered quality');
      await page.keyboard.press('PageDown');
      await page.keyboard.press('ArrowRight');
      await expect.poll(title).toBe('Trust');
      expect(await lit()).toEqual(['Trust']);
      // What it did to the two that stood side by side, and as today.
      expect(await dialog.locator('.account-figure dt').allTextContents()).toHaveLength(3);
      expect(await dialog.locator('svg.loop').textContent()).toContain('promise gap');
      await legible();
      for (let press = 0; press < 4; press++) await page.keyboard.press('PageDown');
      await expect.poll(title).toBe('What customers expect');
      for (let press = 0; press < 6; press++) await page.keyboard.press('PageUp');
      await expect.poll(title).toBe('The answer: Promise 7, what is delivered');
    });
  }, 120_000);

  test('shows the crowd of the month that was reached, and at the question that of the start', async () => {
    await browsing.use(
      { query: `${promiseLesson}&view=run`, viewport: { width: 1920, height: 1080 } },
      async (page) => {
        await page.getByRole('slider', { name: 'Month' }).focus();
        for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
        await page.keyboard.press('p');
        const positions = () =>
          page
            .locator('dialog kept-crowd')
            .evaluateAll((crowds) => crowds.map((crowd) => Reflect.get(crowd, 'position')));
        await expect.poll(positions).toEqual([3, 3]);
        await page.getByRole('dialog').getByRole('button', { name: 'Question', exact: true }).click();
        await expect.poll(positions).toEqual([0]);
      },
    );
  });

  test.each([
    [1024, 768, 16],
    [1280, 720, 16],
    [1920, 1080, 24],
  ])('fits a screen of %d by %d in letters of %d pixels at least', async (width, height, least) => {
    // Its question has three lines.
    const query = '#/teach?scenario=lessons/advocates.yaml&view=run';
    await browsing.use({ query, viewport: { width, height } }, async (page) => {
      await page.getByRole('slider', { name: 'Month' }).focus();
      for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('p');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const counts = () =>
        dialog
          .locator('.heads')
          .evaluateAll((rows) =>
            rows.map((row) =>
              [...row.querySelectorAll('b')].map((count) => count.getBoundingClientRect().top),
            ),
          );
      for (const step of ['Run', 'Debrief'] as const) {
        await dialog.getByRole('button', { name: step, exact: true }).click();
        expect(Math.round(await smallestText(page)), step).toBeGreaterThanOrEqual(least);
        const over = await dialog.evaluate((it) => [
          it.scrollWidth - innerWidth,
          it.scrollHeight - innerHeight,
        ]);
        expect(over, step).toEqual([0, 0]);
        for (const tops of await counts()) expect(new Set(tops).size).toBe(1);
      }
    });
  });

  test('reveals what every plan and doing nothing comes to, below a headline of two lines', async () => {
    await browsing.use(
      {
        query: '#/teach?scenario=lessons/the-guarantee.yaml&view=predict',
        viewport: { width: 1920, height: 1080 },
      },
      async (page) => {
        await page.getByRole('radio', { name: 'Never' }).check();
        await press(page, 'Seal this answer');
        await page.getByText('Sealed. 1\u00a0answer so far.').waitFor();
        await page.getByRole('heading', { level: 1 }).focus();
        await page.keyboard.press('r');
        await page.keyboard.press('p');
        const dialog = page.getByRole('dialog');
        await expect
          .poll(() => dialog.locator('.outcomes dt').allTextContents())
          .toEqual(['Repair quicker then guarantee', 'Repair quicker', 'As today', 'Guarantee now']);
        const figures = await dialog.locator('.outcomes dd').allTextContents();
        expect(new Set(figures.filter((figure) => /^€[\d.]+m$/.test(figure))).size).toBe(4);
        expect((await dialog.textContent())?.split('0 of 1').length).toBe(2);
        const [title, told] = await Promise.all(
          ['.presented-title', '.presented-reveal h2'].map((part) =>
            dialog.locator(part).first().boundingBox(),
          ),
        );
        expect(told!.y - title!.y - title!.height).toBeGreaterThanOrEqual(16);
        await expectNoViolations(page);
      },
    );
  });

  test('is not offered where there is no room for it', async () => {
    await browsing.use(
      { query: `${promiseLesson}&view=run`, viewport: { width: 600, height: 900 } },
      async (page) => {
        await page.locator('kept-crowd').first().waitFor();
        await page.keyboard.press('p');
        expect(await page.getByRole('button', { name: 'Presenter mode' }).count()).toBe(0);
        expect(await page.getByRole('dialog').count()).toBe(0);
        await page.locator('.keys summary').click();
        expect(await page.locator('.keys kbd').allTextContents()).toEqual([
          'Space',
          ', and .',
          'Arrows',
          'R',
        ]);
        await page.setViewportSize({ width: 800, height: 900 });
        await page.locator('.keys dd').getByText('leave presenter mode').waitFor();
        expect(await page.locator('.keys kbd').allTextContents()).toContain('P');
      },
    );
  });
});

/** Size of the smallest letters that are seen in the dialog, in CSS pixels of the screen. */
function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sizes: number[] = [];
    const walker = document.createTreeWalker(document.querySelector('dialog')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      const box = parent.getBoundingClientRect();
      const hidden = box.width <= 1 || box.height <= 1 || !parent.checkVisibility();
      if (!walker.currentNode.textContent!.trim() || hidden || parent.closest('.unseen')) continue;
      // A drawing may be shown larger than it is drawn.
      const zoom = parent instanceof SVGGraphicsElement ? parent.getScreenCTM()!.a : 1;
      const turned = parent.matches('[transform*=rotate]');
      sizes.push(Number.parseFloat(getComputedStyle(parent).fontSize) * (turned ? 1 : zoom));
    }
    return Math.min(...sizes);
  });
}
