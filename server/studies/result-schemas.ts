import { readFileSync } from 'node:fs';
import { type StudyName, studies } from './index.ts';

type Paths = Record<string, { post?: { responses?: Record<string, unknown> } } | undefined>;

/** The published schemas of results; what has none is described in words alone. */
const files: Partial<Record<StudyName, string>> = {
  ...{ run: 'result', compare: 'compare', diff: 'diff', why: 'attribution', sensitivity: 'sensitivity' },
  ...{ sweep: 'sweep', optimise: 'optimum', safe: 'safe', concentration: 'concentration' },
};

// As far up from here as from what is built.
const folder = new URL('../../scenarios/', import.meta.url);

/** Puts the published schema of each study's result where the description of the API has its answer. */
export function describeResults(paths: Paths): void {
  for (const name of Object.keys(studies) as StudyName[]) {
    const file = files[name];
    const responses = paths[`/api/${name}`]?.post?.responses;
    if (file === undefined || !responses) continue;
    const at = `#/paths/~1api~1${name}/post/responses/200/content/application~1json/schema`;
    const { $schema: _, ...schema } = JSON.parse(
      readFileSync(new URL(`${file}.schema.json`, folder), 'utf8'),
    );
    const settled = JSON.parse(
      JSON.stringify(schema).replaceAll('"$ref":"#/$defs/', `"$ref":"${at}/$defs/`),
    ) as unknown;
    responses[200] = { description: 'The result', content: { 'application/json': { schema: settled } } };
  }
}
