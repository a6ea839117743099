import type { FileDescription } from '../../models/index.ts';

type Parameter = FileDescription['parameters'][number];

/** What is read of the JSON Schema of a scenario file. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: { readonly [key: string]: Schema };
  readonly patternProperties?: { readonly [pattern: string]: Schema };
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $defs?: { readonly [name: string]: Schema };
}

/** What may stand at one place of a file. */
export interface Described {
  readonly meaning: string;
  /** What it takes, such as "money a month, such as 66.40"; empty where the schema does not say. */
  readonly takes: string;
  /** Keys of the map that may stand here, those that must be there first. */
  readonly keys: readonly DescribedKey[];
  /** Words that may stand here. */
  readonly words: readonly string[];
  readonly parameter?: Parameter;
}

export interface DescribedKey {
  readonly key: string;
  readonly meaning: string;
  readonly takes: string;
  readonly required: boolean;
  /** What the key holds. */
  readonly holds: 'map' | 'list' | 'value';
}

/** Looks places of a scenario file up in its schema. */
export interface FileSchema {
  /** `undefined` where the schema has no such place. */
  describe(path: readonly string[]): Described | undefined;
}

export function createFileSchema({ schema, parameters }: FileDescription): FileSchema {
  const root = schema as Schema;
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const expand = (node: Schema): readonly Schema[] => {
    const referred = node.$ref ? root.$defs?.[node.$ref.replace('#/$defs/', '')] : undefined;
    const others = [...(referred ? [referred] : []), ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
    return [node, ...others.flatMap(expand)];
  };
  const into = (nodes: readonly Schema[], step: string): readonly Schema[] =>
    nodes
      .flatMap((node) => {
        if (step.startsWith('[')) return node.items ?? [];
        return node.properties?.[step] ?? Object.values(node.patternProperties ?? {})[0] ?? [];
      })
      .flatMap(expand);
  return {
    describe(path) {
      const nodes = path.reduce(into, expand(root));
      if (nodes.length === 0) return undefined;
      const parameter = path.at(-2) === 'assumptions' ? byName.get(path.at(-1)!) : undefined;
      return {
        ...wordsOf(nodes[0].description ?? ''),
        keys: keysOf(nodes, expand),
        words: [...new Set(nodes.flatMap(wordsAt))],
        ...(parameter && { parameter }),
      };
    },
  };
}

function keysOf(nodes: readonly Schema[], expand: (node: Schema) => readonly Schema[]): DescribedKey[] {
  const found = new Map<string, DescribedKey>();
  for (const { properties = {}, required = [] } of nodes) {
    for (const [key, node] of Object.entries(properties)) {
      const inner = expand(node);
      const holds = inner.some(({ type }) => type !== 'object' && type !== 'array' && type !== undefined)
        ? 'value'
        : inner.some(({ items }) => items)
          ? 'list'
          : inner.some((each) => each.properties ?? each.patternProperties)
            ? 'map'
            : 'value';
      const entry = {
        key,
        ...wordsOf(node.description ?? ''),
        required: required.includes(key),
        holds,
      } as const;
      if (!found.has(key)) found.set(key, entry);
    }
  }
  return [...found.values()].sort((one, other) => Number(other.required) - Number(one.required));
}

function wordsAt(node: Schema): string[] {
  const yesOrNo = node.type === 'boolean' ? ['true', 'false'] : [];
  return [...(node.enum ?? []).map(String), ...(node.const === undefined ? [] : [node.const]), ...yesOrNo];
}

function wordsOf(description: string): { meaning: string; takes: string } {
  const [meaning, takes = ''] = description.split('. Takes ');
  return { meaning, takes: takes.replace(/\.$/, '') };
}
