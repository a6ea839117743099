import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browsing, type OpenPage, offerFile, openSmall, startBrowsing } from '../support/browse.ts';
import { brokenScenario, smallScenario } from '../support/small-scenario.ts';

let browsing: Browsing;
let open: OpenPage;
let folder: string;
beforeAll(async () => {
  browsing = await startBrowsing();
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
});
afterAll(async () => {
  await browsing?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  open = await browsing.open();
});
afterEach(() => open.close());

const field = (page: Page) => page.getByLabel('Change in the monthly fee, percent');

async function save(
  page: Page,
  button: string,
): Promise<{ readonly name: string; readonly content: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') };
}

describe('opening a file', () => {
  test('one with mistakes lists every line, and what was open stays as it was set', async () => {
    const { page } = open;
    await field(page).fill('12');
    await field(page).press('Enter');
    await offerFile(page, 'club.yaml', brokenScenario);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.getByRole('heading').textContent()).toMatch(/club\.yaml has \d+ problems/);
    const lines = await dialog.locator('li').allTextContents();
    expect(lines.some((line) => line.includes('Line 8,') && line.includes('prize'))).toBe(true);
    expect(lines.some((line) => line.includes('Line 9,') && line.includes('month'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await field(page).inputValue()).toBe('+12.0');
    expect(
      await page.getByLabel('Scenario', { exact: true }).locator('option:checked').textContent(),
    ).toContain('Telco');
  });

  test('what is no scenario at all is refused in words', async () => {
    await offerFile(open.page, 'picture.yaml', '\u0000\u0001 { [ :');
    await open.page.getByRole('dialog').getByText('picture.yaml has').waitFor();
    await open.page.keyboard.press('Escape');
    await offerFile(open.page, 'long.yaml', '#'.repeat(3 * 1024 * 1024));
    await open.page.getByRole('dialog').getByText('long.yaml is larger than 2 MiB').waitFor();
  });

  test('a file that is dropped on the page opens, and undo goes back to the one before', async () => {
    const { page } = open;
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'club.yaml'));
      return data;
    }, smallScenario);
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    await expect.poll(() => field(page).inputValue()).toBe('+10.0');
    await page.getByRole('button', { name: 'Undo: open Club fee' }).click();
    await expect.poll(() => field(page).inputValue()).toBe('+8.0');
  });
});

describe('taking things home', () => {
  test('an untouched file comes back byte for byte', async () => {
    await openSmall(open.page);
    expect(await save(open.page, 'Download the scenario (YAML)')).toEqual({
      name: 'club.yaml',
      content: smallScenario,
    });
  });

  test('what was set is written into the file, comments stay, and it opens again as it was', async () => {
    const { page } = open;
    await openSmall(page);
    await field(page).fill('12.5');
    await field(page).press('Enter');
    await page.getByLabel('From', { exact: true }).selectOption({ label: 'June 2027, month 6' });
    await page.getByRole('radio', { name: '3' }).check();
    const { content } = await save(page, 'Download the scenario (YAML)');
    for (const kept of ['# A club that asks for more', '# all alike', '# told in the spring letter']) {
      expect(content).toContain(kept);
    }
    expect(content).toContain('12.5 %');
    await offerFile(page, 'again.yaml', content);
    await page.getByRole('button', { name: 'Undo: open Club fee' }).waitFor();
    await expect.poll(() => field(page).inputValue()).toBe('+12.5');
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('6');
    expect(await page.getByRole('radio', { name: '3' }).isChecked()).toBe(true);
  });

  test('the result is, byte for byte, what the command line writes for the same file', async () => {
    const { page } = open;
    await openSmall(page);
    await field(page).fill('15');
    await field(page).press('Enter');
    const scenario = await save(page, 'Download the scenario (YAML)');
    const result = await save(page, 'Download the result (JSON, 1,000 draws)');
    expect(result.name).toBe('club.result.json');
    const path = join(folder, 'club.yaml');
    await writeFile(path, scenario.content);
    const command = [join(process.cwd(), 'scripts/kept.mjs'), 'run', path, '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 64 * 1024 * 1024 });
    expect(result.content === stdout).toBe(true);
  });
});
