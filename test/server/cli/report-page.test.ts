import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { scenarioText } from '../../support/scenario-text.ts';
import { recordedTerminal } from '../../support/terminal.ts';

const text = scenarioText({
  top: 'months: 3',
  segment: 'costToServe: 8 to 12',
  actions: '- { at: 2, price: { by: 20 % } }',
});

async function report(...args: readonly string[]) {
  const terminal = recordedTerminal({ input: text });
  const code = await runCommandLine(['report', '-', '--workers', '0', ...args], terminal);
  return { code, ...terminal.written };
}

describe('kept report', () => {
  it('writes one page to standard output, or to a new file, with the same bytes', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kept-')), 'board.html');
    const { code, out, err } = await report();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(out).toMatch(/scenario [0-9a-f]{64}</);
    expect(out).toContain('1,000 draws');
    expect(await report('-o', file)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(file, 'utf8')).toBe(out);
  }, 60_000);

  it('refuses a plan that is not there, and doing nothing', async () => {
    expect(await report('--plan', 'Pla')).toMatchObject({ code: 2, out: '' });
    expect((await report('--plan', 'do nothing')).err).toContain('has no plan "do nothing"');
  });
});
