import { parseScenario, type Scenario } from '../../models/index.ts';
import { readShippedFile } from './shipped-files.ts';

/** A shipped scenario by its path from the folder of scenarios. */
export async function readScenario(name: string): Promise<Scenario> {
  const outcome = await parseScenario(readShippedFile(name), name);
  if (!outcome.ok) throw new Error(`${name} has problems`);
  return outcome.scenario;
}
