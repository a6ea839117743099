import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browsing, type OpenPage, openSmall, startBrowsing, untilDraws } from '../support/browse.ts';

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

const fader = () => open.page.locator('.instrument').getByLabel('Change in the monthly fee');
const field = () => open.page.getByLabel('Change in the monthly fee, percent');
const verdict = () => open.page.locator('h1');

describe('first load', () => {
  test('shows the verdict of a real scenario at once, and its interval when the draws are there', async () => {
    await expect.poll(() => verdict().textContent()).toMatch(/\d\s%/);
    await untilDraws(open.page);
    await expect
      .poll(() => verdict().textContent())
      .toMatch(/expect .*\(80\s%:\s.*\sto\s.*\); chance of loss/);
  });

  test('says nothing on the console and asks nobody but its own server', async () => {
    await untilDraws(open.page);
    expect(open.said).toEqual([]);
    const foreign = open.asked.filter(
      (url) => !url.startsWith(browsing.server.url) && !url.startsWith('blob:'),
    );
    expect(foreign).toEqual([]);
  });

  test('loads neither the parser nor the text of a scenario', () => {
    expect(open.asked.filter((url) => /parse|yaml/.test(url))).toEqual([]);
  });
});

describe('the fader', () => {
  test('moves by half a percent, five, and to both ends, and says so with price and unit', async () => {
    await fader().focus();
    const steps = [
      ['ArrowRight', '+8.5'],
      ['PageUp', '+13.5'],
      ['ArrowDown', '+13.0'],
      ['PageDown', '+8.0'],
      ['End', '+40.0'],
      ['Home', '−20.0'],
    ] as const;
    for (const [key, shown] of steps) {
      await fader().press(key);
      await expect.poll(() => field().inputValue()).toBe(shown);
    }
    await fader().press('End');
    expect(await fader().getAttribute('aria-valuetext')).toBe('plus 40.0 percent, $92.96 a month');
  });

  test('follows the pointer, and one pull is one step back', async () => {
    const before = await verdict().textContent();
    const box = (await fader().boundingBox())!;
    const at = (percent: number) => box.x + 12 + ((percent + 20) / 60) * (box.width - 24);
    const y = box.y + box.height / 2;
    await open.page.mouse.move(at(8), y);
    await open.page.mouse.down();
    for (const percent of [12, 16, 20, 25]) await open.page.mouse.move(at(percent), y);
    await open.page.mouse.up();
    await expect.poll(() => field().inputValue()).toBe('+25.0');
    await expect.poll(() => verdict().textContent()).not.toBe(before);
    await open.page.keyboard.press('Control+z');
    await expect.poll(() => field().inputValue()).toBe('+8.0');
    await open.page.keyboard.press('Control+Shift+z');
    await expect.poll(() => field().inputValue()).toBe('+25.0');
  });
});

describe('the number field', () => {
  test('takes a new price in arithmetic, and Enter commits', async () => {
    await field().fill('= 66.40 * 1.10');
    await field().press('Enter');
    await expect.poll(() => field().inputValue()).toBe('+10.0');
    expect(await open.page.locator('.becomes').textContent()).toContain('becomes $73.0');
  });

  test('restores the fee on Escape and explains what it cannot read', async () => {
    await field().fill('a lot');
    await field().press('Enter');
    await open.page.getByText('Write a change such as 8').waitFor();
    await field().press('Escape');
    expect(await field().inputValue()).toBe('+8.0');
    expect(await open.page.getByText('Write a change such as 8').count()).toBe(0);
  });

  test('widens the scale for a fee beyond it', async () => {
    await field().fill('75');
    await field().press('Enter');
    await expect.poll(() => fader().getAttribute('max')).toBe('80');
    expect(await fader().inputValue()).toBe('75');
  });
});

describe('the plan', () => {
  test('every lever is one named step that can be undone and done again', async () => {
    const { page } = open;
    await page.getByLabel('From', { exact: true }).selectOption({ label: 'July 2027, month 7' });
    await page.getByLabel('Notice', { exact: true }).selectOption({ label: '3 months' });
    await page.getByLabel('Reason given', { exact: true }).selectOption({ label: 'Better service' });
    await page.getByRole('radio', { name: '2' }).check();
    await page.getByRole('button', { name: 'Undo: in 2 steps' }).click();
    await page.getByRole('button', { name: 'Undo: reason: Better service' }).click();
    expect(await page.getByLabel('Reason given', { exact: true }).inputValue()).toBe('cost');
    await page.getByRole('button', { name: 'Redo: reason: Better service' }).click();
    expect(await page.getByLabel('Reason given', { exact: true }).inputValue()).toBe('quality');
    expect(await page.locator('h1 + p, .kick').first().textContent()).toContain('from July 2027');
  });

  test('who pays is chosen segment by segment, and one always remains', async () => {
    await openSmall(open.page);
    await open.page.locator('.who summary').click();
    await expect
      .poll(() => open.page.locator('.who summary').textContent())
      .toContain('Everyone, 900 customers');
    expect(await open.page.getByRole('checkbox', { name: /Members/ }).isDisabled()).toBe(true);
  });

  test('another plan of the file can be looked at', async () => {
    const plans = open.page.getByLabel('Plan', { exact: true });
    await plans.selectOption({ label: 'Raise everyone 8 %' });
    await expect
      .poll(() => open.page.locator('.who summary').textContent())
      .toContain('Everyone, 7,043 customers');
  });
});

describe('figures', () => {
  test('each chart has a sentence, a table and both exports', async () => {
    await openSmall(open.page);
    const charts = open.page.locator('[role=img]');
    await expect.poll(() => charts.count(), { timeout: 30_000 }).toBe(7);
    for (const label of await charts.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))) {
      expect(label).toMatch(/\w.*\.$/);
    }
    const names = [
      'runs',
      'fee-curve',
      'causes',
      'cumulative-profit',
      'who-leaves',
      'drivers',
      'customers',
      'figures',
    ];
    for (const [index, name] of names.entries()) {
      const figure = open.page.locator('kept-figure').nth(index);
      await expect.poll(() => figure.getByRole('button', { name: 'Show as table' }).count()).toBe(1);
      const download = open.page.waitForEvent('download');
      await figure.getByRole('button', { name: 'Save as CSV' }).click();
      expect((await download).suggestedFilename()).toBe(`club-fee-${name}.csv`);
    }
  });

  test('a picture is a PNG with the chart on it', async () => {
    await openSmall(open.page);
    for (const index of [0, 1]) {
      const download = open.page.waitForEvent('download');
      await open.page
        .locator('kept-figure')
        .nth(index)
        .getByRole('button', { name: 'Save as picture' })
        .click();
      const content = await readAll(await (await download).createReadStream());
      expect(content.subarray(1, 4).toString()).toBe('PNG');
      expect(content.length).toBeGreaterThan(8_000);
    }
  });

  test('the table holds what the chart shows', async () => {
    await openSmall(open.page);
    const figure = open.page.locator('kept-figure').nth(3);
    await figure.getByRole('button', { name: 'Show as table' }).click();
    expect(await figure.locator('tbody tr').count()).toBe(24);
    const shown = await figure.getByRole('img').getAttribute('aria-label');
    const last = await figure.locator('tbody tr').last().locator('td').first().textContent();
    expect(shown).toContain(`${last} mean`);
  });
});

async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
