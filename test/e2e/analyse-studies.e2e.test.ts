import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, offerFile, startBrowsing } from '../support/browse.ts';
import { expectNoViolations } from '../support/expect-no-violations.ts';
import { smallScenario } from '../support/small-scenario.ts';

/** A plan whose price is left to the search. */
const freePlan = `${smallScenario}  - name: Find the fee
    actions:
      - { at: 6, announce: 2, reason: cost, price: { by: { free: 0 % to 12 %, start: 4 % } } }
optimise:
  plan: Find the fee
  maximise: profitWithEquity
  keep:
    - { measure: attrition, atMost: 9 % }
`;

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing({ readOnly: true });
});
afterAll(() => browsing?.close());

const focusedTag = (page: Page) => page.evaluate(() => document.activeElement?.tagName);
const fileLine = (page: Page, words: string | RegExp) => page.locator('.cm-line', { hasText: words });

async function openFreePlan(page: Page): Promise<void> {
  await page.locator('.cm-line').first().waitFor();
  await offerFile(page, 'club.yaml', freePlan);
  await fileLine(page, '# A club that asks for more').waitFor();
}

describe('an analyst', () => {
  test('starts anew from the template, where scenarios are picked and in an empty file', async () => {
    await browsing.use({ query: '#/analyse' }, async (page) => {
      await page.locator('.cm-line').first().waitFor();
      await page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'New scenario' });
      await fileLine(page, 'title: New scenario').waitFor();
      await page.getByRole('tab', { name: 'new-scenario.yaml' }).waitFor();
      expect(await page.locator('.problems').count()).toBe(0);
      expect(page.url()).not.toContain('scenario=');
      await page.locator('.cm-content').click();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await page.getByText('the file is empty; a scenario starts with format: kept/1').waitFor();
      await page.getByRole('button', { name: 'Start from the template' }).click();
      await fileLine(page, 'title: New scenario').waitFor();
      await page.getByRole('button', { name: 'Undo: open New scenario' }).waitFor();
    });
  });

  test('finds the best plan, writes it into the file, and takes it back', async () => {
    const { page, said, close } = await browsing.open({ query: '#/analyse?view=best', colorScheme: 'dark' });
    await openFreePlan(page);
    await page.locator('#view-panel-best').getByLabel('Draws').selectOption('32');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.locator('kept-frontier').getByRole('img').waitFor();
    await page.getByRole('row', { name: /Change of the price/ }).waitFor();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Write it into the file' }).click();
    const panel = page.locator('#view-panel-best');
    await panel.getByText('Written into the file: the values found stand in place').waitFor();
    await panel.getByText('The file leaves nothing free now').waitFor();
    expect(await panel.getByLabel('Draws').count()).toBe(0);
    expect(await panel.getByText('kept optimise').count()).toBe(0);
    await expect.poll(() => focusedTag(page)).toBe('H2');
    await fileLine(page, /price: \{ by: \d/)
      .nth(1)
      .waitFor();
    expect(await page.getByText('optimise:').count()).toBe(0);
    await page.getByRole('button', { name: 'Undo: best values of Find the fee' }).click();
    await fileLine(page, 'free: 0 % to 12 %').waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('button', { name: 'Go forth to: best values of Find the fee' }).waitFor();
    await expectNoViolations(page);
    expect(said).toEqual([]);
    await close();
  });

  test('puts the plans of another file beside these, and learns where the two disagree', async () => {
    await browsing.use({ query: '#/analyse' }, async (page) => {
      await openFreePlan(page);
      const beside = page.locator('kept-other-scenario');
      await page.getByRole('button', { name: 'All figures by month (CSV)' }).waitFor();
      await beside.locator('input[type=file]').setInputFiles({
        name: 'dearer.yaml',
        mimeType: 'text/yaml',
        buffer: Buffer.from(smallScenario.replace('price: 40', 'price: 55')),
      });
      await beside.getByRole('button', { name: 'Compare' }).click();
      await beside.getByRole('row', { name: /Ask for more dearer\.yaml/ }).waitFor();
      await beside.getByRole('row', { name: /Ask for more club\.yaml/ }).waitFor();
      await beside.getByText(/^\d+ inputs? in which the files disagree/).click();
      expect(await beside.getByRole('row', { name: /price/ }).first().textContent()).toMatch(/40.*55/);
      await beside
        .getByText(/npx kept compare club\.yaml dearer\.yaml --draws 200/)
        .first()
        .waitFor();
    });
  });

  test('copies the command that does the same on a terminal', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await browsing.use({ query: '#/analyse', permissions }, async (page) => {
      await openFreePlan(page);
      await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
      await page.getByRole('button', { name: 'Copied', exact: true }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        'npx kept compare club.yaml --draws 200',
      );
    });
  });

  test('chooses the plan that is studied where it is studied', async () => {
    await browsing.use({ query: '#/analyse?view=inputs' }, async (page) => {
      await openFreePlan(page);
      const panel = page.locator('#view-panel-inputs');
      await panel.getByText('Draw the tornado first: its largest inputs are split.').waitFor();
      expect(await panel.getByRole('button', { name: 'Split the spread' }).isDisabled()).toBe(true);
      await panel.getByLabel('Plan').selectOption('Find the fee');
      await panel.getByText("npx kept sensitivity club.yaml --plan 'Find the fee'").waitFor();
      await panel.getByRole('button', { name: 'Draw the tornado' }).click();
      await panel.getByRole('heading', { name: /Find the fee/ }).waitFor();
      await expect.poll(() => panel.getByRole('button', { name: 'Split the spread' }).isEnabled()).toBe(true);
      await panel.getByLabel('Plan').selectOption('Ask for more');
      await panel.getByText('These are results of Find the fee; another plan is chosen now.').waitFor();
      await panel.getByRole('heading', { name: /Find the fee/ }).waitFor();
      await panel.getByLabel('Plan').selectOption('Find the fee');
      expect(await panel.getByText('These are results').count()).toBe(0);
      await panel.getByText(/npx kept sensitivity club\.yaml --plan 'Find the fee' --draws 500/).waitFor();
      await page.getByRole('tab', { name: 'Sweep' }).click();
      const sweep = page.locator('#view-panel-sweep');
      expect(await sweep.getByLabel('Plan').inputValue()).toBe('Find the fee');
      const settings = await sweep.getByLabel('Measure').boundingBox();
      await sweep.getByRole('button', { name: 'Sweep', exact: true }).click();
      await sweep.locator('kept-heat-map').getByRole('img').waitFor();
      expect((await sweep.getByLabel('Measure').boundingBox())?.y).toBeCloseTo(settings?.y ?? 0, 0);
    });
  });

  test('shows a plan beside what names the rows, however many plans there are and however narrow the page', async () => {
    const query = '#/analyse?scenario=lessons/promise-what-you-deliver.yaml';
    await browsing.use({ query, viewport: { width: 320, height: 700 } }, async (page) => {
      await page.getByRole('tab', { name: 'Results' }).click();
      const heads = page.locator('.plans thead th');
      await expect.poll(() => heads.count(), { timeout: 60_000 }).toBeGreaterThan(10);
      const [names, first] = [await heads.nth(0).boundingBox(), await heads.nth(1).boundingBox()];
      expect(first!.x).toBeGreaterThanOrEqual(names!.x + names!.width - 1);
      expect(first!.x + first!.width).toBeLessThanOrEqual(320);
    });
  });

  test('searches the file in the words of the page, and long lines break', async () => {
    await browsing.use({ query: '#/analyse', viewport: { width: 390, height: 844 } }, async (page) => {
      await openFreePlan(page);
      await page.locator('.cm-line', { hasText: 'months: 24' }).click();
      await page.keyboard.press('Control+f');
      await page.getByPlaceholder('Search the file').pressSequentially('churn');
      await page.keyboard.press('Enter');
      expect(await page.locator('.cm-searchMatch-selected').textContent()).toBe('churn');
      await page.getByRole('checkbox', { name: 'whole words' }).waitFor();
      await expectNoViolations(page);
      const { scroll, shown } = await page
        .locator('.cm-scroller')
        .evaluate(({ scrollWidth, clientWidth }) => ({ scroll: scrollWidth, shown: clientWidth }));
      expect(scroll).toBe(shown);
    });
  });
});
