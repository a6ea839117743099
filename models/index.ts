// The only door of the simulator for page, worker, server and command line.

export { assumePriors } from './analysis/assume-priors.ts';
export {
  attributeAtBest,
  createAttributionTask,
  defaultAttributionDraws,
  mostAttributionDraws,
  reportAttribution,
} from './analysis/attribution.ts';
export type { AttributedPlan, AttributionResult } from './analysis/attribution-schema.ts';
export {
  type BacktestPrediction,
  type BacktestReport,
  type BacktestRound,
  type BacktestScore,
  createBacktestTask,
  measureAtBest,
  predictBacktest,
  scoreBacktest,
  summariseBacktests,
} from './analysis/backtest.ts';
export { type BacktestCase, type BacktestMeasure, backtestCases } from './analysis/backtest-cases.ts';
export { createBestRun } from './analysis/best-run.ts';
export { breakEvenRuleOfThumb, revenueBreakEven } from './analysis/break-even.ts';
export {
  type CandidateWork,
  createCandidateTask,
  type FigureColumn,
} from './analysis/candidate-task.ts';
export { checkClaims } from './analysis/claims.ts';
export {
  type ComparedFiles,
  type ComparedPlan,
  compareFiles,
  type FileRun,
} from './analysis/compare-files.ts';
export { computeConcentration } from './analysis/concentration.ts';
export type * from './analysis/concentration-result.ts';
export {
  type Cancellation,
  coordinate,
  createInThreadExecutor,
  type Executor,
  WorkerCrash,
} from './analysis/coordinate.ts';
export * from './analysis/crowd-groups.ts';
export {
  type CrowdMonth,
  type CrowdRun,
  type CrowdRunner,
  createCrowdRunner,
  type ServiceMonth,
} from './analysis/crowd-run.ts';
export { type CsvCell, type CsvFlavour, formatCsv } from './analysis/csv.ts';
export { createCurve } from './analysis/curve.ts';
export { type DrawsTask, mostDraws } from './analysis/draws.ts';
export type { LogNormal, Priors } from './analysis/estimate-priors.ts';
export {
  createInThreadEvaluate,
  type Evaluate,
  type SearchOptions,
  type SearchProgress,
} from './analysis/evaluate.ts';
export { evidenceRange } from './analysis/evidence-range.ts';
export {
  createFeeCurveTask,
  defaultChanges,
  meanPrice,
  withFeeChange,
} from './analysis/fee-curve.ts';
export type { FifthsResult, SegmentFifths } from './analysis/fifths.ts';
export type { Flip } from './analysis/flips.ts';
export { type Folklore, folklore } from './analysis/folklore.ts';
export { defaultInputs, defaultRows, type EvidenceShare, type Indices } from './analysis/indices.ts';
export { digestOfCases, type KeptPriors, priorsWithout, whyStale } from './analysis/kept-priors.ts';
export {
  defaultSafeDraws,
  type MakeSafeOptions,
  makeSafe,
  mostSafeDraws,
} from './analysis/make-safe.ts';
export type * from './analysis/make-safe-result.ts';
export type { MeanEstimate } from './analysis/mean-estimate.ts';
export { addsUp, type MechanismTrace, type TracedMechanism } from './analysis/mechanism-trace.ts';
export {
  defaultOptimiseDraws,
  editsOf,
  mostOptimiseDraws,
  type OptimiseOptions,
  optimise,
} from './analysis/optimise.ts';
export type * from './analysis/optimise-result.ts';
export { type PlanMeasure, planMeasures } from './analysis/plan-figures.ts';
export { type PlanKind, planKind } from './analysis/plan-kind.ts';
export { levelAt, type PadScope, type PromisePad } from './analysis/promise-pad.ts';
export type * from './analysis/result.ts';
export { formatResultCsv } from './analysis/result-csv.ts';
export {
  createRunTask,
  defaultDraws,
  formatResult,
  type RunOptions,
  runScenario,
} from './analysis/run.ts';
export {
  analyseSensitivity,
  type SensitivityOptions,
  type SensitivityResult,
  type SensitivityWork,
} from './analysis/sensitivity.ts';
export type { IndexEstimate } from './analysis/sobol-indices.ts';
export { mostRows } from './analysis/sobol-task.ts';
export { coarsestError, finestError } from './analysis/stop-rule.ts';
export {
  mostPoints,
  mostSteps,
  mostSweepRuns,
  type Sweep,
  type SweepAxis,
  type SweepOptions,
} from './analysis/sweep.ts';
export { runTask, type Task } from './analysis/task.ts';
export {
  answerBlock,
  type BlockAnswer,
  createTask,
  partOf,
  type TaskRequest,
} from './analysis/tasks.ts';
export type { Tornado } from './analysis/tornado.ts';
export { mostInformedDraws, type ValueOfInformation } from './analysis/value-of-information.ts';
export {
  createBestVerdict,
  createVerdict,
  englishFormats,
  formatChance,
  formatVerdict,
  type VerdictFormats,
  type VerdictPart,
} from './analysis/verdict.ts';
export { didYouMean, proposedWord } from './core/did-you-mean.ts';
export { type Dimension, dimensions } from './core/dimensions.ts';
export { medianOf, quantileOf } from './core/distributions.ts';
export { KeptError } from './core/errors.ts';
export type * from './core/quantity.ts';
export { fixed, noSource } from './core/quantity.ts';
export { engineVersion } from './core/version.ts';
export { countCells } from './engine/count-cells.ts';
export { type MechanismLink, mechanismLinks } from './engine/mechanism-links.ts';
export { defaultCustomers, mostCustomers } from './engine/population.ts';
export { createSampler } from './engine/sample.ts';
export { doNothing } from './engine/simulate.ts';
export { type MechanismName, mechanisms } from './mechanisms/index.ts';
export type { Decision, FreeBounds } from './scenario/decision.ts';
export { diffScenarios, type ScenarioDifference } from './scenario/diff-scenarios.ts';
export { type Explanation, explainScenario } from './scenario/explain.ts';
export { type Goal, type Keep, shareMeasures } from './scenario/goal.ts';
export { type Claim, type ClaimMeasure, claimMeasures, type Lesson } from './scenario/lesson.ts';
export {
  type ListedQuantity,
  listQuantities,
  readablePath,
} from './scenario/list-quantities.ts';
export {
  describeFile,
  type FileDescription,
  parseScenario,
  rewriteScenario,
} from './scenario/on-demand.ts';
export type { ParsedScenario } from './scenario/parse.ts';
export { formatProblem, type Problem, type ProblemCode } from './scenario/problem.ts';
export * from './scenario/scenario.ts';
export type { Edit } from './scenario/write.ts';
