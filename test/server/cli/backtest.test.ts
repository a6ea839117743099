import { describe, expect, it } from 'vitest';
import { type BacktestReport, backtestCases } from '../../../models/index.ts';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { recordedTerminal } from '../../support/terminal.ts';

async function kept(...args: readonly string[]) {
  const terminal = recordedTerminal();
  const code = await runCommandLine(args, terminal);
  return { code, ...terminal.written };
}

describe('kept backtest', () => {
  it('shows every case with its bands, then coverage and mean scores', async () => {
    const { code, out, err } = await kept('backtest', '--draws', '5');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name } of backtestCases)
      expect(out).toMatch(new RegExp(`^${name.replace('+', '\\+')} .* to `, 'm'));
    expect(out).toMatch(/^Netflix 2011 +7\.4 %/m);
    expect(out).toMatch(/^Bank of America 2011 +1\.20×/m);
    expect(out).toMatch(/^Mean +\d\.\d\d +\d\.\d\d +\d\.\d\d$/m);
    expect(out).toMatch(/^Inside: \d of 9 in the 50 % band, \d in the 80 %, \d in the 95 %\.$/m);
  });

  it('gives programs the same numbers unrounded', async () => {
    const { code, out } = await kept('backtest', '--draws', '5', '--json');
    const report: BacktestReport = JSON.parse(out);
    expect({ code, format: report.format, draws: report.draws }).toEqual({
      ...{ code: 0, format: 'kept-backtest/1', draws: 5 },
    });
    expect(report.cases.map(({ name }) => name)).toEqual(backtestCases.map(({ name }) => name));
    const inside = report.cases.filter((each) => each.place === 'inside').length;
    expect(report.coverage.band80).toBe(inside);
  });

  it('says what it does not take', async () => {
    expect((await kept('backtest', 'my.yaml')).err).toContain('backtest takes no file; what is "my.yaml"?');
    expect((await kept('backtest', '--draws', '0')).err).toContain('--draws must be a whole number from 1');
  });
});
