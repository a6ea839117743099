import { type Static, Type } from 'typebox';
import {
  type ComparedFiles,
  compareFiles,
  createTask,
  defaultDraws,
  type FileRun,
  KeptError,
  type TaskRequest,
} from '../../models/index.ts';
import { allDraws, plans, seed, strict } from './options.ts';
import { countPlans, priceOfDraws } from './price.ts';
import type { Source, Study } from './study.ts';

const options = Type.Object({ plans, draws: allDraws(defaultDraws), seed }, strict);

/** Plans of one or more files side by side. */
export const compare: Study<Static<typeof options>, ComparedFiles> = {
  name: 'compare',
  summary: 'Puts plans of one or more scenarios side by side, with the inputs that differ',
  ...{ files: 'several', isShort: false, options },
  format: 'kept-compare/1',
  price: (sources, { draws = defaultDraws, plans: wanted }) =>
    priceOfDraws(sources, draws, (scenario) => countPlans(scenario, wanted)),
  async compute(sources, { plans: wanted = [], draws = defaultDraws, seed }, cores) {
    requireSomewhere(sources, wanted);
    const runs: FileRun[] = [];
    for (const [before, { name, scenario }] of sources.entries()) {
      const names = scenario.plans
        .map((plan) => plan.name)
        .filter((plan) => wanted.length === 0 || wanted.includes(plan));
      const asked = { draws, plans: names, ...(seed === undefined ? {} : { seed }) };
      const request: TaskRequest<'run'> = { kind: 'run', scenario, options: asked };
      const task = createTask(request);
      const words = (blocks: number) => `${name}: ${task.drawsIn(blocks)} of ${task.draws} draws`;
      const result = await cores.run(request, task, { words, part: { before, of: sources.length } });
      runs.push({ file: name, scenario, result });
    }
    return compareFiles(runs);
  },
};

/** A plan need not be in every file, but in one of them. */
function requireSomewhere(sources: readonly Source[], wanted: readonly string[]): void {
  const known = new Set(sources.flatMap(({ scenario }) => scenario.plans.map(({ name }) => name)));
  const missing = wanted.find((name) => name !== 'do nothing' && !known.has(name));
  if (missing === undefined) return;
  throw new KeptError('unknown-plan', `no file has a plan ${JSON.stringify(missing)}`, { plan: missing });
}
