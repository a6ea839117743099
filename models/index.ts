// The only door of the simulator for page, worker, server and command line.

export { type PlanKind, planKind } from './analysis/plan-kind.ts';
export type * from './analysis/result.ts';
export {
  createBestVerdict,
  createVerdict,
  englishFormats,
  formatChance,
  formatVerdict,
  type VerdictFormats,
  type VerdictPart,
} from './analysis/verdict.ts';
export type * from './core/quantity.ts';
export type * from './scenario/scenario.ts';
