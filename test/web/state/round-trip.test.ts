import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../models/index.ts';
import { createSituation, openChoice, withLevers } from '../../../web/state/choice.ts';
import { openText, writeChoice } from '../../../web/state/documents.ts';
import { type Levers, withLever } from '../../../web/state/levers.ts';
import fc, { runs } from '../../support/properties.ts';

// What the page runs and what it writes into the file must be the same plan, for every setting of the levers.

function scenarioText(actions: string): string {
  return `# kept comment
format: kept/1
title: Two kinds
currency: USD
months: 36
world:
  segments:
    - { name: Small, customers: 300, price: 20, fees: { router: 4 }, churn: 2 %/month } # few
    - { name: Large, customers: 100, price: 80, fees: { router: 4 }, churn: 1 %/month }
${actions}`;
}

const plans = {
  'a price by percent': `plans:
  - name: Rise
    actions:
      - { at: 12, announce: 10, segments: [Small], reason: cost, price: { by: 8 % } } # told by letter
`,
  'a price by an uncertain percent, in steps': `plans:
  - name: Rise
    actions:
      - at: 12
        announce: 2 months before
        price: { by: 4 % to 9 %, phases: 2, every: 5 months, grandfather: { tenure: at least 24 months } }
`,
  'a price by an amount': `plans:
  - { name: Rise, actions: [{ at: 12, price: { by: 3.50 } }] }
`,
  'a price to a level': `plans:
  - { name: Rise, actions: [{ at: 12, segments: [Large], price: { to: 90 } }] }
`,
  'a separate fee by an amount': `plans:
  - { name: Rise, actions: [{ at: 12, fee: { name: router, by: 2, shown: at billing } }] }
`,
  'a separate fee to a level, after another action': `plans:
  - name: Rise
    actions:
      - { at: 2, notify: true }
      - { at: 12, announce: 11, fee: { name: router, to: 6 } }
`,
  'a plan without a fee': `plans:
  - { name: Letter, actions: [{ at: 2, notify: true }] }
`,
  'no plan at all': '',
};

const leverMoves = fc.record(
  {
    written: fc.integer({ min: 1, max: 600 }).map((n) => n / 10),
    noticeMonths: fc.constantFrom(null, 0, 1, 4, 12),
    at: fc.integer({ min: 1, max: 36 }),
    segments: fc.constantFrom(['Small'], ['Large'], ['Small', 'Large']),
    reason: fc.constantFrom('none', 'cost', 'quality', 'market', 'profit'),
    phases: fc.integer({ min: 1, max: 4 }),
    everyMonths: fc.integer({ min: 1, max: 12 }),
  } satisfies { [lever in keyof Levers]: unknown },
  { requiredKeys: [] },
);

async function openDocument(text: string) {
  const opening = await openText('two.yaml', text);
  if (!opening.ok) throw new Error(opening.trouble.problems.map(({ full }) => full).join('\n'));
  return opening.document;
}

/** Numbers and names alone: a certain number says the same whoever states it. */
function essence(scenario: Scenario): unknown {
  return JSON.parse(
    JSON.stringify(scenario.plans, (key, value) =>
      key === 'source' || key === 'evidence' ? undefined : value,
    ),
  );
}

describe.each(Object.entries(plans))('%s', (_, actions) => {
  test('is left byte for byte when nothing is moved', async () => {
    const text = scenarioText(actions);
    expect(await writeChoice(openChoice(await openDocument(text)))).toBe(text);
  });

  test('runs as it is written, wherever the levers stand', async () => {
    const document = await openDocument(scenarioText(actions));
    const { initial, target } = createSituation(openChoice(document));
    const inSteps = target.of === 'price';
    await fc.assert(
      fc.asyncProperty(leverMoves, async (moves) => {
        const moved = Object.entries(moves).filter(([lever]) => inSteps || lever !== 'phases');
        const levers = moved.reduce(
          (before, [lever, value]) => withLever(before, lever as keyof Levers, value),
          initial,
        );
        const choice = withLevers(openChoice(document), levers);
        const text = await writeChoice(choice);
        expect(text).toContain('# kept comment');
        const again = await openDocument(text);
        const { plan } = createSituation(choice);
        const shown = document.scenario.plans.length === 0 && levers.written === 0 ? [] : [plan];
        expect(essence(again.scenario)).toEqual(essence({ ...document.scenario, plans: shown }));
      }),
      runs(40),
    );
  });
});
