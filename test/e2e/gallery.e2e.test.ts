import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSources } from '../support/architecture.ts';
import { type Browsing, startBrowsing } from '../support/browse.ts';
import { expectNoViolations } from '../support/expect-no-violations.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing?.close());

/** The page and its rooms; their own tests look at these. */
const rooms = ['kept-app', 'kept-decide', 'kept-teach', 'kept-analyse'];
/** Dialogs that stand on the page only while they are open. */
const dialogs = ['kept-link', 'kept-trash'];

function definedElements(): string[] {
  const names = [...readSources('web').values()].flatMap((source) =>
    [...source.matchAll(/@customElement\('(kept-[a-z-]+)'\)/g)].map(([, name]) => name),
  );
  expect(names).toEqual(expect.arrayContaining(rooms));
  return names.filter((name) => !rooms.includes(name)).sort();
}

test('every element has its place in the gallery', async () => {
  await browsing.use({ at: `${browsing.server.url}gallery.html` }, async (page) => {
    const shown = await page
      .locator('[data-element]')
      .evaluateAll((places) => places.map((place) => place.getAttribute('data-element')));
    expect([...new Set(shown)].sort()).toEqual(definedElements());
    for (const name of definedElements().filter((name) => !dialogs.includes(name)))
      expect(await page.locator(`[data-element=${name}] ${name}`).count(), name).toBeGreaterThan(0);
  });
});

test.each(['light', 'dark'] as const)('all of them are accessible, %s', async (colorScheme) => {
  await browsing.use({ at: `${browsing.server.url}gallery.html`, colorScheme }, async (page) => {
    await page.locator('kept-dots canvas, kept-dots svg').first().waitFor();
    // Headings and landmarks of a whole page stand here many times.
    await expectNoViolations(page, []);
  });
});
