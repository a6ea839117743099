import { fixed } from '../../models/core/quantity.ts';
import { createSampler } from '../../models/engine/sample.ts';
import { talkAt } from '../../models/mechanisms/word-of-mouth.ts';
import type { Plan } from '../../models/scenario/scenario.ts';
import { buildAction, buildScenario, buildSegment } from '../support/build-scenario.ts';
import { runBest } from '../support/run-scenario.ts';
import type { Fact } from './fact.ts';

const parameters = createSampler(buildScenario(), 'kept')('best').parameters({});

/** Share who leave in a month, of the starting base and of those who came later. */
function leaving(plan?: Plan): { readonly settled: number[]; readonly newcomers: number[] } {
  const shares = { settled: [] as number[], newcomers: [] as number[] };
  const scenario = buildScenario({ segments: [buildSegment({ tenure: [{ months: 24, share: 1 }] })] });
  runBest(scenario, plan, (state) => {
    shares.settled.push(state.left[0] / state.present[0]);
    shares.newcomers.push(state.left[1] / state.present[1]);
  });
  return shares;
}

const invest = { in: 'reliability' as const, by: fixed(-4), rampMonths: 1, once: fixed(0) };
const cut: Plan = { name: 'Cut', actions: [buildAction({ at: 3, invest })] };
const advocates = { lift: fixed(1), reward: fixed(0), once: fixed(0), monthly: fixed(0) };
const referrals: Plan = { name: 'Referrals', actions: [buildAction({ advocates })] };

/** Facts of sections 4 and 6: who comes, and who told them. */
export const talkFacts: readonly Fact[] = [
  {
    id: 'T20',
    claim: 'Those who switched in churn more than those who never switched.',
    restated:
      'newcomers of the run against the starting base, in the third year; newcomers take the places of those who left.',
    kind: 'evidence',
    figures: ['ratio of hazards'],
    bar: 'above 1',
    measure: () => {
      const { settled, newcomers } = leaving();
      return [newcomers[35] / settled[35]];
    },
    holds: (ratio) => ratio > 1,
  },
  {
    id: 'T26',
    claim: 'A surge of detractors hits acquisition before retention.',
    kind: 'evidence',
    figures: [
      'months from the cut to half of its largest effect on sign-ups',
      'on leaving',
      'largest effect on sign-ups against that on leaving, ratio',
    ],
    bar: 'first below second; ratio above 1',
    measure: () => {
      const draw: number[] = [];
      const stay: number[] = [];
      runBest(buildScenario(), cut, (state) => {
        draw.push(1 - state.talkDraw);
        stay.push(state.wordOfMouthFactor - 1);
      });
      const half = (effects: readonly number[]) =>
        effects.findIndex((effect) => effect > 0.5 * Math.max(...effects)) - 2;
      return [half(draw), half(stay), Math.max(...draw) / Math.max(...stay)];
    },
    holds: (draw, stay, ratio) => draw < stay && ratio > 1,
  },
  {
    id: 'T27',
    claim:
      'A very dissatisfied customer tells at least three for each whom a satisfied one tells; in a healthy base there is more praise than complaint all the same.',
    restated: 'the first half is an input (five to one); the second follows.',
    kind: 'evidence',
    figures: ['messages, ratio', 'praise against complaint at satisfaction 7'],
    bar: '≥ 3; above 1',
    measure: () => {
      const { complaintMessages, satisfactionSpread } = parameters;
      const { praise, complaint } = talkAt(7, satisfactionSpread, complaintMessages);
      return [complaintMessages, praise / complaint];
    },
    holds: (messages, ratio) => messages >= 3 && ratio > 1,
  },
  {
    id: 'T28',
    claim: 'Referred cohorts churn less at every tenure.',
    kind: 'evidence',
    figures: [
      'hazard of newcomers with twice the referrals against usual, largest of three years',
      'in month 36',
    ],
    bar: 'both below 1',
    measure: () => {
      const [more, usual] = [leaving(referrals).newcomers, leaving().newcomers];
      // The first newcomers leave in month 2.
      const ratios = more.slice(1).map((share, k) => share / usual[k + 1]);
      return [Math.max(...ratios), ratios[ratios.length - 1]];
    },
    holds: (largest, last) => largest < 1 && last < 1,
  },
];
