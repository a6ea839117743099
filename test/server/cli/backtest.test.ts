import { describe, expect, it } from 'vitest';
import { type BacktestReport, type BacktestRound, backtestCases } from '../../../models/index.ts';
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
    expect(out).toMatch(/^Netflix 2011 +1\.52×/m);
    expect(out).toMatch(/^Bank of America 2011 +1\.20×/m);
    expect(out).toMatch(/^Mean +\d\.\d\d +\d\.\d\d +\d\.\d\d$/m);
    expect(out).toMatch(/^Inside: \d of 9 in the 50 % band, \d in the 80 %, \d in the 95 %\.$/m);
    expect(out).toMatch(/^At the defaults, estimated from all: \d of 9 .*; mean CRPS \d\.\d\d\.$/m);
  });

  it('gives programs the same numbers unrounded', async () => {
    const { code, out } = await kept('backtest', '--draws', '5', '--json');
    const report: BacktestReport = JSON.parse(out);
    expect({ code, format: report.format, draws: report.draws }).toEqual({
      ...{ code: 0, format: 'kept-backtest/2', draws: 5 },
    });
    for (const { cases, coverage } of [report.leaveOneOut, report.defaults]) {
      expect(cases.map(({ name }) => name)).toEqual(backtestCases.map(({ name }) => name));
      expect(coverage.band80).toBe(cases.filter((each) => each.place === 'inside').length);
    }
  });

  it('predicts a case from the others, not from itself: the score differs from that of the defaults', async () => {
    const report: BacktestReport = JSON.parse((await kept('backtest', '--draws', '5', '--json')).out);
    const median = (round: BacktestRound) => round.cases[0].predicted.median;
    expect(median(report.leaveOneOut)).not.toBe(median(report.defaults));
  });

  it('says what it does not take', async () => {
    expect((await kept('backtest', 'my.yaml')).err).toContain('backtest takes no file; what is "my.yaml"?');
    expect((await kept('backtest', '--draws', '0')).err).toContain('--draws must be a whole number from 1');
  });
});
