import { expect, it } from 'vitest';
import { listQuantities } from '../../../models/scenario/list-quantities.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';

function file(
  actions: string,
  standards = 'repair: { promise: 2 days, median: 30 h, spread: 1.8, cases: 6 /year }',
) {
  return parseScenarioText(`format: kept/1
title: A small firm
world:
  standards: { ${standards} }
  segments: [{ name: Everyone, customers: 1000, price: 20, churn: 2 %/month }]
plans: [{ name: Plan, actions: [${actions}] }]
`);
}

it('reads days as hours and cases a year as cases a month, and lists every number under its name', () => {
  const parsed = file('{ at: 1, standard: { name: repair, median: { by: -20 % } } }');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const listed = new Map(listQuantities(parsed.scenario).map(({ id, quantity }) => [id, quantity.belief]));
  expect(listed.get('standards.repair.promise')).toEqual({ kind: 'fixed', value: 48 });
  expect(listed.get('standards.repair.cases')).toEqual({ kind: 'fixed', value: 0.5 });
  expect(listed.get('plans.Plan.actions.0.standard.median')).toEqual({ kind: 'fixed', value: -0.2 });
  expect(parsed.scenario.world.standards[0].clear).toBe(true);
});

it('accepts two guarantees in one month when they hold for different things', () => {
  expect(
    file('{ at: 1, guarantee: { pays: 5 } }, { at: 1, guarantee: { pays: 9, standard: repair } }').ok,
  ).toBe(true);
  expect(file('{ at: 1, guarantee: { pays: 5 } }, { at: 1, guarantee: { pays: 9 } }').ok).toBe(false);
});
