import type { Page } from 'playwright';

export const promiseLesson = '#/teach?scenario=lessons/promise-what-you-deliver.yaml';
export const stepNames = ['Question', 'Predict', 'Run', 'Reveal', 'Debrief'] as const;

/** Months are played by the clock. */
export const patient = { timeout: 8000 };

export const headline = (page: Page) => page.locator('h1').textContent();
export const month = async (page: Page) =>
  Number(await page.getByRole('slider', { name: 'Month' }).inputValue());
export const step = (page: Page, name: string) =>
  page.locator('.steps').getByRole('button', { name }).first();
export const isCurrent = (page: Page, name: string) =>
  step(page, name).and(page.locator('[aria-current=step]')).waitFor();
export const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
};
