import type { ParameterDescription } from '../mechanisms/description.ts';
import { parameterDescriptions } from '../mechanisms/index.ts';
import type { ParsedScenario } from './parse.ts';
import type { Edit } from './write.ts';

// YAML and formulas are read by libraries larger than the page's first load; they come when a file does.

/** Reads a scenario file; see `parseScenarioText`. */
export async function parseScenario(text: string, file?: string): Promise<ParsedScenario> {
  const { parseScenarioText } = await import('./parse.ts');
  return parseScenarioText(text, file);
}

/** Writes changes into a scenario file and leaves the rest of its text alone; see `rewriteScenarioText`. */
export async function rewriteScenario(text: string, edits: readonly Edit[]): Promise<string> {
  const { rewriteScenarioText } = await import('./write.ts');
  return rewriteScenarioText(text, edits);
}

/** What a scenario file may hold, in words and as JSON Schema. */
export interface FileDescription {
  readonly schema: object;
  /** What stands under `assumptions`. */
  readonly parameters: readonly ParameterDescription[];
}

/** The published JSON Schema of a scenario file, and the parameters of all mechanisms. */
export async function describeFile(): Promise<FileDescription> {
  const { scenarioJsonSchema } = await import('./json-schema.ts');
  return { schema: scenarioJsonSchema(), parameters: parameterDescriptions };
}
