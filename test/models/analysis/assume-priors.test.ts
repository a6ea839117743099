import { expect, it } from 'vitest';
import { assumePriors } from '../../../models/analysis/assume-priors.ts';
import { createSampler, parseScenario } from '../../../models/index.ts';

const text = `format: kept/1
title: A small world
world:
  segments: [{ name: Everyone, customers: 1000, price: 10, churn: 2 %/month }]
plans: []
`;

it('puts a belief in place of the default and touches no other draw', async () => {
  const parsed = await parseScenario(text);
  if (!parsed.ok) throw new Error('not valid');
  const { scenario } = parsed;
  const assumed = assumePriors(scenario, { wakeUp: { median: 3, sdLog: 0 } });
  const at = (of: typeof scenario) => createSampler(of, 'seed')(0).parameters({});
  expect(at(assumed)).toEqual({ ...at(scenario), wakeUp: 3 });
  expect(at(scenario).wakeUp).not.toBe(3);
});
