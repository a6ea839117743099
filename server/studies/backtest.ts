import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import {
  assumePriors,
  type BacktestCase,
  type BacktestReport,
  type BacktestScore,
  backtestCases,
  createTask,
  defaultDraws,
  digestOfCases,
  engineVersion,
  formatProblem,
  type KeptPriors,
  measureAtBest,
  parseScenario,
  priorsWithout,
  type Scenario,
  scoreBacktest,
  summariseBacktests,
  whyStale,
} from '../../models/index.ts';
import { allDraws, strict } from './options.ts';
import type { Cores, Study } from './study.ts';

const options = Type.Object({ draws: allDraws(defaultDraws) }, strict);

/** Cell-months of a draw of all cases, twice each and against doing nothing; a little more than it is. */
const workOfDraw = 20_000;

/** What the model would have said of price rises that happened. */
export const backtest: Study<Static<typeof options>, BacktestReport> = {
  name: 'backtest',
  summary: 'Compares the model with public price rises, each predicted from the others',
  ...{ files: 'none', isShort: false, options },
  format: 'kept-backtest/2',
  price: (_, { draws = defaultDraws }) => ({
    work: workOfDraw * draws,
    of: { name: 'draws', asked: draws, lowest: 1 },
  }),
  async compute(_, { draws = defaultDraws }, cores) {
    const kept: KeptPriors = JSON.parse(readText('priors.json'));
    const leaveOneOut: BacktestScore[] = [];
    const defaults: BacktestScore[] = [];
    const atBest: Record<string, number> = {};
    for (const [k, each] of backtestCases.entries()) {
      const score = (of: Scenario, before: number) => scoreOn(cores, of, each, draws, before);
      const scenario = await readCase(each);
      const unseen = assumePriors(scenario, priorsWithout(kept, each.name));
      leaveOneOut.push(await score(unseen, 2 * k));
      defaults.push(await score(scenario, 2 * k + 1));
      atBest[each.name] = measureAtBest(unseen, each);
    }
    const texts = Object.fromEntries(backtestCases.map(({ file }) => [file, readText(file)]));
    return {
      ...{ format: 'kept-backtest/2', draws },
      leaveOneOut: summariseBacktests(leaveOneOut),
      defaults: summariseBacktests(defaults),
      stale: whyStale(kept, { engine: engineVersion, cases: digestOfCases(texts), atBest }),
    };
  },
};

// As far up from here as from what is built.
const folder = new URL('../../scenarios/backtests/', import.meta.url);
const readText = (file: string) => readFileSync(new URL(file, folder), 'utf8');

async function readCase({ file }: BacktestCase): Promise<Scenario> {
  const parsed = await parseScenario(readText(file), file);
  if (parsed.ok) return parsed.scenario;
  throw new Error(parsed.problems.map(formatProblem).join('\n'));
}

async function scoreOn(
  { run }: Cores,
  scenario: Scenario,
  backtest: BacktestCase,
  draws: number,
  before: number,
): Promise<BacktestScore> {
  const request = { kind: 'backtest', scenario, backtest, draws } as const;
  const words = (done: number) => `${backtest.name}: ${done} of ${draws} draws`;
  const part = { before, of: 2 * backtestCases.length };
  return scoreBacktest(backtest, await run(request, createTask<'backtest'>(request), { words, part }));
}
