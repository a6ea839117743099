import { describe, expect, it } from 'vitest';
import { makeSafe } from '../../../models/analysis/make-safe.ts';
import type { SafeOutcome } from '../../../models/analysis/make-safe-result.ts';
import { runScenario } from '../../../models/analysis/run.ts';
import { listSafeWays } from '../../../models/analysis/safe-changes.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import { rewriteScenarioText } from '../../../models/scenario/write.ts';
import { readParts, scenarioText } from '../../support/scenario-text.ts';

const parts = {
  top: 'months: 10',
  segment:
    'costToServe: 8 to 12\ntenure: [{ months: 6, share: 50 % }, { months: 60, share: 50 % }]\nservice: { empathy: { promise: 8, delivery: 7 } }\nassumptions: { priceResponse: 1 to 4 }',
  actions: '- { at: 3, announce: 2, reason: profit, price: { by: 20 % } } # ours',
};
const text = scenarioText(parts);
const draws = 20;
const safeAt = (atMost: number, of = text) =>
  makeSafe(of, { plan: 'Plan', bound: { measure: 'attrition', atMost }, draws });

type Found = Extract<SafeOutcome, { found: true }>;
const foundIn = (outcomes: readonly SafeOutcome[]) =>
  outcomes.filter((outcome): outcome is Found => outcome.found);

describe('making a plan safe', async () => {
  const now = (await safeAt(0.99)).now.attrition.mean;
  const bound = now / 2;
  const result = await safeAt(bound);
  const found = foundIn(result.outcomes);

  it('says so where it is safe already', async () => {
    expect(await safeAt(0.99)).toMatchObject({ safe: true, outcomes: [] });
  });

  it('finds changes that bring it under the bound, each as a file whose plan has these figures', async () => {
    expect(result.safe).toBe(false);
    expect(result.outcomes).toHaveLength(8);
    expect(found.map(({ kind }) => kind)).toContain('smaller');
    for (const { edits, figures } of found.slice(0, 3)) {
      expect(figures.attrition.mean).toBeLessThanOrEqual(bound);
      const changed = rewriteScenarioText(text, edits);
      expect(changed).toContain('# ours');
      const again = await safeAt(0.99, changed);
      expect(again.now.attrition.mean).toBe(figures.attrition.mean);
      expect(again.now.profit.mean).toBe(figures.profit.mean);
    }
  });

  it('promises what the verdict over the changed plan then says', async () => {
    const loss = { measure: 'chanceOfLoss', atMost: 0.03 } as const;
    const dear = text.replace(
      'reason: profit,',
      'reason: profit, invest: { in: empathy, by: 1, once: 9000 },',
    );
    const safe = await makeSafe(text, { plan: 'Plan', bound: { measure: 'attrition', atMost: bound } });
    const risky = await makeSafe(dear, { plan: 'Plan', bound: loss });
    const promised = [
      ...foundIn(safe.outcomes).map((way) => ({ ...way, from: text })),
      ...foundIn(risky.outcomes).map((way) => ({ ...way, from: dear })),
    ];
    expect(foundIn(safe.outcomes).length).toBeGreaterThan(1);
    expect(foundIn(risky.outcomes).length).toBeGreaterThan(0);
    for (const { edits, figures, from } of promised) {
      const parsed = parseScenarioText(rewriteScenarioText(from, edits));
      const { impact } = runScenario((parsed as Extract<typeof parsed, { ok: true }>).scenario).plans[1];
      expect(impact!.attrition.mean).toBeCloseTo(figures.attrition.mean, 12);
      expect(impact!.profit.mean).toBeCloseTo(figures.profit.mean, 6);
      expect(impact!.chanceOfLoss).toBe(figures.chanceOfLoss.mean);
    }
    for (const { figures } of foundIn(safe.outcomes))
      expect(figures.attrition.mean).toBeLessThanOrEqual(0.9 * now);
    for (const { figures } of foundIn(risky.outcomes))
      expect(figures.chanceOfLoss.mean).toBeLessThanOrEqual(0.03);
  });

  it('denies a kind only where its largest change is not enough on all draws, within the tries it tells of', async () => {
    const dear = text.replace(
      'reason: profit,',
      'reason: profit, invest: { in: empathy, by: 1, once: 9000 },',
    );
    const scenario = (parseScenarioText(dear) as { scenario: Scenario }).scenario;
    const ways = listSafeWays(scenario, scenario.plans[0]);
    const chanceWith = async ({ edits }: (typeof ways)[number]['changes'][number]) => {
      const changed = rewriteScenarioText(dear, edits);
      const bound = { measure: 'chanceOfLoss', atMost: 0.99 } as const;
      return (await makeSafe(changed, { plan: 'Plan', bound, draws: 200 })).now.chanceOfLoss.mean;
    };
    let denied = 0;
    for (const atMost of [0.005, 0.1]) {
      let told = { plans: 0, most: 0 };
      const { outcomes } = await makeSafe(dear, {
        ...{ plan: 'Plan', bound: { measure: 'chanceOfLoss', atMost }, draws: 200 },
        onProgress: (progress) => {
          told = progress;
        },
      });
      expect(told.plans).toBeLessThanOrEqual(told.most);
      for (const { kind, found } of outcomes) {
        const largest = ways.find((way) => way.kind === kind)?.changes.at(-1);
        if (found || !largest) continue;
        denied++;
        expect([kind, await chanceWith(largest)]).toEqual([
          kind,
          expect.toSatisfy((chance: number) => chance > atMost),
        ]);
      }
    }
    expect(denied).toBeGreaterThan(2);
  });

  it('measures the plan among those of its file, or alone', async () => {
    const other =
      '- name: Other\n    actions: [{ at: 2, customers: { satisfaction: above 6 }, price: { by: 5 % } }]';
    const both = text.replace(/\n*$/, `\n  ${other}\n`);
    const options = { plan: 'Plan', bound: { measure: 'attrition', atMost: 0.99 }, draws } as const;
    const among = await makeSafe(both, options);
    const alone = await makeSafe(both, { ...options, alone: true });
    const scenario = (parseScenarioText(both) as { scenario: Scenario }).scenario;
    const plans = scenario.plans.slice(0, 1);
    const attrition = (of: Scenario) =>
      runScenario(of, { draws, plans: ['Plan'] }).plans[1].impact!.attrition.mean;
    expect(attrition(scenario)).not.toBe(attrition({ ...scenario, plans }));
    expect(among.now.attrition.mean).toBeCloseTo(attrition(scenario), 12);
    expect(alone.now.attrition.mean).toBeCloseTo(attrition({ ...scenario, plans }), 12);
  });

  it('takes the smallest: a rise one hundredth larger is not safe', async () => {
    const smaller = found.find(({ kind }) => kind === 'smaller')!;
    const percent = Number(/at (\d+) %/.exec(smaller.words)![1]);
    const edits = [{ path: ['plans', 0, 'actions', 0, 'price', 'by'], value: `${(percent + 1) / 5} %` }];
    const larger = await safeAt(0.99, rewriteScenarioText(text, edits));
    expect(larger.now.attrition.mean).toBeGreaterThan(bound);
    expect(smaller.edits[0].value).toBe(`${percent / 5} %`);
  });

  it('puts first what keeps most profit, and says what is given up', () => {
    const profits = found.map(({ figures }) => figures.profit.mean);
    expect(profits).toEqual([...profits].sort((a, b) => b - a));
    for (const { profitGivenUp, figures } of found) {
      expect(profitGivenUp.mean).toBeCloseTo(result.now.profit.mean - figures.profit.mean, 6);
    }
  });

  it('finds nothing where nothing helps', async () => {
    const nothing = await makeSafe(scenarioText({ top: 'months: 6', actions: '- { at: 2, notify: true }' }), {
      ...{ plan: 'Plan', bound: { measure: 'chanceOfLoss', atMost: 0 }, draws },
    });
    expect(nothing.safe).toBe(false);
    expect(foundIn(nothing.outcomes).map(({ kind }) => kind)).not.toContain('smaller');
  });

  it('refuses unknown plans, draws and bounds out of range, and a text with problems', async () => {
    const options = { plan: 'Plan', bound: { measure: 'attrition', atMost: 0.1 } } as const;
    await expect(makeSafe(text, { ...options, plan: 'Plam' })).rejects.toThrow('no plan named');
    await expect(makeSafe(text, { ...options, draws: 19 })).rejects.toThrow('from 20 to');
    await expect(makeSafe('format: kept/2', options)).rejects.toThrow('problems');
    await expect(makeSafe(text, { ...options, bound: { ...options.bound, atMost: 1 } })).rejects.toThrow(
      'share',
    );
  });
});

