import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browsing, type OpenPage, offerFile, openSmall, startBrowsing } from '../support/browse.ts';
import { smallScenario } from '../support/small-scenario.ts';

let browsing: Browsing;
let open: OpenPage;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.close());
beforeEach(async () => {
  open = await browsing.open();
});
afterEach(() => open.close());

const field = () => open.page.getByLabel('Change in the monthly fee, percent');
const title = () => open.page.getByLabel('Scenario', { exact: true }).locator('option:checked').textContent();
const hash = () => decodeURIComponent(new URL(open.page.url()).hash);
const room = () => open.page.locator('.rooms [aria-current=page]').textContent();

async function setFee(percent: string) {
  await field().fill(percent);
  await field().press('Enter');
  // What is kept is kept after a moment's rest.
  await expect.poll(() => open.page.evaluate(() => Object.values(localStorage).join())).toContain(percent);
}

describe('the rooms', () => {
  test('have addresses: links, back and forth, and a reload lead to them', async () => {
    const { page } = open;
    await page.getByRole('link', { name: 'Teach' }).click();
    await expect.poll(room).toBe('Teach');
    expect(hash()).toMatch(/^#\/teach\?scenario=telco-fee-increase\.yaml/);
    await page.getByRole('link', { name: 'Analyse' }).click();
    await expect.poll(room).toBe('Analyse');
    await page.goBack();
    await expect.poll(room).toBe('Teach');
    await page.reload();
    await expect.poll(room).toBe('Teach');
    await page.goForward();
    await expect.poll(room).toBe('Analyse');
    expect(open.said).toEqual([]);
  });

  test('show again what they did when they were left, of the scenario that was open', async () => {
    const { page } = open;
    const go = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
    const step = () => page.locator('.steps [aria-current=step]').textContent();
    await go('Teach');
    await page.locator('.steps').getByRole('button', { name: 'Debrief' }).click();
    await go('Decide');
    await expect.poll(room).toBe('Decide');
    expect(hash()).not.toContain('view=');
    await go('Teach');
    await expect.poll(step).toContain('Debrief');
    expect(hash()).toContain('view=debrief');

    // Left by the browser's own way back, it is no different.
    await page.locator('.steps').getByRole('button', { name: 'Question' }).click();
    await page.goBack();
    await expect.poll(room).toBe('Decide');
    await go('Teach');
    await expect.poll(step).toContain('Question');

    await go('Decide');
    await page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'The surge' });
    await expect.poll(hash).toContain('the-surge');
    await page.getByRole('link', { name: 'Analyse' }).click();
    await go('Teach');
    await expect.poll(room).toBe('Teach');
    expect(hash()).not.toContain('view=');
  });

  test('open at the scenario and plan of an address', async () => {
    await open.page.goto(`${browsing.server.url}#/decide?scenario=club-best-fee.yaml&plan=Find+the+fee`);
    await open.page.reload();
    await expect.poll(title).toContain('A club');
    expect(await open.page.getByLabel('Plan', { exact: true }).locator('option:checked').textContent()).toBe(
      'Find the fee',
    );
    // What the address asks for is the first there is: only the choice of its plan can be undone.
    const undo = open.page.getByRole('button', { name: /^Undo/ });
    expect(await undo.getAttribute('title')).toBe('Undo: plan Find the fee');
    await undo.click();
    await expect.poll(() => undo.getAttribute('aria-disabled')).toBe('true');
    expect(await title()).toContain('A club');
  });
});

describe('what was set', () => {
  test('but cannot be read any more is handed over, with what is wrong', async () => {
    const { page } = open;
    await setFee('12.5');
    // What an older Kept wrote.
    await page.evaluate(() => {
      const key = Object.keys(localStorage)[0];
      localStorage[key] = localStorage[key].replace('format: kept/1', 'format: kept/1\\nmonhts: 12');
    });
    await page.reload();
    const dialog = page.getByRole('dialog', { name: /was open here/ });
    await dialog.getByText('monhts').first().waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save telco-fee-increase.yaml' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('telco-fee-increase.yaml');
    expect(open.said).toEqual([]);
  });

  test('in one tab is not what another tab finds', async () => {
    const { page } = open;
    await setFee('12.5');
    const other = await page.context().newPage();
    await other.goto(browsing.server.url);
    const otherField = other.getByLabel('Change in the monthly fee, percent');
    await otherField.fill('3');
    await otherField.press('Enter');
    await expect
      .poll(() => other.evaluate(() => Object.values(localStorage).join()))
      .toContain('"written":3,');
    await page.reload();
    await expect.poll(() => field().inputValue()).toBe('+12.5');
    await other.reload();
    await expect.poll(() => otherField.inputValue()).toBe('+3.0');
  });

  test('is there again after a reload, without a question, and can be undone', async () => {
    const { page } = open;
    await setFee('12.5');
    await page.reload();
    await expect.poll(() => field().inputValue()).toBe('+12.5');
    await expect.poll(() => page.getByText('is as you left it').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => field().inputValue()).toBe('+8.0');
  });

  test('in a file of the reader’s own is there again, offered as before', async () => {
    const { page } = open;
    await openSmall(page);
    await setFee('13.5');
    expect(hash()).toBe('#/decide');
    await page.reload();
    await expect.poll(title).toBe('Club fee');
    expect(await field().inputValue()).toBe('+13.5');
  });

  test('stays behind what an address asks for, one step back', async () => {
    await setFee('12.5');
    await open.page.goto(`${browsing.server.url}#/decide?scenario=lessons/the-surge.yaml`);
    await open.page.reload();
    await expect.poll(title).toContain('surge');
    await open.page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(title).toContain('Telco');
    expect(await field().inputValue()).toBe('+12.5');
  });

  test('to a file of the server is saved over just that file after a reload', async () => {
    const { page } = open;
    await offerFile(page, 'kept-fee.yaml', smallScenario);
    await expect.poll(title).toBe('Club fee');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Saved' }).count()).toBe(1);
    await setFee('14.5');
    await page.reload();
    await expect.poll(() => field().inputValue()).toBe('+14.5');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Saved' }).count()).toBe(1);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

test('numbers are written and read in the reader’s own way', async () => {
  await browsing.use({ locale: 'de-DE' }, async (page) => {
    const fee = page.getByLabel('Change in the monthly fee, percent');
    expect(await fee.inputValue()).toBe('+8,0');
    await fee.fill('12,5');
    await fee.press('Enter');
    await expect.poll(() => fee.inputValue()).toBe('+12,5');
    await expect.poll(() => page.locator('h1').textContent()).toMatch(/\d,\d\s%/);
  });
});
