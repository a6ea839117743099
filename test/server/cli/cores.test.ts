import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Task } from '../../../models/index.ts';
import { Interrupted } from '../../../server/cli/command.ts';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { withCores } from '../../../server/cli/cores.ts';
import type { Description } from '../../../server/studies/study.ts';
import { scenarioText } from '../../support/scenario-text.ts';
import { recordedTerminal } from '../../support/terminal.ts';

const blocks = 40;

/** Takes about 20 ms a block. */
const slow: Task<number, number> = {
  blocks,
  compute(block) {
    const end = performance.now() + 20;
    while (performance.now() < end);
    return block;
  },
  collect() {
    const parts: number[] = [];
    return {
      enough: false,
      add: (part) => void parts.push(part),
      result: () => parts.reduce((sum, part) => sum + part, 0),
    };
  },
};
const request = {} as never;
const words = (done: number) => `${done} of ${blocks}`;

async function watch(description: Description, progress = true) {
  const terminal = recordedTerminal({ progress });
  const sum = await withCores(terminal, 0, ({ run }) => run(request, slow, description));
  expect(sum).toBe((blocks * (blocks - 1)) / 2);
  const lines = terminal.written.err.split('\r').map(stripVTControlCharacters);
  return lines.filter((line) => line !== '');
}

describe('work on all cores', () => {
  it('tells a person who watches how far it is, and the time left', async () => {
    const lines = await watch({ words });
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/^\d+ of 40, \d+ s left$/);
    expect(await watch({ words }, false)).toEqual([]);
  });

  it('tells no time left where it is not known, and that of all where there are several', async () => {
    for (const line of await watch({ words, openEnded: true })) expect(line).toMatch(/^\d+ of 40$/);
    const left = (lines: readonly string[]) => Number(/(\d+) s left/.exec(lines[0])?.[1]);
    expect(left(await watch({ words, part: { before: 0, of: 9 } }))).toBeGreaterThan(
      left(await watch({ words })),
    );
  });

  it('ends when it is interrupted', async () => {
    const terminal = recordedTerminal({ interruptAfter: 50 });
    await expect(withCores(terminal, 0, ({ run }) => run(request, slow, { words }))).rejects.toBeInstanceOf(
      Interrupted,
    );
  });
});

describe('a search', () => {
  const text = scenarioText({
    top: 'months: 6',
    segment: 'costToServe: 8 to 12',
    actions: '- { at: 2, price: { by: 20 % } }',
  });
  const search = async (draws: string, options: { progress?: boolean; interruptAfter?: number }) => {
    const terminal = recordedTerminal({ input: text, ...options });
    const args = ['safe', '-', '--plan', 'Plan', '--attrition', '0%', '--draws', draws, '--workers', '0'];
    return { code: await runCommandLine(args, terminal), ...terminal.written };
  };

  it('counts its plans and says how many are the most; interrupted, it ends with a code of its own', async () => {
    const { code, err } = await search('20', { progress: true });
    expect(code).toBe(0);
    const [, plans, most] = /(\d+) plans measured in \d+ runs; the search ends at (\d+) at the latest/
      .exec(err)!
      .map(Number);
    expect(plans).toBeLessThan(most);
    expect(await search('5000', { interruptAfter: 100 })).toEqual({
      code: 130,
      out: '',
      err: 'kept: interrupted before there was a result\n',
    });
  });
});
