import { describe, expect, it } from 'vitest';
import { createSweepTask } from '../../../models/analysis/sweep.ts';
import { parseScenario, runTask } from '../../../models/index.ts';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { parseAxis } from '../../../server/cli/sweep.ts';
import { smallScenario } from '../../support/small-scenario.ts';
import { recordedTerminal } from '../../support/terminal.ts';

async function sweep(...args: readonly string[]) {
  const terminal = recordedTerminal({ input: smallScenario });
  const code = await runCommandLine(['sweep', '-', '--workers', '0', ...args], terminal);
  return { code, ...terminal.written };
}

const price = 'plans.Ask for more.actions.0.price';
const churn = 'segments.Members.churn';

describe('parseAxis', () => {
  it.each([
    ['a.b=0..1:5', { path: 'a.b', from: 0, to: 1, steps: 5 }],
    ['a=-7%..7 %', { path: 'a', from: -0.07, to: 0.07, steps: 11 }],
    [
      'plans.8 % = more.actions.0.price=.5..1e2:2',
      { path: 'plans.8 % = more.actions.0.price', from: 0.5, to: 100, steps: 2 },
    ],
  ])('reads %s', (written, axis) => {
    expect(parseAxis(written)).toEqual(axis);
  });
});

describe('kept sweep', () => {
  it('prints what is computed as JSON, numbers unrounded', async () => {
    const parsed = await parseScenario(smallScenario, '<stdin>');
    if (!parsed.ok) throw new Error('the scenario is not valid');
    const { code, out } = await sweep('--over', `${price}=0%..20%:3`, '--draws', '4', '--json');
    expect(code).toBe(0);
    const over = [{ path: price, from: 0, to: 0.2, steps: 3 }];
    const computed = runTask(createSweepTask(parsed.scenario, { over, draws: 4 }));
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(computed)));
  });

  it('shows a line of points, of which a rise of nothing brings nothing', async () => {
    const { code, out, err } = await sweep('--over', `${price}=0..0.2:3`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^0 +€0\.00 +0\.0+ %$|^0 +€0 +0\.0+ %$/m);
    expect(out).toMatch(/^0\.1 +\+€[\d,]+ +[\d.]+ %$/m);
  });

  it('shows intervals and the chance of loss where there are draws', async () => {
    const { out } = await sweep('--over', `${price}=0.05..0.2:2`, '--draws', '5');
    expect(out).toContain('chance of loss');
    expect(out).toMatch(/^0\.05 +\+€[\d,]+ +\+€[\d,]+ to \+€[\d,]+ +[\d.]+ % +[\d.]+ %$/m);
  });

  it('shows two numbers as a grid, the shorter across', async () => {
    const { out } = await sweep('--over', `${price}=0.1..0.2:2`, '--over', `${churn}=1%..3%:3`);
    expect(out).toContain(`profit; down ${churn}, across ${price}`);
    expect(out).toMatch(/^ +0\.1 +0\.2$/m);
    expect(out.match(/^0\.0[123] +\+€[\d,]+ +\+€[\d,]+$/gm)).toHaveLength(3);
  });

  it('writes every figure of every point as CSV', async () => {
    const { out } = await sweep('--over', `${price}=0.1..0.2:2`, '--csv');
    const lines = out.trimEnd().split('\r\n');
    expect(lines[0]).toBe(`plan,${price},measure,statistic,value`);
    // Mean, median and three intervals of three figures.
    expect(lines.length - 1).toBe(2 * 3 * 8);
    const excel = await sweep('--over', `${price}=0.1..0.2:2`, '--excel', 'semicolon');
    expect(excel.out.startsWith(`\uFEFFplan;${price};measure;statistic;value\r\n`)).toBe(true);
    expect(excel.out).toMatch(/^Ask for more;0,1;profit;mean;-?\d+,\d+$/m);
  });

  it.each([
    [[], 'say what to sweep'],
    [['--over', 'a'], '--over reads PATH=A..B:N'],
    [['--over', 'a=x..1'], '--over takes numbers such as 0.08 or 8%, not "x"'],
    [['--over', 'a=0..1:1'], 'must be a whole number from 2 to 201'],
    [['--over', `${churn}x=0..1`], `did you mean "${churn}"?`],
    [['--over', `${churn}=0.01..2`], `${churn} must be 0 to 1, not 2`],
    [['--over', 'a=0..1', '--over', 'b=0..1', '--over', 'c=0..1'], 'twice at most'],
    [['--over', `${churn}=0.01..0.02`, '--json', '--csv'], 'not both'],
    [['--over', `${churn}=0.01..0.02`, '--measure', 'joy'], '--measure must be one of'],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await sweep(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
