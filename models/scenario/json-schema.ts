import { isDecidable } from './decision.ts';
import { fileSchema } from './schema.ts';
import { decisionJson, fileDefinitions, freeJson, quantityJson } from './schema-leaves.ts';

/**
 * The published JSON Schema (draft 2020-12) of the scenario file, for editors and other programs.
 *
 * It holds structure: keys, kinds of value, lists of words, and where a number may be left free. What a quantity's text
 * means, and what only the whole file can tell, `parseScenario` checks.
 */
export function scenarioJsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Kept scenario, format kept/1',
    // The copy leaves behind the symbols that tell the walker how to read each place.
    ...(leaveFree(JSON.parse(JSON.stringify(fileSchema)), '') as object),
    $defs: fileDefinitions,
  };
}

/** Admits free numbers where a plan can have them, and nowhere else; `path` as problems write it. */
function leaveFree(node: unknown, path: string): unknown {
  if (Array.isArray(node)) return node.map((part) => leaveFree(part, path));
  if (typeof node !== 'object' || node === null) return node;
  const { anyOf, ...others } = node as { readonly anyOf?: readonly { readonly $ref?: string }[] };
  const other = anyOf?.find(({ $ref }) => $ref !== freeJson.$ref);
  if (anyOf?.some(({ $ref }) => $ref === freeJson.$ref) && !isDecidable(path, false)) {
    return { ...others, ...other };
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === '$ref' && value === quantityJson.$ref && isDecidable(path, true))
        return [key, decisionJson.$ref];
      if (key !== 'properties') return [key, leaveFree(value, key === 'items' ? `${path}[0]` : path)];
      const inner = Object.entries(value as object).map(([name, part]) => [
        name,
        leaveFree(part, path === '' ? name : `${path}.${name}`),
      ]);
      return [key, Object.fromEntries(inner)];
    }),
  );
}
