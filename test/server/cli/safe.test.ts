import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { safeSchema } from '../../../models/analysis/safe-schema.ts';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { scenarioText } from '../../support/scenario-text.ts';
import { recordedTerminal } from '../../support/terminal.ts';

const text = scenarioText({
  top: 'months: 6',
  segment: 'costToServe: 8 to 12',
  actions: '- { at: 2, price: { by: 20 % } } # ours',
});

async function safe(...args: readonly string[]) {
  const terminal = recordedTerminal({ input: text });
  const code = await runCommandLine(['safe', '-', ...args], terminal);
  return { code, ...terminal.written };
}

describe('kept safe', () => {
  it('says what to change, and writes what keeps most profit to a new file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kept-')), 'safer.yaml');
    const { code, out, err } = await safe('--plan', 'Plan', '--attrition', '1%', '--draws', '20', '-o', file);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/Attrition is [\d.]+ % ± [\d.]+ %, with a profit of/);
    expect(out).toMatch(/The change of price at \d+ % of its size\./);
    expect(out).toContain('Profit given up');
    expect(readFileSync(file, 'utf8')).toContain('# ours');
  });

  it('finds the same to the last bit on threads', async () => {
    const asked = ['--plan', 'Plan', '--attrition', '1%', '--draws', '20', '--json'];
    const alone = await safe(...asked, '--workers', '0');
    expect(alone.code).toBe(0);
    expect((await safe(...asked, '--workers', '2')).out).toBe(alone.out);
  });

  it('prints JSON as the published schema describes it; a safe plan is answered as such', async () => {
    const { code, out } = await safe('--plan', 'Plan', '--attrition', '90%', '--draws', '20', '--json');
    expect(code).toBe(0);
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
      safeSchema,
    );
    validate(JSON.parse(out));
    expect(validate.errors).toBeNull();
    expect(JSON.parse(out)).toMatchObject({ safe: true, outcomes: [] });
    const published = new URL('../../../scenarios/safe.schema.json', import.meta.url);
    expect(readFileSync(published, 'utf8')).toBe(`${JSON.stringify(safeSchema, null, 2)}\n`);
  });

  it.each([
    [[], 'say which plan'],
    [['--plan', 'Plam'], 'did you mean "Plan"'],
    [['--plan', 'Plan', '--attrition', '2'], 'must be a share'],
    [['--plan', 'Plan', '--attrition', '2%', '--chance-of-loss', '2%'], 'not both'],
    [['--plan', 'Plan', '--draws', '3'], '--draws'],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await safe(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
