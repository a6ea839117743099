import type { MechanismName } from '../mechanisms/index.ts';

/** Figures a lesson's claim may rest on: more is better, but of leavers. */
export const claimMeasures = [
  'profit',
  'profit with equity',
  'customers',
  'leavers',
  'satisfaction',
] as const;
export type ClaimMeasure = (typeof claimMeasures)[number];

/** One plan does better than another by the end of the horizon. */
export interface Claim {
  readonly plan: string;
  readonly beats: string;
  readonly on: ClaimMeasure;
}

/** What a scenario teaches: a question, a prediction to make before the run, what comes out and why. */
export interface Lesson {
  readonly question: string;
  readonly predict: { readonly ask: string; readonly choices: readonly string[]; readonly answer: string };
  readonly debrief: string;
  readonly mechanisms: readonly MechanismName[];
  readonly claim: readonly Claim[];
}
