// Estimates the default priors on the listed back-test cases, all together and with each left out: npm run priors.
// Writes scenarios/backtests/priors.json and the tables of docs/backtests.md. Method: docs/decisions/0030.
import { readFileSync, writeFileSync } from 'node:fs';
import { assumePriors } from '../models/analysis/assume-priors.ts';
import {
  type BacktestScore,
  comparisonScale,
  measureAtBest,
  predictBacktest,
  scoreBacktest,
  summariseBacktests,
} from '../models/analysis/backtest.ts';
import { type BacktestCase, backtestCases } from '../models/analysis/backtest-cases.ts';
import {
  type EstimatedParameter,
  estimatePriors,
  type Priors,
  type SimulatedCase,
  tabulateLikelihood,
  uncertaintyOfMedians,
} from '../models/analysis/estimate-priors.ts';
import { digestOfCases, type KeptPriors } from '../models/analysis/kept-priors.ts';
import { createSampler } from '../models/engine/sample.ts';
import { engineVersion, formatProblem, parseScenario, type Scenario } from '../models/index.ts';
import { fillPage, formatPriors, formatScores, formatSensitivity } from './backtest-page.ts';
import { examineSensitivity } from './prior-sensitivity.ts';

/**
 * Beliefs before the cases. Price: 0.5 to 3 in log-hazard per unit of price, a judgement that knew some published hazard
 * ratios and is loosened for it. Wake-up: advice without any change raised three months' churn from 6 to 10 % (Ascarza
 * et al. 2016). Both are one sd of log wide: an 80 % interval from a quarter to 3.6 times. Sign-ups: about −1 in the
 * short run, −0.3 to −2.5. The page shows what half and twice these medians would give.
 *
 * `sdLog`, how firms differ, is judged: nine cases tell next to nothing of it, and of sign-ups mainly one does. None is
 * above the earlier trial's 0.75, 0.8 and 0.6: docs/decisions/0030.
 */
const parameters: readonly EstimatedParameter[] = [
  {
    ...{ name: 'priceResponse', sdLog: 0.75, median: { median: 1, sdLog: 1 } },
    proposal: { median: 0.9, sdLog: 1.2 },
  },
  {
    ...{ name: 'wakeUp', sdLog: 0.75, median: { median: 0.3, sdLog: 1 } },
    proposal: { median: 0.3, sdLog: 1.2 },
  },
  {
    ...{ name: 'acquisitionPriceResponse', sdLog: 0.6, median: { median: 1, sdLog: 0.8 } },
    proposal: { median: 0.8, sdLog: 1.1 },
  },
];

/** A power of two, as draws are stratified by doubling. */
const draws = 4096;
/** What `kept backtest` takes unless told. */
const drawsScored = 1000;
const folder = new URL('../scenarios/backtests/', import.meta.url);
const page = new URL('../docs/backtests.md', import.meta.url);
const texts = Object.fromEntries(backtestCases.map(({ file }) => [file, readText(file)]));

function readText(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

async function load({ file }: BacktestCase): Promise<Scenario> {
  const parsed = await parseScenario(texts[file], file);
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.scenario;
}

/** Runs a case once over the proposal. */
function simulateCase(each: BacktestCase, scenario: Scenario): SimulatedCase {
  const proposal = Object.fromEntries(parameters.map((of) => [of.name, of.proposal]));
  const proposed = assumePriors(scenario, proposal);
  const scale = comparisonScale(each.measure);
  const sampleAt = createSampler(proposed, proposed.seed);
  const drawn = Array.from({ length: draws }, (_, draw) => sampleAt(draw).parameters({}));
  return {
    name: each.name,
    values: predictBacktest(proposed, each, draws).draws.map(scale.to),
    logs: parameters.map(({ name }) => drawn.map((values) => Math.log(values[name]))),
    observed: scale.to(each.observed),
    noise: each.noise,
  };
}

/** Two digits: more would claim more than the cases know. */
function round(priors: Priors): Priors {
  const entries = Object.entries(priors).map(([name, belief]) => [
    name,
    { ...belief, median: Number(belief.median.toPrecision(2)) },
  ]);
  return Object.fromEntries(entries);
}

function score(each: BacktestCase, scenario: Scenario, priors: Priors): BacktestScore {
  return scoreBacktest(each, predictBacktest(assumePriors(scenario, priors), each, drawsScored));
}

const scenarios = await Promise.all(backtestCases.map(load));
const simulated = backtestCases.map((each, index) => {
  console.log(`Running ${each.name}`);
  return simulateCase(each, scenarios[index]);
});
const table = tabulateLikelihood(simulated, parameters);
const estimated = round(estimatePriors(table));
const leftOut = Object.fromEntries(
  backtestCases.map(({ name }) => [name, round(estimatePriors(table, name))]),
);
const kept: KeptPriors = {
  format: 'kept-priors/1',
  engine: engineVersion,
  cases: digestOfCases(texts),
  ...{ estimated, leftOut },
  atBest: Object.fromEntries(
    backtestCases.map((each, index) => [
      each.name,
      measureAtBest(assumePriors(scenarios[index], leftOut[each.name]), each),
    ]),
  ),
};
writeFileSync(new URL('priors.json', folder), `${JSON.stringify(kept, null, 2)}\n`);

console.log('Scoring');
const leaveOneOut = summariseBacktests(
  backtestCases.map((each, index) => score(each, scenarios[index], leftOut[each.name])),
);
const together = summariseBacktests(
  backtestCases.map((each, index) => score(each, scenarios[index], estimated)),
);
const written = fillPage(readFileSync(page, 'utf8'), {
  scores: formatScores(leaveOneOut, together),
  priors: formatPriors(parameters, kept, uncertaintyOfMedians(table)),
  sensitivity: formatSensitivity(examineSensitivity(simulated, parameters)),
});
writeFileSync(page, written);
for (const [name, { median, sdLog }] of Object.entries(estimated))
  console.log(`${name}: lognormal, median ${median}, sdLog ${sdLog}`);
console.log(
  'Enter these as the defaults in models/mechanisms; test/models/backtests holds them to the file.',
);
