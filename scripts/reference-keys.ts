import { scenarioJsonSchema } from '../models/scenario/json-schema.ts';

/** What is read of the published JSON Schema. */
interface Schema {
  readonly description?: string;
  readonly required?: readonly string[];
  readonly properties?: { readonly [key: string]: Schema };
  readonly patternProperties?: { readonly [pattern: string]: Schema };
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Maps with one key for each word of a table, shown once. */
const tables: { readonly [key: string]: string } = {
  service: 'quality',
  promise: 'quality',
  assumptions: 'parameter',
};

/** Every key of the scenario file with what it means, what it takes and what stands where it is left out. */
export function formatKeys(): string {
  const schema = scenarioJsonSchema() as Schema;
  const { world, plans, ...top } = schema.properties ?? {};
  const sections = [
    ['The file', rowsOf({ ...schema, properties: top }, '')],
    ['`world`: what we believe', rowsOf(world, 'world')],
    ['`plans`: what we choose', rowsOf(plans, 'plans')],
  ] as const;
  return `<!-- Written by \`npm run reference\` from models/scenario; edit the schema there. -->

# Keys of the scenario file

A key in **bold** must be there. \`[]\` stands for each entry of a list, \`<name>\` for a name of your own, \`<quality>\` for any
of the words under *Quality* in [the file](../scenario-file.md), \`<parameter>\` for any parameter of a
[mechanism](mechanisms.md); [numbers](numbers.md) gives unit, bounds, default and source of each. What stands where a key is left out follows the semicolon. Wherever a number is taken, so are a range
(an 80 % interval), a formula, and a map with evidence and source, unless it says *certain*.
${sections.map(([title, rows]) => `\n## ${title}\n\n| key | meaning | takes |\n|---|---|---|\n${rows.join('\n')}\n`).join('')}`;
}

function rowsOf(schema: Schema | undefined, path: string, required = false): string[] {
  if (!schema) return [];
  const own = path === '' ? [] : [rowOf(schema, path, required)];
  const key = path.split('.').at(-1) ?? '';
  const table = tables[key.replace('[]', '')];
  const entries = Object.entries(schema.properties ?? {});
  // A table has many keys that all take the same; `standard.promise` and the like have keys of their own.
  if (table !== undefined && entries.length > 5)
    return [...own, ...rowsOf(entries[0][1], `${path}.<${table}>`)];
  const named = Object.values(schema.patternProperties ?? {}).flatMap((item) =>
    rowsOf(item, `${path}.<name>`),
  );
  const listed = schema.items?.properties ? childrenOf(schema.items, `${path}[]`) : [];
  return [...own, ...childrenOf(schema, path), ...named, ...listed];
}

function childrenOf(schema: Schema, path: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
    rowsOf(child, path === '' ? key : `${path}.${key}`, schema.required?.includes(key)),
  );
}

function rowOf(schema: Schema, path: string, required: boolean): string {
  const [meaning, takes = ''] = (schema.description ?? '').split('. Takes ');
  const cells = [required ? `**\`${path}\`**` : `\`${path}\``, meaning, takes.replace(/\.$/, '')];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
