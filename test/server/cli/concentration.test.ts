import { describe, expect, it } from 'vitest';
import { computeConcentration, parseScenario } from '../../../models/index.ts';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { smallScenario } from '../../support/small-scenario.ts';
import { recordedTerminal } from '../../support/terminal.ts';

async function concentration(...args: readonly string[]) {
  const terminal = recordedTerminal({ input: smallScenario });
  const code = await runCommandLine(['concentration', '-', ...args], terminal);
  return { code, ...terminal.written };
}

describe('kept concentration', () => {
  it('prints what is computed as JSON, numbers unrounded', async () => {
    const parsed = await parseScenario(smallScenario, '<stdin>');
    if (!parsed.ok) throw new Error('the scenario is not valid');
    const { code, out } = await concentration('--customers', '300', '--seed', 'x', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(computeConcentration(parsed.scenario, { customers: 300, seed: 'x' }));
  });

  it('shows ten tenths of the base and of each plan, what they add up to, and who is lost', async () => {
    const { code, out, err } = await concentration('--customers', '2000');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Club fee');
    expect(out.match(/^ {2}(Top|Last|\d(nd|rd|th)) tenth/gm)).toHaveLength(20);
    expect(out).toMatch(/Starting base +\+[\d.]+ +± [\d.]+ +[\d.]+ % +\+€/);
    expect(out).toMatch(/Those lost on average: €[\d.]+ ± €[\d.]+ a month \(all customers: €[\d.]+\)/);
    // All members pay the same, so a fifth of them pays a fifth.
    expect(out).toContain('The fifth who pay most bring 20.0 % of revenue.');
  });

  it('leaves out plans that are not asked for', async () => {
    const { out } = await concentration('--customers', '100', '--plan', 'Ask for more', '--json');
    expect(JSON.parse(out).plans.map(({ name }: { name: string }) => name)).toEqual(['Ask for more']);
  });

  it.each([
    [['--plan', 'Ask for mroe'], 'no plan "Ask for mroe"; did you mean "Ask for more"?'],
    [['--customers', '9'], '--customers'],
    [['another.yaml'], 'concentration takes one file; what is "another.yaml"?'],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await concentration(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('asks for a file', async () => {
    const terminal = recordedTerminal();
    expect(await runCommandLine(['concentration'], terminal)).toBe(2);
    expect(terminal.written.err).toContain('name a scenario file');
  });
});
