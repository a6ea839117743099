import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folklore, formatResult, parseScenario, runScenario } from '../../../models/index.ts';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { recordedTerminal } from '../../support/terminal.ts';

const world = `format: kept/1
title: A small world
currency: EUR
start: 2027-01
months: 6
world:
  segments:
    - name: Everyone
      customers: 1000
      price: 10
      churn: { best: 2 %/month, range: 1 %/month to 3 %/month, evidence: fitted, source: our table }
      costToServe: 4
plans:
  - name: Raise 8 %
    actions:
      - { at: 2, price: { by: 8 % } }
  - name: Cut 5 %
    actions:
      - { at: 2, price: { by: -5 % } }
kpis:
  - { name: Margin per customer, formula: "profit / customers", unit: EUR/month, over: mean }
`;

let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-cli-'));
  file = join(folder, 'small.yaml');
  writeFileSync(file, world);
  mkdirSync(join(folder, 'a-folder'));
  writeFileSync(join(folder, 'bad.yaml'), world.replace('costToServe', 'costToServ'));
  writeFileSync(join(folder, 'worse.yaml'), world.replace('churn:', 'chrun:').replace('at: 2', 'at: 99'));
  writeFileSync(join(folder, 'picture.yaml'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]));
  writeFileSync(join(folder, 'latin.yaml'), Buffer.from('title: Caf\xe9', 'latin1'));
  writeFileSync(join(folder, 'wide.yaml'), Buffer.from('\ufefftitle: x', 'utf16le'));
  writeFileSync(join(folder, 'huge.yaml'), `# ${'x'.repeat(5 * 1024 * 1024)}`);
  writeFileSync(join(folder, 'empty.yaml'), '');
});

afterAll(() => rmSync(folder, { recursive: true }));

async function kept(args: readonly string[], options: Parameters<typeof recordedTerminal>[0] = {}) {
  const terminal = recordedTerminal(options);
  const code = await runCommandLine(args, terminal);
  return { code, ...terminal.written };
}

describe('kept', () => {
  it('lists its commands and shows its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(await kept(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await kept(['--help']);
    expect(help.out).toMatch(/run .*check .*explain .*serve /s);
    expect(await kept(['-h'])).toEqual(help);
    for (const args of [
      ['help', 'run'],
      ['run', '-h'],
    ]) {
      expect(await kept(args)).toEqual(await kept(['run', '--help']));
    }
  });

  it.each([
    [[], 'name a command'],
    [['rnu'], 'unknown command "rnu"; did you mean "run"?'],
    [['run'], 'name a scenario file'],
    [['check'], 'name a scenario file'],
    [['explain'], 'name a scenario file'],
    [['run', 'a.yaml', 'b.yaml'], 'run takes one file; what is "b.yaml"?'],
    [['run', 'a.yaml', '--json', '--csv'], 'choose --json or --csv, not both'],
    [['run', 'a.yaml', '--csv', '--excel', 'comma'], 'choose --csv or --excel, not both'],
    [['run', 'a.yaml', '--excel', 'tab'], '--excel must be comma or semicolon, not "tab"'],
    [['run', 'a.yaml', '--draws', '0'], '--draws must be a whole number from 1 to 1000000, not "0"'],
    [['run', 'a.yaml', '--draws', '1000001'], '--draws must be a whole number from 1 to 1000000'],
    [['run', 'a.yaml', '--workers', 'two'], '--workers must be a whole number from 0 to 64, not "two"'],
    [
      ['run', 'a.yaml', '--until-error', '0.01'],
      '--until-error must be a number from 0.05 to 10, not "0.01"',
    ],
    [['run', 'a.yaml', '--sede', 'x'], 'unknown option --sede; did you mean "seed"?'],
    [['explain', 'a.yaml', '--csv'], 'unknown option --csv'],
    [['serve', 'a.yaml'], 'serve takes no file'],
    [['serve', '--port', '70000'], '--port must be a whole number from 0 to 65535'],
  ])('answers %j with exit code 2 and a hint, on stderr only', async (args, message) => {
    const { code, out, err } = await kept(args);
    expect(err).toContain(`kept: `);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toMatch(/^\s+at /m);
    expect(err.trimEnd().split('\n').length).toBeGreaterThan(1);
  });

  it.each([
    ['nowhere.yaml', /cannot read .*nowhere\.yaml: there is no such file/],
    ['a-folder', /cannot read .*a-folder: it is a folder/],
    ['small.yaml/inside', /there is no such file/],
    ['picture.yaml', /picture\.yaml is not text/],
    ['latin.yaml', /latin\.yaml is not text\nA scenario is a YAML or JSON file in UTF-8/],
    ['wide.yaml', /wide\.yaml is UTF-16 text\nSave it as UTF-8/],
    ['huge.yaml', /huge\.yaml is too large/],
    ['empty.yaml', /1 problem in /],
  ])('answers the file %s with exit code 2 from every command', async (name, message) => {
    for (const command of ['run', 'check', 'explain']) {
      const { code, out, err } = await kept([command, join(folder, name)]);
      expect(err).toMatch(message);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).not.toMatch(/^\s+at /m);
    }
  });
});

