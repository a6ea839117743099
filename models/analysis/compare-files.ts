import { diffInputs } from '../scenario/diff-scenarios.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ImpactResult, RunResult } from './result.ts';

/** Headline figures of a plan; docs/measures.md says what each means. */
export const headlines = [
  'profit',
  'profitWithEquity',
  'revenue',
  'attrition',
  'customersLost',
  'breakEvenAttrition',
  'safetyMargin',
  'chanceOfLoss',
  'chanceOfLossError',
] as const satisfies readonly (keyof ImpactResult)[];

/** `kept-compare/1`: plans of one or more files side by side. */
export interface ComparedFiles {
  readonly format: 'kept-compare/1';
  readonly plans: readonly ComparedPlan[];
  /** What is believed of the world where the files disagree: a value for each file, `null` where it has none. */
  readonly inputs: readonly { readonly path: string; readonly values: readonly (string | null)[] }[];
  readonly files: readonly { readonly file: string; readonly title: string; readonly digest: string }[];
}

export interface ComparedPlan extends Pick<ImpactResult, (typeof headlines)[number]> {
  readonly file: string;
  readonly plan: string;
  readonly currency: string;
  readonly months: number;
  readonly draws: number;
}

export interface FileRun {
  readonly file: string;
  readonly scenario: Scenario;
  readonly result: RunResult;
}

/** Puts the plans of several runs side by side. */
export function compareFiles(runs: readonly FileRun[]): ComparedFiles {
  return {
    format: 'kept-compare/1',
    plans: runs.flatMap(({ file, result }) =>
      result.plans.flatMap(({ name, impact }): ComparedPlan[] => {
        if (!impact) return [];
        const { currency, months } = result.scenario;
        const figures = Object.fromEntries(headlines.map((key) => [key, impact[key]]));
        return [
          { file, plan: name, currency, months, draws: result.engine.draws, ...figures } as ComparedPlan,
        ];
      }),
    ),
    inputs: diffInputs(runs.map(({ scenario }) => scenario)),
    files: runs.map(({ file, result }) => ({
      file,
      title: result.scenario.title,
      digest: result.scenario.digest,
    })),
  };
}
