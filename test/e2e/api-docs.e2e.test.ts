import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browsing, startBrowsing } from '../support/browse.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing.close());

test('the description of the API is shown under its own policy, and asks nobody but its own server', async () => {
  await browsing.use({}, async (page) => {
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${browsing.server.url}api/docs`);
    await page.getByText('What the caller may do').first().waitFor();
    await page.locator('#operations-Session-getSession').getByRole('button').first().click();
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByRole('button', { name: 'Execute' }).click();
    await page.locator('.live-responses-table').getByText('"read-write"').waitFor();
    expect(said).toEqual([]);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((url) => !url.startsWith(browsing.server.url) && !url.startsWith('data:'))).toEqual(
      [],
    );
  });
});
