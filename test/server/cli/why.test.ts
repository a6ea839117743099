import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { attributionSchema } from '../../../models/analysis/attribution-schema.ts';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { smallScenario } from '../../support/small-scenario.ts';
import { recordedTerminal } from '../../support/terminal.ts';

async function why(...args: readonly string[]) {
  const terminal = recordedTerminal({ input: smallScenario });
  const code = await runCommandLine(['why', '-', ...args], terminal);
  return { code, ...terminal.written };
}

describe('kept why', () => {
  it('prints parts that sum to the impact, as the published schema says', async () => {
    const { code, out, err } = await why('--draws', '3', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const result = JSON.parse(out);
    const validate = new Ajv2020({ allErrors: true, strict: true }).compile(attributionSchema);
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
    for (const { channels, total } of result.plans) {
      const sum = (of: (channel: (typeof channels)[number]) => number): number =>
        channels.reduce((all: number, channel: (typeof channels)[number]) => all + of(channel), 0);
      expect(sum(({ profit }) => profit.over.mean)).toBeCloseTo(total.profit.over.mean, 6);
      expect(sum(({ customersLost }) => customersLost.over.mean)).toBeCloseTo(
        total.customersLost.over.mean,
        9,
      );
    }
  });

  it('publishes its schema', () => {
    const file = new URL('../../../scenarios/attribution.schema.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(attributionSchema, null, 2)}\n`);
  });

  it('names the causes of a plan and what they come to together', async () => {
    const { code, out } = await why('--draws', '2', '--plan', 'Ask for more');
    expect(code).toBe(0);
    expect(out).toMatch(/Price collected +\+/);
    expect(out).toMatch(/Price response +−/);
    expect(out).toMatch(/Together +[+−]/);
  });

  it.each([
    [['--plan', 'Ask for mroe'], 'no plan "Ask for mroe"; did you mean "Ask for more"?'],
    [['--draws', '1'], '--draws'],
    [['another.yaml'], 'why takes one file; what is "another.yaml"?'],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await why(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
