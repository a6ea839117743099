import { describe, expect, it } from 'vitest';
import { countCells } from '../../../models/engine/count-cells.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { createStates, doNothing } from '../../../models/engine/simulate.ts';
import { parseScenario } from '../../../models/index.ts';
import { listShippedFiles, readShippedFile } from '../../support/shipped-files.ts';

describe('the cells of a run', () => {
  it.each(listShippedFiles())('are as many as the engine makes: %s', async (file) => {
    const parsed = await parseScenario(readShippedFile(file), file);
    if (!parsed.ok) throw new Error(file);
    const { scenario } = parsed;
    const states = createStates(scenario, doNothing, createSampler(scenario, scenario.seed)('best'));
    expect(countCells(scenario)).toBe(states.reduce((sum, { cells }) => sum + cells, 0));
  });
});
