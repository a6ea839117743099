import { backtest } from './backtest.ts';
import { compare } from './compare.ts';
import { concentration } from './concentration.ts';
import { optimise } from './optimise.ts';
import { run } from './run.ts';
import { safe } from './safe.ts';
import { sensitivity } from './sensitivity.ts';
import { check, diff, explain } from './short.ts';
import { sweep } from './sweep.ts';
import { why } from './why.ts';

/** Everything that can be worked out, by name. */
export const studies = {
  ...{ check, explain, diff, run, compare, why, sensitivity, sweep, optimise, safe, concentration, backtest },
} as const;

export type StudyName = keyof typeof studies;
