import { Type } from 'typebox';
import {
  diffScenarios,
  type Explanation,
  explainScenario,
  type Problem,
  type ScenarioDifference,
} from '../../models/index.ts';
import { strict } from './options.ts';
import type { Study } from './study.ts';

const options = Type.Object({}, strict);
const price = () => ({ work: 0 });

interface CheckResult {
  readonly format: 'kept-check/1';
  readonly valid: boolean;
  readonly problems: readonly Problem[];
  /** What a valid file holds. */
  readonly scenario: {
    readonly title: string;
    readonly segments: number;
    readonly plans: readonly string[];
    readonly months: number;
  } | null;
}

/** Every mistake in a file. */
export const check: Study<unknown, CheckResult> = {
  name: 'check',
  summary: 'Lists every mistake in a scenario file, with its line',
  ...{ files: 'one', isShort: true, options, price },
  format: 'kept-check/1',
  ofProblems: (problems) => ({ format: 'kept-check/1', valid: false, problems, scenario: null }),
  compute: async ([{ scenario }]) => ({
    ...{ format: 'kept-check/1', valid: true, problems: [] },
    scenario: {
      title: scenario.title,
      segments: scenario.world.segments.length,
      plans: scenario.plans.map(({ name }) => name),
      months: scenario.months,
    },
  }),
};

/** Every number that a file rests on. */
export const explain: Study<unknown, readonly Explanation[]> = {
  name: 'explain',
  summary: 'Lists every number of a scenario and of the model, with range, evidence and source',
  ...{ files: 'one', isShort: true, options, price },
  compute: async ([{ scenario }]) => explainScenario(scenario),
};

/** Where two files differ. */
export const diff: Study<unknown, { format: 'kept-diff/1'; differences: readonly ScenarioDifference[] }> = {
  name: 'diff',
  summary: 'Lists what differs between two scenarios',
  ...{ files: 'two', isShort: true, options, price },
  format: 'kept-diff/1',
  compute: async ([before, after]) => ({
    format: 'kept-diff/1',
    differences: diffScenarios(before.scenario, after.scenario),
  }),
};
