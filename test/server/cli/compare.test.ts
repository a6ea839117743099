import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { compareSchema, diffSchema } from '../../../models/analysis/compare-schema.ts';
import { parseScenario, runScenario } from '../../../models/index.ts';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { smallScenario } from '../../support/small-scenario.ts';
import { recordedTerminal } from '../../support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-compare-'));
const [before, after] = ['before.yaml', 'after.yaml'].map((name) => join(folder, name));
const changed = smallScenario.replace('price: 40', 'price: 44').replace('Ask for more', 'Ask later');
writeFileSync(before, smallScenario);
writeFileSync(after, changed);

afterAll(() => rmSync(folder, { recursive: true }));

async function kept(...args: readonly string[]) {
  const terminal = recordedTerminal();
  const code = await runCommandLine(args, terminal);
  return { code, ...terminal.written };
}

function published(name: string) {
  return readFileSync(new URL(`../../../scenarios/${name}.schema.json`, import.meta.url), 'utf8');
}

describe('kept compare', () => {
  it('has the figures of each run, and what the files disagree about, as its schema says', async () => {
    const { code, out, err } = await kept('compare', before, after, '--draws', '9', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const compared = JSON.parse(out);
    expect(published('compare')).toBe(`${JSON.stringify(compareSchema, null, 2)}\n`);
    const validate = new Ajv2020({ allErrors: true, strict: true }).compile(compareSchema);
    expect(validate(compared), JSON.stringify(validate.errors)).toBe(true);
    for (const [k, text] of [smallScenario, changed].entries()) {
      const parsed = await parseScenario(text);
      if (!parsed.ok) throw new Error('the test file has problems');
      const [, plan] = runScenario(parsed.scenario, { draws: 9 }).plans;
      expect(compared.plans[k]).toMatchObject({ plan: plan.name, profit: plan.impact!.profit });
    }
    expect(compared.inputs[0]).toEqual({
      path: 'world.segments[Members].price.mean',
      values: ['40, assumed', '44, assumed'],
    });
  });

  it('has the figures of one seed for all files where one is given', async () => {
    const asked = ['compare', before, after, '--draws', '9', '--json'];
    const own = JSON.parse((await kept(...asked)).out);
    const given = JSON.parse((await kept(...asked, '--seed', 'another')).out);
    const { scenario } = (await parseScenario(smallScenario)) as {
      scenario: Parameters<typeof runScenario>[0];
    };
    const [plan] = runScenario(scenario, { draws: 9, seed: 'another' }).plans.slice(1);
    expect(given).not.toEqual(own);
    expect(JSON.stringify(given)).toContain(JSON.stringify(plan.impact!.profit));
  });

  it('shows plans under their files, and picks those that are named', async () => {
    const all = await kept('compare', before, after, '--draws', '3');
    expect(all.out).toMatch(/before\.yaml\n {2}Ask for more .*\n.*after\.yaml\n {2}Ask later /);
    expect(all.out).toContain('Inputs that differ');
    const one = await kept('compare', before, after, '--draws', '3', '--plan', 'Ask later');
    expect(one.out).not.toContain('Ask for more');
    const typo = await kept('compare', before, after, '--plan', 'Ask latre');
    expect(typo).toMatchObject({ code: 2, out: '' });
    expect(typo.err).toContain('no file has a plan "Ask latre"; did you mean "Ask later"?');
  });
});

describe('kept diff', () => {
  it('says no when files differ, and where', async () => {
    const { code, out } = await kept('diff', before, after);
    expect(code).toBe(1);
    expect(out).toContain('world.segments[Members].price.mean\n  - 40, assumed\n  + 44, assumed\n');
    expect(out).toContain('plans[Ask for more]\n  - stated\nplans[Ask later]\n  + stated\n');
    const json = await kept('diff', before, after, '--json');
    expect(published('diff')).toBe(`${JSON.stringify(diffSchema, null, 2)}\n`);
    const validate = new Ajv2020({ allErrors: true, strict: true }).compile(diffSchema);
    expect(validate(JSON.parse(json.out)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('says yes when they are the same', async () => {
    expect(await kept('diff', before, before)).toEqual({
      code: 0,
      out: 'The scenarios are the same.\n',
      err: '',
    });
  });

  it('takes two files', async () => {
    expect((await kept('diff', before)).err).toContain('diff takes two files, not 1');
  });
});
