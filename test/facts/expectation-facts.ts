import { dimensions } from '../../models/core/dimensions.ts';
import { fixed } from '../../models/core/quantity.ts';
import { createSampler } from '../../models/engine/sample.ts';
import { satisfactionFactor } from '../../models/mechanisms/attrition.ts';
import { perceive } from '../../models/mechanisms/satisfaction.ts';
import { buildAction, buildScenario, buildSegment } from '../support/build-scenario.ts';
import { runBest, watch } from '../support/run-scenario.ts';
import type { Fact } from './fact.ts';

const defaults = createSampler(buildScenario(), 'kept')('best').parameters({});

/** A lasting change of delivered quality on some dimensions. */
function shift(by: number, names: readonly (typeof dimensions)[number][] = dimensions, at = 1) {
  return {
    name: 'Shift',
    actions: names.map((name) =>
      buildAction({
        at,
        invest: { in: name, by: fixed(by), rampMonths: 1, once: fixed(0), monthly: fixed(0) },
      }),
    ),
  };
}

function promise(by: number) {
  const change = { kind: 'byAmount', quantity: fixed(by) } as const;
  const each = Object.fromEntries(dimensions.map((name) => [name, change]));
  return { name: 'Promise', actions: [buildAction({ promise: each })] };
}

/** Satisfaction lost or won in the first month [sd]. */
function firstChange(by: number, assumptions = {}, names?: readonly (typeof dimensions)[number][]): number {
  const scenario = buildScenario({ assumptions: { noticingRate: 1, ...assumptions } });
  return watch(scenario, shift(by, names), 'cumulativeSatisfaction')[0];
}

/** One kink, nothing to average it out, and gains noticed at once. */
const quiet = { experienceNoise: 0, shouldContrast: 0 };

