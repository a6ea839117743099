import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Static } from 'typebox';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { optimumSchema } from '../../../models/analysis/optimum-schema.ts';
import { type Optimum, optimise, parseScenario } from '../../../models/index.ts';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { scenarioText } from '../../support/scenario-text.ts';
import { recordedTerminal } from '../../support/terminal.ts';

const text = (keep: string) =>
  scenarioText({
    top: `months: 8\noptimise: { plan: Plan, maximise: profit, keep: [${keep}] }`,
    segment: 'costToServe: 8 to 12',
    actions:
      '- { at: { free: 3 to 4 }, announce: 2, price: { by: { free: 0 % to 20 %, start: 5 % } } } # ours',
  });
const possible = text('{ measure: attrition, segments: each, atMost: 30 % }');
const impossible = text('{ measure: profit, atLeast: 1000000 }');

async function run(input: string, ...args: readonly string[]) {
  const terminal = recordedTerminal({ input });
  const code = await runCommandLine(['optimise', '-', '--draws', '8', ...args], terminal);
  return { code, ...terminal.written };
}

describe('kept optimise', () => {
  it('prints what the search finds as JSON, as the published schema describes it', async () => {
    const parsed = await parseScenario(possible);
    if (!parsed.ok) throw new Error('the scenario is not valid');
    const { code, out } = await run(possible, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(await optimise(parsed.scenario, { draws: 8 }));
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
      optimumSchema,
    );
    validate(JSON.parse(out));
    expect(validate.errors).toBeNull();
    const published = new URL('../../../scenarios/optimum.schema.json', import.meta.url);
    expect(readFileSync(published, 'utf8')).toBe(`${JSON.stringify(optimumSchema, null, 2)}\n`);
    expectTypeOf<Static<typeof optimumSchema>>().toExtend<Optimum>();
  });

  it('finds the same to the last bit on threads', async () => {
    const alone = await run(possible, '--json', '--workers', '0');
    expect((await run(possible, '--json', '--workers', '2')).out).toBe(alone.out);
  });

  it('says the decisions, what they bring, the conditions and the frontier, and writes the plan to a new file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kept-')), 'best.yaml');
    const { code, out, err } = await run(possible, '-o', file);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('On the bound: action 1, at 3; action 1, price by 20 %.');
    expect(out).toContain('the best may lie beyond');
    expect(out).toMatch(/Attrition, Everyone +[\d.]+ % ± [\d.]+ % +at most 30.0 % +kept/);
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('{ at: 3, announce: 2, price: { by: 20 % } } # ours');
    expect(await parseScenario(written)).toMatchObject({ ok: true });
    expect(await run(possible, '-o', file)).toMatchObject({
      code: 2,
      err: expect.stringContaining('exists already'),
    });
  });

  it('answers no where no plan keeps the conditions, and says by how much', async () => {
    const { code, out } = await run(impossible);
    expect(code).toBe(1);
    expect(out).toContain('No plan within the bounds keeps every condition');
    expect(out).toMatch(/Profit is \$[\d,]+, at least \$1,000,000 is wanted: \$[\d,]+ too little/);
  });

  it.each([
    [['--draws', '7'], possible, '--draws'],
    [['other.yaml'], possible, 'optimise takes one file; what is "other.yaml"?'],
    [[], scenarioText(), 'says nothing to optimise'],
  ])('refuses %j', async (args, input, message) => {
    const terminal = recordedTerminal({ input });
    expect(await runCommandLine(['optimise', '-', ...args], terminal)).toBe(2);
    expect(terminal.written).toMatchObject({ out: '', err: expect.stringContaining(message) });
  });
});
