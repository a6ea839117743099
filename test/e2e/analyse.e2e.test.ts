import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download, Page } from 'playwright';
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

  test('asks what moves a plan, cancels a long run, goes back in the history and takes the figures home', async () => {
    const { page, said, close } = await browsing.open({ query: '#/analyse' });
    await openTwoPlans(page);
    await plans(page).getByRole('columnheader', { name: 'Ask for less' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'All figures by month (CSV)' }).click();
    expect((await download).suggestedFilename()).toBe('club.200-draws.csv');
    const rows = await readLines(await download);
    expect(rows[0]).toBe('plan,segment,month,measure,statistic,value');
    expect(rows.filter((row) => row.startsWith('Ask for less,,24,profit,')).length).toBe(8);

    await page.getByLabel('Draws').selectOption('5,000');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(/Cancelled/).waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);

    await page.getByRole('tab', { name: 'What moves it' }).click();
    await page.getByRole('button', { name: 'Draw the tornado' }).click();
    const tornado = page.locator('kept-tornado').getByRole('img');
    expect(await tornado.getAttribute('aria-label')).toMatch(/moves Ask for more most|can turn Ask for more/);
    expect(page.url()).toContain('view=inputs');
    await page.getByRole('tab', { name: 'Sweep' }).click();
    await page.getByRole('button', { name: 'Sweep', exact: true }).click();
    await page.locator('kept-heat-map').getByRole('img').waitFor();

    await clickAfter(page, 'months: 24');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('5');
    await page
      .locator('#view-panel-sweep')
      .getByText('These are results of the file before your last changes.')
      .waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('edit line 6').waitFor();
    await page.getByRole('button', { name: 'Go back to: open Club fee' }).click();
    await page.locator('.cm-line', { hasText: /months: 24$/ }).waitFor();
    await page.getByRole('button', { name: 'Go forth to: edit line 6' }).click();
    await page.locator('.cm-line', { hasText: /months: 25$/ }).waitFor();
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

  test('finds the last word of a file of their own again, however soon the page is left', async () => {
    await browsing.use({ query: '#/analyse' }, async (page) => {
      await offerFile(page, 'club.yaml', smallScenario);
      await clickAfter(page, 'title: Club fee');
      await page.keyboard.type(' of old');
      await page.reload();
      await page.locator('.cm-line', { hasText: 'title: Club fee of old' }).waitFor();
      await expect.poll(() => page.title()).toContain('Club fee of old');
      await clickAfter(page, 'title: Club fee of old');
      await page.keyboard.type(': and more');
      await page.reload();
      await page.getByText('This is what you were writing.').waitFor();
      await page.locator('.cm-line', { hasText: 'Club fee of old: and more' }).waitFor();
    });
  });

  test('writes over what is selected, in one step and without a word on the console', async () => {
    const { page, said, close } = await browsing.open({ query: '#/analyse' });
    await clickAfter(page, 'months: 36');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('format: kept/1');
    await expect.poll(() => page.locator('.cm-content').textContent()).toBe('format: kept/1');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Home');
    await page.locator('.cm-line', { hasText: /months: 36$/ }).waitFor();
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('"');
    expect(await page.locator('.cm-line').first().textContent()).toMatch(/^"#.*"$/s);
    expect(said).toEqual([]);
    await close();
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

describe('a file on the server', () => {
  test('is opened as it was before, renamed, and put into the trash', async () => {
    const own = await startBrowsing();
    const query = '#/analyse?scenario=server%20club.yaml&view=history';
    await writeFile(join(own.folder, 'club.yaml'), smallScenario);
    await own.use({ query }, async (page) => {
      await editor(page).waitFor();
      await clickAfter(page, 'months: 24');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('5');
      await page.getByRole('button', { name: 'Undo: edit line 6' }).waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('button', { name: /^Open the version of/ }).click();
      await page.locator('.cm-line', { hasText: /months: 24$/ }).waitFor();
      await page.getByLabel('Name').fill('plans/club.yaml');
      await page.getByRole('button', { name: 'Rename' }).press('Enter');
      await page.getByRole('heading', { name: 'plans/club.yaml on the server' }).waitFor();
      expect(await focused(page)).toBe('plans/club.yaml');
      expect(await readFile(join(own.folder, 'plans/club.yaml'), 'utf8')).toContain('months: 25');
      await page.getByRole('button', { name: 'Move to the trash' }).click();
      await page.getByRole('button', { name: 'Yes, move plans/club.yaml to the trash' }).press('Enter');
      await page.getByRole('heading', { name: 'Not on the server' }).waitFor();
      expect(await focused(page)).toBe('Not on the server');
      await expect(readFile(join(own.folder, 'plans/club.yaml'))).rejects.toThrow('ENOENT');
    });
    await own.close();
  });

  test('is saved and downloaded as it was last valid, and that is said', async () => {
    const own = await startBrowsing();
    await writeFile(join(own.folder, 'club.yaml'), smallScenario);
    await own.use({ query: '#/analyse?scenario=server%20club.yaml' }, async (page) => {
      await editor(page).waitFor();
      await clickAfter(page, 'months: 24');
      await page.keyboard.type('x');
      await page.getByText('1 problem', { exact: true }).waitFor();
      const save = page.getByRole('button', { name: 'Save', exact: true });
      await save.click();
      const said = page.getByRole('status');
      await said.getByText(/^Only the last valid file is saved, as club\.yaml;/).waitFor();
      // Something is left to save.
      expect(await save.count()).toBe(1);
      expect(await readFile(join(own.folder, 'club.yaml'), 'utf8')).toBe(smallScenario);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download the scenario (YAML)' }).click();
      expect(await readLines(await download)).toContain('months: 24');
      await said.getByText(/^Only the last valid file is downloaded;/).waitFor();
      await clickAfter(page, 'months: 24');
      await page.keyboard.press('Backspace');
      await page.getByText('No problem', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
    });
    await own.close();
  });

  test('that went to the trash unchanged is still open after a reload', async () => {
    const own = await startBrowsing();
    await writeFile(join(own.folder, 'club.yaml'), smallScenario);
    await own.use({ query: '#/analyse?scenario=server%20club.yaml&view=history' }, async (page) => {
      await page.getByRole('button', { name: 'Move to the trash' }).click();
      await page.getByRole('button', { name: 'Yes, move club.yaml to the trash' }).click();
      await page.getByRole('heading', { name: 'Not on the server' }).waitFor();
      const scenario = page.getByLabel('Scenario', { exact: true }).locator('option:checked');
      await expect.poll(() => scenario.textContent()).toBe('Club fee');
      // What was done rests for a moment before it is kept.
      await page.waitForTimeout(1000);
      await page.reload();
      await expect.poll(() => scenario.textContent()).toBe('Club fee');
      await page.locator('.cm-line', { hasText: /^title: Club fee/ }).waitFor();
    });
    await own.close();
  });
});

/** What the control with the focus holds or says. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement instanceof HTMLInputElement
      ? activeElement.value
      : (activeElement?.textContent ?? null);
  });
}

async function readLines(download: Download): Promise<string[]> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8').trimEnd().split(/\r?\n/);
}
