import { describe, expect, it } from 'vitest';
import { medianOf } from '../../../models/core/distributions.ts';
import {
  applyDecisions,
  type Decision,
  decisionInBase,
  writeDecision,
} from '../../../models/scenario/decision.ts';
import { explainScenario } from '../../../models/scenario/explain.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import { rewriteScenarioText } from '../../../models/scenario/write.ts';
import fc, { runs } from '../../support/properties.ts';
import { readParts, scenarioText } from '../../support/scenario-text.ts';

const actions = [
  '- at: { free: 3 to 12, start: 4 } # when',
  '  announce: { free: 0 to 2 months before, start: 1 }',
  '  reason: cost',
  '  price: { by: { free: 0 % to 20 %, start: 8 % }, phases: { free: 1 to 3 }, every: { free: 2 months to 12 months }, grandfather: { tenure: { free: at least 12 to 60 months, start: at least 36 months }, until: { free: 20 to 30 } } }',
  '- { at: 2, invest: { in: empathy, by: { free: 0 to 1.5 points }, ramp: { free: 1 to 6 months }, once: { free: 1000 to 2000 }, monthly: 50 } }',
  '- { at: { free: 13 to 20 }, announce: 5, promise: { courtesy: { by: { free: -1 to 1 } } }, credit: { amount: { free: 12 /year to 24 /year }, months: { free: 1 to 4 } } }',
].join('\n');
// One decision more than a plan may have.
const twelve = actions.replace('{ free: 1000 to 2000 }', '1500').replace('{ free: 1 to 4 }', '2');

const scenario = readParts({ actions: twelve });
const decisions = scenario.decisions!;
const [plan] = scenario.plans;

const arbitraryValue = ({ bounds }: Decision) =>
  bounds.whole
    ? fc.integer({ min: bounds.low, max: bounds.high })
    : fc
        .integer({ min: 0, max: 1000 })
        .map((part) => Number((bounds.low + ((bounds.high - bounds.low) * part) / 1000).toPrecision(12)));

describe('free numbers of a plan', () => {
  it('stand at their start, or in the middle where none is stated', () => {
    const [first, second, third] = plan.actions;
    expect(first).toMatchObject({ at: 4, announce: 3, price: { phases: 2, everyMonths: 7 } });
    expect(first.price?.grandfather).toEqual({ tenureMonths: 36, until: 25 });
    expect(medianOf(first.price!.change.quantity.belief as never)).toBe(0.08);
    expect(medianOf(second.invest!.by.belief as never)).toBe(0.75);
    expect(third).toMatchObject({ at: 16, announce: 5 });
    expect(medianOf(third.credit!.amount.belief as never)).toBe(1.5);
    expect(decisions).toHaveLength(12);
  });

  it('are, once set, what a file with these values says, whatever the values', () => {
    fc.assert(
      fc.property(fc.tuple(...decisions.map(arbitraryValue)), (values) => {
        const edits = decisions.map((decision, index) => ({
          path: [
            'plans',
            0,
            ...decision.place.split(/[.[\]]+/).map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
          ],
          value: writeDecision(decision, values[index]),
        }));
        const text = rewriteScenarioText(scenarioText({ actions: twelve }), edits);
        expect(text).toContain('# when');
        const parsed = parseScenarioText(text);
        if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
        expect(parsed.scenario.decisions).toBeUndefined();
        const source = (value: unknown) =>
          JSON.parse(JSON.stringify(value).replaceAll('stated in the file', 'a decision'));
        expect(source(parsed.scenario.plans[0])).toEqual(source(applyDecisions(plan, decisions, values)));
      }),
      runs(15),
    );
  });

  it('move an announcement that counts back from them, and no other', () => {
    const at = decisions.filter(({ place }) => place.endsWith('.at'));
    const moved = applyDecisions(plan, at, [9, 20]);
    expect(moved.actions.map(({ announce }) => announce)).toEqual([8, 2, 5]);
  });

  it('are refused outside their bounds and between whole numbers', () => {
    const [at] = decisions;
    expect(() => applyDecisions(plan, [at], [2])).toThrow('must lie between 3 and 12, not 2');
    expect(() => applyDecisions(plan, [at], [3.5])).toThrow('actions[0].at');
    expect(() => applyDecisions(plan, [at], [Number.NaN])).toThrow('not NaN');
  });

  it('are converted as the file is: 8.3 % is 0.083 to the last digit', () => {
    const by = decisions.find(({ place }) => place === 'actions[0].price.by')!;
    expect(decisionInBase(by, 8.3)).toBe(0.083);
    expect(writeDecision(by, 8.3)).toBe('8.3 %');
  });

  it('are explained with their bounds', () => {
    const explained = explainScenario(scenario).filter(({ distribution }) => distribution.startsWith('free'));
    expect(explained).toHaveLength(12);
    expect(explained.map(({ distribution }) => distribution)).toContain(
      'free to be searched, from 0 % to 20 %',
    );
    expect(explained.find(({ path }) => path === 'plans.Plan.actions[0].at')).toMatchObject({
      value: 4,
      distribution: 'free to be searched, from 3 to 12',
    });
  });

  it('leave a file without them as it was: no key for them', () => {
    expect(Object.keys(readParts({ actions: '- { at: 4, price: { by: 8 % } }' }))).not.toContain('decisions');
  });
});

describe('the goal of a file', () => {
  it('names each segment where each must keep a condition', () => {
    const { optimise } = readParts({
      top: 'optimise: { plan: Plan, minimise: attrition, keep: [{ measure: attrition, segments: each, atMost: 8 % }, { measure: profit, atLeast: -2e4 }] }',
      actions: '- { at: 4, price: { by: { free: 0 % to 20 % } } }',
    });
    expect(optimise).toEqual({
      plan: 'Plan',
      direction: 'minimise',
      measure: 'attrition',
      keep: [
        { measure: 'attrition', segments: ['Everyone'], bound: 'atMost', value: 0.08 },
        { measure: 'profit', bound: 'atLeast', value: -20000 },
      ],
    });
  });
});
