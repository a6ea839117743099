import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, offerFile, startBrowsing } from '../support/browse.ts';
import { expectNoViolations } from '../support/expect-no-violations.ts';
import { brokenScenario, smallScenario } from '../support/small-scenario.ts';
import { button, chosen, field, openStored, scenario, setFee, told } from '../support/stored-page.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing({ limits: { readsPerMinute: 10_000, writesPerMinute: 10_000 } });
});
afterAll(() => browsing?.close());

const read = (name: string) => readFile(join(browsing.folder, name), 'utf8');
const put = (name: string, content = smallScenario) => writeFile(join(browsing.folder, name), content);

/** Two readers opened one scenario, and the other one saved first. The second is told so. */
async function conflict(name: string, look: (page: Page) => Promise<void>) {
  await put(name);
  await browsing.use({}, async (mine) => {
    await openStored(mine, name);
    await setFee(mine, '12.5');
    await browsing.use({}, async (other) => {
      await openStored(other, name);
      await setFee(other, '15');
      await button(other, 'Save').click();
      await told(other, `Saved as ${name}.`);
    });
    await button(mine, 'Save').click();
    await mine.getByRole('dialog', { name: `${name} was changed on the server` }).waitFor();
    await look(mine);
  });
  expect(await read(name)).toContain('# told in the spring letter');
}

describe('a scenario on the server', () => {
  test('is opened, changed, saved and there when the page is loaded anew', async () => {
    await put('club.yaml');
    const { page, said, close } = await browsing.open();
    const group = scenario(page).locator('optgroup[label="On the server"] option');
    await expect.poll(() => group.allTextContents()).toEqual(['Club fee (club.yaml)']);
    await openStored(page, 'club.yaml');
    await setFee(page, '12.5');
    await button(page, 'Save').click();
    await told(page, 'Saved as club.yaml.');
    await button(page, 'Saved').waitFor();
    expect(await read('club.yaml')).toBe(smallScenario.replace('10 %', '12.5 %'));
    await page.reload();
    await openStored(page, 'club.yaml');
    await expect.poll(() => field(page).inputValue()).toBe('+12.5');
    expect(said).toEqual([]);
    await close();
  });

  test('is made of a file of the reader’s own, under a name that is free and allowed', async () => {
    await put('taken.yaml');
    await browsing.use({}, async (page) => {
      await offerFile(page, 'mine.yaml', smallScenario);
      await page.getByRole('button', { name: 'Undo: open Club fee' }).waitFor();
      await setFee(page, '11');
      await button(page, 'Save').click();
      const dialog = page.getByRole('dialog', { name: 'Save to the server' });
      const name = dialog.getByRole('textbox', { name: 'Name' });
      expect(await name.inputValue()).toBe('mine.yaml');
      await name.fill('taken');
      await name.press('Enter');
      await dialog.getByText('There is taken.yaml already').waitFor();
      expect(await name.inputValue()).toBe('taken 2.yaml');
      await name.fill('.hidden.yaml');
      await name.press('Enter');
      await dialog.getByText('begins with a full stop').waitFor();
      await expectNoViolations(page);
      await name.fill('plans/ours');
      await name.press('Enter');
      await told(page, 'Saved as plans/ours.yaml.');
      await expect.poll(() => chosen(page)).toBe('Club fee (plans/ours.yaml)');
      expect(await read('plans/ours.yaml')).toContain('11 %');
      await setFee(page, '12');
      await button(page, 'Save').click();
      await button(page, 'Saved').waitFor();
      expect(await read('plans/ours.yaml')).toContain('12 %');
      const download = page.waitForEvent('download');
      await button(page, 'Download the scenario (YAML)').click();
      expect((await download).suggestedFilename()).toBe('ours.yaml');
      await page.getByRole('link', { name: 'Analyse' }).click();
      await page.getByRole('tab', { name: 'plans/ours.yaml' }).waitFor();
    });
  });

  test('that an address asks for is waited for, and nothing else stands in its place', async () => {
    await put('club.yaml');
    const open = await browsing.open();
    const { page } = open;
    let answer = () => {};
    const silence = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/session', async (route) => {
      await silence;
      await route.continue();
    });
    await page.goto(`${browsing.server.url}?#/decide?scenario=server+club.yaml`);
    await page.getByText('The scenario is loading.').waitFor();
    expect(await page.getByLabel('Change in the monthly fee, percent').count()).toBe(0);
    answer();
    await expect.poll(() => page.title()).toContain('Club fee');
    await open.close();
  });

  test('with mistakes is told line by line, and what was open stays', async () => {
    await put('draft.yaml', brokenScenario);
    await browsing.use({}, async (page) => {
      await scenario(page).selectOption({ label: 'Club fee (draft.yaml)' });
      await page
        .getByRole('dialog')
        .getByText(/draft\.yaml has \d+ problems/)
        .waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => chosen(page)).toContain('Telco');
    });
    await rm(join(browsing.folder, 'draft.yaml'));
  });

  test('that shipped is offered a second time only once it is another', async () => {
    const name = 'club-best-fee.yaml';
    await put(name, `${await read(name)}\n# ours\n`);
    await browsing.use({}, async (page) => {
      const group = scenario(page).locator('optgroup[label="On the server"] option');
      await expect.poll(() => group.allTextContents().then((all) => all.join())).toContain(`(${name})`);
    });
  });
});