describe('the ways to make a plan safer', () => {
  it('are, written into the file, plans that the file accepts', () => {
    const scenario = readParts(parts);
    for (const { kind, changes } of listSafeWays(scenario, scenario.plans[0])) {
      expect([kind, changes.length > 0]).toEqual([kind, true]);
      for (const { edits } of [changes[0], changes[changes.length - 1]].filter(Boolean)) {
        const parsed = parseScenarioText(rewriteScenarioText(text, edits));
        expect([kind, parsed.ok]).toEqual([kind, true]);
      }
    }
  });

  it('scale ranges at both ends, and new levels from the level today', () => {
    const ways = (action: string) => {
      const scenario = readParts({ segment: 'fees: { card: 2 }', actions: action });
      return listSafeWays(scenario, scenario.plans[0])[0].changes[49]?.edits[0].value;
    };
    expect(ways('- { at: 2, price: { by: 4 % to 8 % } }')).toBe('2 % to 4 %');
    expect(ways('- { at: 2, price: { to: 30 } }')).toBe(25);
    expect(ways('- { at: 2, fee: { name: card, to: 5 } }')).toBe(3.5);
    expect(ways('- { at: 2, fee: { name: card, by: 1 } }')).toBe(0.5);
    expect(ways('- { at: 2, fee: { name: card, to: { best: 5, range: 4 to 7 } } }')).toBeUndefined();
  });
});
