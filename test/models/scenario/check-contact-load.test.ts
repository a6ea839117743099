import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../models/index.ts';

async function problemsOf(operations: string, plans = ''): Promise<string[]> {
  const text = `format: kept/1
title: Contact centre
world:
  operations: { openHours: 200 /month, ${operations} }
  segments:
    - { name: Everyone, customers: 100000, price: 20, churn: 2 %/month }
${plans}`;
  const parsed = await parseScenario(text, 'centre.yaml');
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path} ${message}`);
}

describe('what agents are asked to do', () => {
  it('may be more than they can, while it is within reason', async () => {
    // 100,000 · 0.3 / 200 = 150 calls an hour of 5 minutes: 12.5 hours of work in an hour.
    expect(await problemsOf('agents: 12, handleTime: 300 s, contacts: 0.3 /month')).toEqual([]);
    expect(await problemsOf('agents: 1, handleTime: 300 s, contacts: 0.3 /month')).toEqual([]);
  });

  it('is refused with the figure where no unit can have been meant', async () => {
    expect(await problemsOf('agents: 1, handleTime: 300 min, contacts: 0.3 /month')).toEqual([
      'world.operations gives each agent 750 hours of work in an hour; check agents, contacts, handleTime and openHours',
    ]);
  });

  it('has no more agents than a queue can be computed for', async () => {
    expect(await problemsOf('agents: 1000000000, handleTime: 300 s, contacts: 0.3 /month')).toEqual([
      'world.operations.agents "1000000000" must be at most 100000',
    ]);
    const hire = `plans:
  - { name: Hire, actions: [{ at: 2, staff: { agents: { by: 1000000000 } } }] }
`;
    expect(
      await problemsOf('agents: 12, handleTime: 300 s, contacts: 0.3 /month, agentCost: 4000', hire),
    ).toEqual([
      'plans[0].actions[0].staff.agents leaves 1000000000 agents on duty; at most 100000 can be computed with',
    ]);
  });
});