describe('a scenario that others changed meanwhile', () => {
  test('is told to be another when the page is loaded anew, and only then', async () => {
    await put('mine.yaml');
    await browsing.use({}, async (page) => {
      await openStored(page, 'mine.yaml');
      await setFee(page, '12.5');
      await button(page, 'Save').click();
      await told(page, 'Saved as mine.yaml.');
      await page.reload();
      await told(page, /is as you left it/);
      await put('mine.yaml', smallScenario.replace('10 %', '15 %'));
      await page.reload();
      await told(page, /^mine\.yaml is another on the server by now/);
      expect(await field(page).inputValue()).toBe('+12.5');
    });
  });

  test('can be saved over theirs', async () => {
    await conflict('over.yaml', async (page) => {
      await expectNoViolations(page);
      await button(page, 'Keep mine').click();
      await told(page, 'Saved as over.yaml.');
      expect(await read('over.yaml')).toContain('12.5 %');
    });
  });

  test('can be taken as theirs, and undo goes back to mine', async () => {
    await conflict('theirs.yaml', async (page) => {
      await button(page, 'Take theirs').click();
      await expect.poll(() => field(page).inputValue()).toBe('+15.0');
      expect(await chosen(page)).toBe('Club fee (theirs.yaml)');
      await page.getByRole('button', { name: 'Undo: open Club fee' }).click();
      await expect.poll(() => field(page).inputValue()).toBe('+12.5');
      expect(await read('theirs.yaml')).toContain('15 %');
      await button(page, 'Save').click();
      await page.getByRole('dialog', { name: 'theirs.yaml was changed' }).waitFor();
    });
  });

  test('can be kept beside mine', async () => {
    await conflict('both.yaml', async (page) => {
      await button(page, 'Keep both').click();
      const name = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
      expect(await name.inputValue()).toBe('both 2.yaml');
      await name.press('Enter');
      await told(page, 'Saved as both 2.yaml.');
      expect(await read('both.yaml')).toContain('15 %');
      expect(await read('both 2.yaml')).toContain('12.5 %');
      expect(await chosen(page)).toBe('Club fee (both 2.yaml)');
    });
  });

  test('is left alone when nothing is chosen; one that is gone can be saved again', async () => {
    await put('gone.yaml');
    await browsing.use({}, async (page) => {
      await openStored(page, 'gone.yaml');
      await setFee(page, '9');
      await rm(join(browsing.folder, 'gone.yaml'));
      await button(page, 'Save').click();
      const dialog = page.getByRole('dialog', { name: 'gone.yaml is no longer on the server' });
      await dialog.waitFor();
      expect(await button(page, 'Take theirs').count()).toBe(0);
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog.count()).toBe(0);
      await expect(read('gone.yaml')).rejects.toThrow('ENOENT');
      await button(page, 'Save').click();
      await button(page, 'Keep mine').click();
      await told(page, 'Saved as gone.yaml.');
      expect(await read('gone.yaml')).toContain('9 %');
    });
  });
});
