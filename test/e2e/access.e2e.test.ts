import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browsing,
  offerFile,
  openSmall,
  refuseClipboard,
  startBrowsing,
  untilDraws,
} from '../support/browse.ts';
import { expectNoViolations } from '../support/expect-no-violations.ts';
import { brokenScenario, longComment, smallScenario } from '../support/small-scenario.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.close());

describe('WCAG 2.2 AA, as far as a machine can tell', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.each([1280, 390])(`${colorScheme}, %d px wide, everything unfolded`, async (width) => {
      await browsing.use({ colorScheme, viewport: { width, height: 844 } }, async (page) => {
        await openSmall(page);
        await page.locator('.who summary').click();
        for (const button of await page.getByRole('button', { name: 'Show as table' }).all())
          await button.click();
        await page.getByRole('radio', { name: '3' }).check();
        await expectNoViolations(page);
      });
    });
  }

  test('the dialog of a broken file', async () => {
    await browsing.use({}, async (page) => {
      await offerFile(page, 'club.yaml', brokenScenario);
      await page.getByRole('dialog').waitFor();
      await expectNoViolations(page);
    });
  });

  test.each(['light', 'dark'] as const)(
    'the dialog of a long link to copy by hand, %s',
    async (colorScheme) => {
      await browsing.use({ colorScheme }, async (page) => {
        await refuseClipboard(page);
        await offerFile(page, 'club.yaml', smallScenario + longComment(9_000));
        await page.getByRole('button', { name: 'Undo: open Club fee' }).waitFor();
        await page.getByRole('button', { name: 'Copy link' }).click();
        await page.getByRole('dialog', { name: 'Copy this link' }).waitFor();
        await expectNoViolations(page);
      });
    },
  );
});

describe('room', () => {
  test('from 320 px to a projector nothing runs out of the page', async () => {
    await browsing.use({}, async (page) => {
      await untilDraws(page);
      for (const width of [320, 360, 390, 700, 701, 1100, 1101, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        await expect.poll(overflow, { message: `${width} px` }).toBeLessThanOrEqual(0);
      }
    });
  });

  test('what is pressed is at least 24 px high and wide', async () => {
    await browsing.use({ viewport: { width: 390, height: 844 } }, async (page) => {
      await openSmall(page);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, select, summary, label:has(input)')]
          .filter((one) => one.offsetParent !== null)
          .map((one) => ({ box: one.getBoundingClientRect(), html: one.outerHTML.slice(0, 80) }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ html }) => html),
      );
      expect(small).toEqual([]);
    });
  });

  test('the theme of the address wins over that of the system', async () => {
    await browsing.use({ colorScheme: 'light', query: '?theme=dark' }, async (page) => {
      const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      expect(paper).toBe('rgb(17, 20, 23)');
    });
  });

  test('on a narrow screen the fader stands in a dock with the chance of loss', async () => {
    await browsing.use({ viewport: { width: 390, height: 844 } }, async (page) => {
      await openSmall(page);
      const dock = page.getByRole('complementary', { name: 'Change in the monthly fee' });
      await expect.poll(() => dock.textContent()).toMatch(/chance of loss .*%/);
      await dock.getByRole('slider').press('PageUp');
      await expect.poll(() => dock.textContent()).toContain('+15.0');
      expect(await page.locator('.instrument .fader').isVisible()).toBe(false);
    });
  });
});
