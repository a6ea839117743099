import type { Page } from 'playwright';

export const field = (page: Page) => page.getByLabel('Change in the monthly fee, percent');
export const scenario = (page: Page) => page.getByLabel('Scenario', { exact: true });
export const chosen = (page: Page) => scenario(page).locator('option:checked').textContent();
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const told = (page: Page, words: string | RegExp) =>
  page.getByRole('status').getByText(words, { exact: true }).waitFor();

export async function setFee(page: Page, percent: string) {
  await field(page).fill(percent);
  await field(page).press('Enter');
}

export async function openStored(page: Page, name: string) {
  await scenario(page).selectOption({ label: `Club fee (${name})` });
  await page.getByRole('button', { name: 'Undo: open Club fee' }).waitFor();
}
