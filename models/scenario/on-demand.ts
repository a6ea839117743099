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
