import type {
  AttributedPlan,
  FeeCurve,
  Flip,
  Plan,
  RunResult,
  Scenario,
  Tornado,
} from '../../models/index.ts';
import { createBestRun } from '../../models/index.ts';
import { escapeMarkup } from '../charts/svg-text.ts';
import { shownDrivers } from '../decide/drivers-view.ts';
import { noResults } from '../runner/results.ts';
import { createSituation, openChoice } from '../state/choice.ts';
import { createDocument } from '../state/documents.ts';
import { createFeeScale } from '../state/fee-scale.ts';
import { firstFeePlan } from '../state/fee-target.ts';
import { createModel } from '../state/session.ts';
import { createWanted } from '../state/wanted.ts';
import { createBoard } from './board.ts';
import { boardStyles } from './board-styles.ts';

/** What has to be worked out for the board page of a file's plan. */
export interface BoardWork {
  readonly plan: Plan;
  /** The plan whose fee the curve varies, and over which changes. */
  readonly curvePlan: Plan;
  readonly changes: readonly number[];
  /** The scenario with this plan alone. */
  readonly alone: Scenario;
}

/** The plan of the board page: the one named, else the one that the page opens at. */
export function planBoard(scenario: Scenario, text: string, name: string | undefined): BoardWork {
  const { situation, choice, scale } = openAt(scenario, text, name);
  const { plan, curvePlan, changes } = createWanted(choice, situation, scale);
  return { plan, curvePlan, changes, alone: { ...scenario, plans: [plan] } };
}

/** Inputs whose flips the page prints. */
export function boardInputs({ inputs }: Tornado): string[] {
  return inputs.slice(0, shownDrivers).map(({ path }) => path);
}

export interface BoardAnswers {
  readonly run: RunResult;
  readonly curve: FeeCurve;
  readonly causes: AttributedPlan;
  readonly causeDraws: number;
  readonly tornado: Tornado;
  readonly flips: readonly Flip[];
}

/** The board page as a file of its own: HTML that prints to one sheet, the same bytes for the same scenario and seed. */
export function createBoardFile(
  scenario: Scenario,
  text: string,
  name: string | undefined,
  { run, curve, ...rest }: BoardAnswers,
): string {
  const { situation, choice, scale } = openAt(scenario, text, name);
  const { draws: done } = run.engine;
  const results = {
    ...noResults,
    best: createBestRun(scenario).figures(situation.plan),
    draws: {
      ...({ kind: 'plan', done, total: done, engine: run.engine, digest: run.scenario.digest } as const),
      result: run.plans[1],
    },
    curve: { kind: 'curve', done: curve.draws, total: curve.draws, curve } as const,
  };
  const { title, body } = createBoard({ model: createModel(choice, situation, results, scale), ...rest });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(title)}</title>
<style>
@page { size: A4 portrait; margin: 11mm 12mm; }${boardStyles}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function openAt(scenario: Scenario, text: string, name: string | undefined) {
  const named = scenario.plans.findIndex((plan) => plan.name === name);
  const document = createDocument('own', 'scenario.yaml', scenario, () => Promise.resolve(text), 'board');
  const choice = openChoice(document, named >= 0 ? named : firstFeePlan(scenario));
  const situation = createSituation(choice);
  const { percent } = situation;
  const room = percent > 35 ? percent + 10 : percent < -15 ? percent - 10 : percent;
  return { choice, situation, scale: createFeeScale(-95, percent, room) };
}
