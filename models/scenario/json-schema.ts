import { fileSchema } from './schema.ts';
import { fileDefinitions } from './schema-leaves.ts';

/**
 * The published JSON Schema (draft 2020-12) of the scenario file, for editors and other programs.
 *
 * It holds structure: keys, kinds of value, lists of words. What a quantity's text means, and what only the whole
 * file can tell, `parseScenario` checks.
 */
export function scenarioJsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Kept scenario, format kept/1',
    // The copy leaves behind the symbols that tell the walker how to read each place.
    ...(JSON.parse(JSON.stringify(fileSchema)) as object),
    $defs: fileDefinitions,
  };
}
