import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The page as it stands keeps WCAG 2.2 AA, and the advice for whole pages, as far as a machine can tell. */
export async function expectNoViolations(
  page: Page,
  more: readonly string[] = ['best-practice'],
): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags([...levels, ...more]).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