describe('kept check', () => {
  it('says what a good file holds', async () => {
    const { code, out, err } = await kept(['check', file]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`${file}: fine. A small world: 1 segment, 2 plans, 6 months\n`);
  });

  it('shows every problem of every file in lines that editors read', async () => {
    const bad = join(folder, 'bad.yaml');
    const worse = join(folder, 'worse.yaml');
    const { code, out, err } = await kept(['check', bad, file, worse]);
    expect(code).toBe(2);
    expect(out).toContain(`${file}: fine.`);
    expect(err).toMatch(/^.*bad\.yaml:12:7 world\.segments\[0\]\.costToServ .*did you mean "costToServe"/m);
    expect(err.match(/^.*worse\.yaml:\d+:\d+ /gm)?.length).toBeGreaterThanOrEqual(2);
    expect(err).toMatch(/^kept: 1 problem in .*bad\.yaml$/m);
  });

  it('reads standard input', async () => {
    expect((await kept(['check', '-'], { input: world })).code).toBe(0);
    const { code, err } = await kept(['check', '-'], { input: 'title: 1' });
    expect(code).toBe(2);
    expect(err).toMatch(/^<stdin>:\d+:\d+ /m);
  });
});

describe('kept run', () => {
  it('prints as JSON exactly what the library gives, as the published schema says', async () => {
    const { code, out, err } = await kept(['run', file, '--json', '--draws', '40', '--seed', 'autumn']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const parsed = await parseScenario(world);
    if (!parsed.ok) throw new Error('the test file has problems');
    expect(out).toBe(formatResult(runScenario(parsed.scenario, { draws: 40, seed: 'autumn' })));
    const schema = readFileSync(new URL('../../../scenarios/result.schema.json', import.meta.url), 'utf8');
    const validate = new Ajv2020({ allErrors: true, strict: true }).compile(JSON.parse(schema));
    expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('stops at the standard error that is asked for, and says so', async () => {
    const { out } = await kept(['run', file, '--until-error', '5']);
    expect(out).toContain('256 draws (enough for standard errors of chances of loss below 5.0 %)');
    const short = await kept(['run', file, '--until-error', '5', '--draws', '9']);
    expect(short.out).toContain('9 draws (the most allowed; standard errors');
  });

  it('shows plans against each other, where there are two', async () => {
    const { out } = await kept(['run', file, '--draws', '9']);
    expect(out).toMatch(/Plans against each other\n +regret +is best in\n/);
    expect(out).toMatch(
      /(Raise 8 %|Cut 5 %) beats (Raise 8 %|Cut 5 %) in \d+\.\d % of draws \(standard error/,
    );
    expect((await kept(['run', file, '--draws', '9', '--plan', 'Cut 5 %'])).out).not.toContain(
      'against each other',
    );
  });

  it('runs the plans that are named, in that order, beside doing nothing', async () => {
    const { out } = await kept([
      ...['run', file, '--json', '--draws', '3'],
      ...['--plan', 'Cut 5 %', '--plan', 'Raise 8 %'],
    ]);
    const names = JSON.parse(out).plans.map((plan: { name: string }) => plan.name);
    expect(names).toEqual(['do nothing', 'Cut 5 %', 'Raise 8 %']);
  });

  it('suggests the plan that was meant and lists those there are', async () => {
    const { code, out, err } = await kept(['run', file, '--plan', 'Rise 8 %']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      'kept: the scenario has no plan "Rise 8 %"; did you mean "Raise 8 %"?\nIt has: "Raise 8 %", "Cut 5 %".\n',
    );
  });

  it('prints as CSV the figures of the JSON', async () => {
    const args = ['run', file, '--draws', '5'];
    const json = JSON.parse((await kept([...args, '--json'])).out);
    const { out } = await kept([...args, '--csv']);
    const { mean } = json.plans[1].impact.profit;
    expect(out).toContain(`\r\nRaise 8 %,,,impact.profit,mean,${mean}\r\n`);
    expect(out).toContain(
      `\r\ndo nothing,,6,customers,median,${json.plans[0].months[5].customers.median}\r\n`,
    );
  });

  it('prints the same for Excel, with the signs of its language', async () => {
    const args = ['run', file, '--draws', '5'];
    const plain = (await kept([...args, '--csv'])).out;
    expect((await kept([...args, '--excel', 'comma'])).out).toBe(`\uFEFF${plain}`);
    const semicolon = (await kept([...args, '--excel', 'semicolon'])).out;
    const mean = Number(/^Raise 8 %,,,impact.profit,mean,(.*)$/m.exec(plain)?.[1]);
    expect(semicolon).toContain(`\r\nRaise 8 %;;;impact.profit;mean;${`${mean}`.replace('.', ',')}\r\n`);
  });

  it('prints a report: doing nothing, then per plan the verdict, the headline figures and who leaves', async () => {
    const { out, err } = await kept(['run', file, '--draws', '60']);
    expect(err).toBe('');
    expect(out).toMatch(/^A small world\nfrom 2027-01, 6 months, 60 draws, seed "kept"\n\nDo nothing\n/);
    expect(out).toMatch(/Customers +1,000 at the start, 1,000 at the end/);
    expect(out).toMatch(
      /\nRaise 8 %\n {2}You can lose [\d.]+ % of these customers before this increase stops paying; /,
    );
    expect(out).toMatch(/\nCut 5 %\n {2}This cut /);
    for (const row of [
      'Profit',
      'Attrition',
      'Break-even attrition',
      'Chance of loss',
      'Margin per customer',
    ]) {
      expect(out).toMatch(new RegExp(`^  ${row} +\\S`, 'm'));
    }
    expect(out).toMatch(/^ {2}Everyone +1,000 +[\d.]+ % +−?[\d.]+ % to [\d.]+ % +\+€[\d,.]+$/m);
    expect(out).toBe(stripVTControlCharacters(out));
    expect(out).not.toContain('\u00a0');
  });

  it('keeps to the width of the terminal', async () => {
    const { out } = await kept(['run', file, '--draws', '10'], { columns: 80 });
    const lines = out.split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it('colours and counts only for a person who watches', async () => {
    const watched = await kept(['run', file, '--draws', '10'], { colour: true, progress: true });
    expect(watched.out).toContain('\u001b[1mRaise 8 %\u001b[0m');
    const piped = await kept(['run', file, '--draws', '10']);
    expect(stripVTControlCharacters(watched.out)).toBe(piped.out);
  });
});

describe('kept explain', () => {
  it('lists what the file states with its source, and the defaults', async () => {
    const { code, out } = await kept(['explain', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/segments\.Everyone\.churn +0\.02 +1\/month +0\.01 to 0\.03 +fitted\n +.*our table/);
    expect(out).toMatch(/Stated in the file: \d+\n/);
    expect(out.slice(out.indexOf('Defaults: '))).toMatch(/assumptions\.\w+ /);
  });

  it('shows the lesson above the numbers, and its question above a run', async () => {
    const taught = join(folder, 'lesson.yaml');
    const lesson = `lesson:
  question: Who leaves?
  predict: { ask: How many?, choices: [None, Some], answer: Some }
  debrief: Some always do.
  mechanisms: [price]
  claim: [{ plan: Raise 8 %, beats: Cut 5 %, on: profit }]
`;
    writeFileSync(taught, world + lesson);
    const { out } = await kept(['explain', taught]);
    expect(out).toContain('Lesson\n  Who leaves?\n  Predict: How many?\n    - None\n    * Some\n');
    expect(out).toContain('  Claim: "Raise 8 %" beats "Cut 5 %" on profit\n  Debrief: Some always do.\n');
    expect(out.indexOf('Lesson')).toBeLessThan(out.indexOf('Stated in the file'));
    const report = (await kept(['run', taught, '--draws', '2'])).out;
    expect(report.split('\n')[2]).toBe('Lesson: Who leaves?');
    expect((await kept(['run', file, '--draws', '2'])).out).not.toContain('Lesson');
  });

  it('ends with the figures that are often quoted and not used', async () => {
    const { out } = await kept(['explain', file]);
    const end = out.slice(out.indexOf('Often quoted, not used'));
    for (const { claim, standing } of folklore) expect(end).toContain(`  ${claim}: ${standing}\n`);
    expect(end).not.toContain('assumptions.');
  });

  it('gives the same as JSON', async () => {
    const entries = JSON.parse((await kept(['explain', file, '--json'])).out);
    const churn = entries.find((entry: { path: string }) => entry.path === 'segments.Everyone.churn');
    expect(churn).toMatchObject({ value: 0.02, evidence: 'fitted', source: 'our table', given: true });
    expect(entries.some((entry: { given: boolean }) => !entry.given)).toBe(true);
  });
});
