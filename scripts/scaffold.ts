// Starts a new mechanism: npm run scaffold -- seasonal-demand "Seasonal demand"
import { existsSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The two files of a new mechanism, by path, and the lines that make it part of the month. */
export interface Scaffold {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly steps: readonly string[];
}

/**
 * A mechanism that does nothing yet, with its description and its test.
 *
 * Inputs  name in kebab-case, title as a reader says it
 * Errors  RangeError when the name is not kebab-case or the title is empty
 */
export function scaffoldMechanism(name: string, title: string): Scaffold {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    throw new RangeError(`${JSON.stringify(name)} is not kebab-case, such as price-level`);
  if (title.trim() === '') throw new RangeError('the title is missing, such as "Price against the market"');
  const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const step = `act${camel.charAt(0).toUpperCase()}${camel.slice(1)}`;
  return {
    files: [
      { path: `models/mechanisms/${name}.ts`, text: mechanismText(name, title, camel, step) },
      { path: `test/models/mechanisms/${name}.test.ts`, text: testText(name, title, camel) },
    ],
    steps: [
      `models/mechanisms/state.ts       name the state it reads and writes, with its unit`,
      `models/mechanisms/index.ts       add ${camel}Description in the order of the month`,
      `models/engine/steps.ts           add ${step} to its step`,
      `test/models/mechanisms/descriptions.test.ts   add ${step}: '${name}' to the owners`,
      `docs/add-a-mechanism.md          says what each of these is for`,
    ],
  };
}

function mechanismText(name: string, title: string, camel: string, step: string): string {
  return `import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';

export const ${camel}Description = {
  name: '${name}',
  title: '${title}',
  equation: '',
  source: '',
  reads: [],
  writes: [],
  example: '',
  parameters: [],
} as const satisfies MechanismDescription;

/**
 * ${title}.
 *
 * Equation
 * Source
 */
export function ${step}(_segment: SegmentState, _month: number): void {}
`;
}

function testText(name: string, title: string, camel: string): string {
  return `import { describe, expect, it } from 'vitest';
import { ${camel}Description } from '../../../models/mechanisms/${name}.ts';

describe('${title.toLowerCase()}', () => {
  it('says how it works, from what source, with a worked example', () => {
    const { equation, source, example } = ${camel}Description;
    for (const text of [equation, source, example]) expect(text).not.toBe('');
  });
});
`;
}

function main(args: readonly string[]): number {
  const [name = '', title = ''] = args;
  try {
    const { files, steps } = scaffoldMechanism(name, title);
    const taken = files.find(({ path }) => existsSync(path));
    if (taken) throw new RangeError(`${taken.path} exists already; choose another name`);
    for (const { path, text } of files) writeFileSync(path, text);
    console.log([...files.map(({ path }) => `wrote ${path}`), '', 'What is left:', ...steps].join('\n'));
    return 0;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(`${error.message}\nUsage: npm run scaffold -- NAME "Title"`);
    return 2;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = main(process.argv.slice(2));
