import { digestOf } from '../core/digest.ts';
import { KeptError } from '../core/errors.ts';
import { backtestCases } from './backtest-cases.ts';
import type { Priors } from './estimate-priors.ts';

/** What `npm run priors` found, in scenarios/backtests/priors.json. */
export interface KeptPriors {
  readonly format: 'kept-priors/1';
  /** Version of the engine they were estimated with. */
  readonly engine: string;
  /** Digest of the case files and of what was observed. */
  readonly cases: string;
  /** From all cases: the defaults. */
  readonly estimated: Priors;
  /** By name of a case: from all others. */
  readonly leftOut: { readonly [name: string]: Priors };
  /** By name of a case: its measure at best values and at the priors without it. Tells when the model has changed. */
  readonly atBest: { readonly [name: string]: number };
}

/** What the present cases and model say of the same. */
export type PresentState = Pick<KeptPriors, 'engine' | 'cases' | 'atBest'>;

/** Digest of what was observed, with the text of each case's file by its name. */
export function digestOfCases(texts: { readonly [file: string]: string }): string {
  return digestOf({ observed: backtestCases, texts });
}

/** Errors  invalid-argument for a case that was not there when the priors were estimated */
export function priorsWithout({ leftOut }: KeptPriors, name: string): Priors {
  const priors = leftOut[name];
  if (priors) return priors;
  throw new KeptError('invalid-argument', `no priors were estimated without ${name}; npm run priors does`, {
    name,
  });
}

/** A measure may move by this share of the error of its observation before priors count as stale. */
const tolerance = 0.02;

/** Why priors are to be estimated anew, one sentence each; empty when they belong to these cases and this model. */
export function whyStale(kept: KeptPriors, now: PresentState): string[] {
  const reasons: string[] = [];
  if (kept.engine !== now.engine)
    reasons.push(`They were estimated with engine ${kept.engine}; this is ${now.engine}.`);
  if (kept.cases !== now.cases) reasons.push('A case file or an observed figure has changed since.');
  const moved = backtestCases
    .filter(({ name, noise }) => !(Math.abs(kept.atBest[name] - now.atBest[name]) <= tolerance * noise))
    .map(({ name }) => name);
  if (moved.length > 0) reasons.push(`The model now says something else of ${moved.join(', ')}.`);
  return reasons;
}
