import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { steps } from '../models/engine/steps.ts';
import { parseScenario } from '../models/index.ts';
import { commands, runCommandLine } from '../server/cli/command-line.ts';
import { listFiles } from './support/architecture.ts';
import { recordedTerminal } from './support/terminal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...['docs', 'scenarios', 'data'].flatMap(listFiles).filter((path) => path.endsWith('.md')),
];

/** Fenced blocks of one language. */
function samples(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].filter((m) => m[1] === language).map((m) => m[2]);
}

/** Everything that is not a sample. */
const prose = (text: string) => text.replace(/^```.*?^```/gms, '');

const shellLines = (text: string) =>
  samples(text, 'sh').flatMap((sample) =>
    sample
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line !== ''),
  );

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('links to what exists', () => {
    const targets = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
    const local = targets
      .filter((target) => !/^(https?:|#)/.test(target))
      .map((target) => target.replace(/#.*/, ''));
    expect(local.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  it('names files that exist', () => {
    const named = [...prose(text).matchAll(/`([\w@.-]+(?:\/[\w@.-]+)*\/?)`/g)].map(([, path]) => path);
    const paths = named.filter((path) =>
      /^(models|server|web|test|docs|scenarios|scripts|data)\//.test(path),
    );
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('shows YAML that parses', async () => {
    for (const sample of samples(text, 'yaml')) {
      const broken = parseDocument(sample).errors.map(({ message }) => message);
      const outcome = sample.includes('format: kept/') ? await parseScenario(sample, page) : { ok: true };
      expect({ broken, outcome }).toMatchObject({ broken: [], outcome: { ok: true } });
    }
  });

  it('names commands of npm that exist', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const lines = [
      ...shellLines(text),
      ...[...prose(text).matchAll(/`(npm [^`]+)`/g)].map(([, line]) => line),
    ];
    const names = lines.flatMap(
      (line) => /^npm (?:run )?(start|test|(?<=run )[\w:-]+)/.exec(line)?.[1] ?? [],
    );
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the commands that the README shows', () => {
  const lines = shellLines(read('README.md')).filter((line) => line.startsWith('npx kept '));

  it('are some, and start with the two that need nothing installed', () => {
    expect(shellLines(read('README.md')).slice(0, 2)).toEqual(['npm start', 'npm test']);
    expect(lines.length).toBeGreaterThanOrEqual(3);
  });

  it.each(lines)('%s', async (line) => {
    const terminal = recordedTerminal();
    const args = line.replace('npx kept ', '').split(' ');
    // A few draws show that it works; what it says is tested elsewhere.
    const few: Record<string, string[]> = {
      run: ['--draws', '4'],
      why: ['--draws', '2', '--plan', 'Raise 8 %'],
      concentration: ['--customers', '200'],
    };
    const code = await runCommandLine([...args, ...(few[args[0]] ?? [])], terminal);
    expect(terminal.written.err).toBe('');
    expect(code).toBe(0);
    expect(terminal.written.out.length).toBeGreaterThan(40);
  });
});

describe('the README', () => {
  it('stays short', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(150);
  });

  it('shows a verdict that the product can give', () => {
    expect(read('README.md')).toMatch(/You can lose [\d.]+ % of these customers .*expect [\d.]+ % \(80 %: /s);
  });
});

describe('docs/architecture.md', () => {
  it('lists the steps of the month as the engine runs them', () => {
    const rows = [...read('docs/architecture.md').matchAll(/^\| (\d+) \| ([^|]+) \|/gm)];
    expect(rows.map(([, number, title]) => [Number(number), title])).toEqual(
      steps.map(({ number, title }) => [number, title]),
    );
  });
});

describe('the help of each command', () => {
  let overview = '';

  beforeAll(async () => {
    const terminal = recordedTerminal();
    await runCommandLine(['--help'], terminal);
    overview = terminal.written.out;
  });

  it.each(commands.map(({ name }) => name))(
    '%s is listed and explains itself with examples',
    async (name) => {
      const terminal = recordedTerminal();
      expect(await runCommandLine([name, '--help'], terminal)).toBe(0);
      expect(overview).toContain(name);
      expect(terminal.written.out).toMatch(
        new RegExp(`^Usage: kept ${name} .*Examples:\n {2}kept ${name}`, 's'),
      );
    },
  );

  it('names only scenarios that ship', () => {
    const examples = commands.flatMap((command) => command.examples.map(({ line }) => line)).join('\n');
    const files = [...examples.matchAll(/scenarios\/[\w-]+\.yaml/g)].map(([path]) => path);
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
