import { fixed } from '../../models/core/quantity.ts';
import type { Plan } from '../../models/scenario/scenario.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../support/build-scenario.ts';
import { impactBest, runBest } from '../support/run-scenario.ts';
import type { Fact } from './fact.ts';

const letter: Plan = { name: 'Letter', actions: [buildAction({ at: 3, notify: true })] };

/** Hazards of the months of a cohort that nobody joins. */
function cohortHazards(churn: number, plan?: Plan): number[] {
  const segment = buildSegment({ churn, joinersPerMonth: fixed(0), tenure: [{ months: 0, share: 1 }] });
  const [{ leavers, customers }] = runBest(buildScenario({ segments: [segment] }), plan).segments;
  return Array.from({ length: 36 }, (_, k) => leavers[k + 1] / customers[k]);
}

/** Facts of section 4: the hazard of leaving. */
export const hazardFacts: readonly Fact[] = [
  {
    id: 'T16',
    claim: 'A cohort’s hazard falls with tenure though no customer changes.',
    kind: 'evidence',
    figures: ['month 1', 'month 12', 'month 36', 'largest rise from one month to the next'],
    bar: 'falling; no rise',
    measure: () => {
      const hazards = cohortHazards(0.03);
      const rises = hazards.slice(1).map((hazard, k) => hazard - hazards[k]);
      return [hazards[0], hazards[11], hazards[35], Math.max(...rises)];
    },
    holds: (first, year, last, rise) => first > year && year > last && rise < 0,
  },
  {
    id: 'T17',
    claim: 'Under contract a shock’s loss is deferred to the contract’s end, not erased.',
    kind: 'evidence',
    figures: ['extra leaving in the quarter of expiry', 'in the 21 months before'],
    bar: 'first above second and above 0.01',
    measure: () => {
      const segment = buildSegment({ contract: { termMonths: 24 }, tenure: [{ months: 12, share: 1 }] });
      const scenario = buildScenario({ months: 24, segments: [segment] });
      const plan = buildRise(0.2, { at: 3, announce: 3, announced: true });
      const [{ cells }] = runBest(scenario, plan).segments;
      const [{ cells: before }] = runBest(scenario).segments;
      // Eight expiry classes; the contracts of the last end in months 22 to 24.
      const extra = (from: number, to: number) => {
        let lost = 0;
        for (let month = from; month <= to; month++) {
          const at = (month - 1) * cells.count + 7;
          lost += cells.leavers[at] / cells.weight[at] - before.leavers[at] / before.weight[at];
        }
        return lost;
      };
      return [extra(22, 24), extra(1, 21)];
    },
    holds: (expiry, locked) => expiry > locked && expiry > 0.01,
  },
  {
    id: 'T18',
    claim: 'A letter that changes nothing raises the churn of a sleeping base.',
    kind: 'evidence',
    figures: ['attrition'],
    bar: 'above 0',
    measure: () => [impactBest(buildScenario(), letter).attrition],
    holds: (attrition) => attrition > 0,
  },
  {
    id: 'T19',
    claim: 'Monthly hazards compound to 1 − Π(1 − h), never above 100 %.',
    kind: 'evidence',
    figures: [
      'largest hazard at 95 % churn and a rise of 60 %',
      'survivors of the starting base less Π(1 − h)',
    ],
    bar: '≤ 1; 0 to 1e-12',
    measure: () => {
      const hazards = cohortHazards(0.95, buildRise(0.6));
      const segment = buildSegment({
        churn: 0.95,
        joinersPerMonth: fixed(0),
        tenure: [{ months: 0, share: 1 }],
      });
      const [{ base }] = runBest(buildScenario({ segments: [segment] }), buildRise(0.6)).segments;
      const staying = Array.from({ length: 36 }, (_, k) => base[k + 1] / base[k]);
      return [
        Math.max(...hazards),
        base[36] / 1000 - staying.reduce((survival, share) => survival * share, 1),
      ];
    },
    holds: (largest, difference) => largest <= 1 && Math.abs(difference) < 1e-12,
  },
];