/** Facts of sections 1 and 2: expectations and satisfaction. */
export const expectationFacts: readonly Fact[] = [
  {
    id: 'T1',
    claim:
      'Raising only the will-expectation raises perceived quality; raising only the should-expectation lowers it.',
    kind: 'definition',
    figures: ['will + 1:', 'should + 1:'],
    bar: 'first above 0, second below 0 [points]',
    measure: () => [
      perceive(7, 8, 7, defaults) - perceive(7, 7, 7, defaults),
      perceive(7, 7, 8, defaults) - perceive(7, 7, 7, defaults),
    ],
    holds: (will, should) => will > 0 && should < 0,
  },
  {
    id: 'T2',
    claim: 'With delivery fixed, a higher promise wins newcomers and costs satisfaction and renewal.',
    kind: 'evidence',
    figures: [
      'joiners in month 1, ratio',
      'satisfaction after a year, difference',
      'stayers after a year, difference',
    ],
    bar: 'above 1; below 0; below 0',
    measure: () => {
      const [promised] = runBest(buildScenario(), promise(2)).segments;
      const [before] = runBest(buildScenario()).segments;
      return [
        promised.joiners[1] / before.joiners[1],
        promised.satisfaction[12] - before.satisfaction[12],
        promised.base[12] - before.base[12],
      ];
    },
    holds: (joiners, satisfaction, stayers) => joiners > 1 && satisfaction < 0 && stayers < 0,
  },
  {
    id: 'T3',
    claim:
      'When delivery steps down and stays there, dissatisfaction decays as the will-expectation adapts; the should-expectation does not.',
    restated:
      'true of disconfirmation. Most of the loss of satisfaction stays, since worse service stays worse while competitors exist.',
    kind: 'evidence',
    figures: [
      'will above delivery after five years',
      'should against the start',
      'share of the largest loss of satisfaction that stays',
    ],
    bar: 'below 0.05; exactly 0; 0.2 to 0.8',
    measure: () => {
      const scenario = buildScenario({ months: 60 });
      const lost = watch(scenario, shift(-2, ['reliability'], 2), 'cumulativeSatisfaction');
      return [
        watch(scenario, shift(-2, ['reliability'], 2), 'will')[59] - 5,
        watch(scenario, shift(-2, ['reliability'], 2), 'should')[59] - 7,
        lost[59] / Math.min(...lost),
      ];
    },
    holds: (will, should, stays) => Math.abs(will) < 0.05 && should === 0 && stays > 0.2 && stays < 0.8,
  },
  {
    id: 'T4',
    claim:
      'The same shock moves a newcomer’s will-expectation at least twice as far as a five-year customer’s.',
    kind: 'evidence',
    figures: ['ratio'],
    bar: '≥ 2',
    measure: () => {
      const moved = (months: number) => {
        const segment = buildSegment({ tenure: [{ months, share: 1 }] });
        return 7 - watch(buildScenario({ segments: [segment] }), shift(-2, ['reliability'], 2), 'will')[1];
      };
      return [moved(0) / moved(60)];
    },
    holds: (ratio) => ratio >= 2,
  },
  {
    id: 'T5',
    claim:
      'A change inside the tolerance zone moves satisfaction less than a third as far per point as one outside.',
    restated:
      'the zone lies above the will-expectation: compared is a gain inside it with a second point of loss outside, without noise of experience.',
    kind: 'evidence',
    figures: ['ratio'],
    bar: 'below 0.333',
    measure: () => {
      const inside = firstChange(0.8, { ...quiet, toleranceZone: 1 }) / 0.8;
      return [
        inside /
          (firstChange(-1, { ...quiet, toleranceZone: 1 }) - firstChange(-2, { ...quiet, toleranceZone: 1 })),
      ];
    },
    holds: (ratio) => ratio > 0 && ratio < 1 / 3,
  },
  {
    id: 'T6',
    claim: 'A shortfall moves satisfaction at least 1.5 times as far as an equal surplus.',
    kind: 'evidence',
    figures: ['1 point:', '2 points:', '3 points:'],
    bar: 'each ≥ 1.5',
    measure: () => [1, 2, 3].map((gap) => -firstChange(-gap) / firstChange(gap)),
    holds: (...ratios) => ratios.every((ratio) => ratio >= 1.5),
  },
  {
    id: 'T7',
    claim: 'The second unit of surplus adds less than the first.',
    restated: 'counted from the upper edge of the tolerance zone, without noise of experience.',
    kind: 'evidence',
    figures: ['second unit against the first'],
    bar: 'below 1',
    measure: () => {
      const beyond = { ...quiet, toleranceZone: 0.5, willAssimilation: 0 };
      const [edge, one, two] = [0.5, 1.5, 2.5].map((gap) => firstChange(gap, beyond));
      return [(two - one) / (one - edge)];
    },
    holds: (ratio) => ratio > 0 && ratio < 1,
  },
  {
    id: 'T8',
    claim: 'Retention gains more from the top step of satisfaction than from the one below.',
    restated:
      'a log-linear hazard cannot show it; the slope above one standard deviation is at least 2.2 times that below (Mittal & Kamakura 2001).',
    kind: 'evidence',
    figures: ['fall of the hazard from 1 to 2 sd', 'from 0 to 1 sd'],
    bar: 'first above second',
    measure: () => {
      const [none, one, two] = [0, 1, 2].map((satisfaction) => satisfactionFactor(satisfaction, defaults));
      return [one - two, none - one];
    },
    holds: (top, below) => top > below,
  },
  {
    id: 'T40',
    claim: 'Equal one-point shortfalls rank 32 : 22 : 19 : 16 : 11 by dimension, and the weights sum to 1.',
    kind: 'definition',
    figures: dimensions.map((name) => `${name}`),
    bar: '0.32, 0.22, 0.19, 0.16, 0.11',
    measure: () => {
      const drops = dimensions.map((name) => firstChange(-1, {}, [name]));
      const sum = drops.reduce((a, b) => a + b, 0);
      return drops.map((drop) => drop / sum);
    },
    holds: (...shares) =>
      [0.32, 0.22, 0.19, 0.16, 0.11].every((weight, k) => Math.abs(shares[k] - weight) < 1e-9),
  },
];
