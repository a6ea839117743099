import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { smallScenario } from '../../support/small-scenario.ts';
import { recordedTerminal } from '../../support/terminal.ts';

async function sensitivity(...args: readonly string[]) {
  const terminal = recordedTerminal({ input: smallScenario });
  const code = await runCommandLine(['sensitivity', '-', '--workers', '0', ...args], terminal);
  return { code, ...terminal.written };
}

const few = ['--n', '4', '--draws', '20'];

describe('kept sensitivity', () => {
  it('prints JSON of what was asked for', async () => {
    const { code, out } = await sensitivity(
      ...['--measure', 'profitWithEquity', '--seed', 'x', '--n', '2', '--draws', '12', '--json'],
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      format: 'kept-sensitivity/1',
      engine: { seed: 'x', rows: 2, draws: 12 },
      ...{ plan: 'Ask for more', measure: 'profitWithEquity' },
      indices: { measure: 'profitWithEquity', rows: 2 },
      information: { measure: 'profitWithEquity', draws: 12 },
    });
  });

  it('shows what moves the plan, where the doubt comes from, and what is worth knowing', async () => {
    const { code, out, err } = await sensitivity(...few);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const title of ['Club fee', 'One at a time', 'All at once', 'By evidence', 'Worth knowing']) {
      expect(out).toContain(title);
    }
    expect(out).toMatch(/costToServe +12 to 16 EUR\/month +\+€[\d,]+ +\+€[\d,]+ +assumed/);
    expect(out).toMatch(/Everything else: \d+/);
    expect(out).toMatch(/\d+ uncertain inputs move nothing here/);
  });

  it.each([
    [['--plan', 'Ask for mroe'], 'did you mean "Ask for more"?'],
    [['--measure', 'joy'], '--measure must be one of profit, profitWithEquity, attrition, not "joy"'],
    [['--n', '500'], '--n must be a power of two, such as 256 or 512, not 500'],
    [['--n', '1'], '--n must be a whole number from 2 to 65536'],
    [['--draws', '0'], '--draws must be a whole number from 1 to 20000'],
    [['another.yaml'], 'sensitivity takes one file; what is "another.yaml"?'],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await sensitivity(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('asks for a file, and for a plan in it', async () => {
    const terminal = recordedTerminal({ input: smallScenario.replace(/plans:[\s\S]*/, 'plans: []\n') });
    expect(await runCommandLine(['sensitivity'], terminal)).toBe(2);
    expect(terminal.written.err).toContain('name a scenario file');
    expect(await runCommandLine(['sensitivity', '-'], terminal)).toBe(2);
    expect(terminal.written.err).toContain('no plan');
  });
});
