import { computeConcentration } from '../../models/analysis/concentration.ts';
import { dimensions } from '../../models/core/dimensions.ts';
import { fixed } from '../../models/core/quantity.ts';
import type { ParameterName } from '../../models/mechanisms/index.ts';
import type { Plan } from '../../models/scenario/scenario.ts';
import {
  buildAction,
  buildOperations,
  buildRise,
  buildScenario,
  buildSegment,
} from '../support/build-scenario.ts';
import { runBest, watch } from '../support/run-scenario.ts';
import type { Fact } from './fact.ts';

type Assumed = { readonly [name in ParameterName]?: number };

function centred(operations: Parameters<typeof buildOperations>[0], assumptions: Assumed = {}, months = 36) {
  const { world } = buildScenario({ assumptions });
  return buildScenario({ months, world: { ...world, operations: buildOperations(operations) } });
}

function centreOf(scenario: ReturnType<typeof centred>, plan?: Plan) {
  const { centre } = runBest(scenario, plan).firm;
  if (!centre) throw new Error('the scenario states a contact centre');
  return centre;
}

/** Sears: five of a hundred more in the attitude of employees, at once. */
const fivePoints = { recognitionMorale: 0.05, moralePace: 1 };
const recognised: Plan = {
  name: 'Recognised',
  actions: [buildAction({ staff: { once: fixed(0), recognise: 'both' } })],
};
const meanFrom = (values: Float64Array, month: number) =>
  values.subarray(month).reduce((sum, value) => sum + value, 0) / (values.length - month);

/** Facts of sections 7 to 10: contact centre, staff, concentration, the boardroom's view. */
export const peopleFacts: readonly Fact[] = [
  {
    id: 'T31',
    claim: 'A cut of 5 % in staff raises the wait far more in a busy centre than in a calm one.',
    restated:
      'in seconds. As a multiple it holds for patient callers only: a calm centre has almost no wait to multiply.',
    kind: 'evidence',
    figures: ['longer wait, busy centre [s]', 'calm centre [s]'],
    bar: 'first above twice the second',
    measure: () => {
      const agents = { kind: 'byPercent', quantity: fixed(-0.05) } as const;
      const cut: Plan = { name: 'Cut', actions: [buildAction({ at: 3, staff: { agents, once: fixed(0) } })] };
      return [20, 32].map((staff) => {
        const { wait } = centreOf(centred({ agents: staff, contacts: 5 }), cut);
        return wait[3] - wait[2];
      });
    },
    holds: (busy, calm) => busy > 2 * calm,
  },
  {
    id: 'T32',
    claim:
      'A wave of leavers raises contacts and waits and lowers satisfaction; with callers hanging up it converges.',
    kind: 'evidence',
    figures: [
      'contacts at the notice, ratio',
      'wait at the notice, ratio',
      'satisfaction in month 6 against no centre',
      'wait in month 120 less month 119 [s]',
    ],
    bar: 'above 1; above 1; below 0; 0 to 0.1',
    measure: () => {
      const scenario = centred({ agents: 3 }, { noticeContacts: 0.5, waitPoints: 4 }, 120);
      const rise = buildRise(0.2, { at: 4, announce: 3 });
      const { contacts, wait } = centreOf(scenario, rise);
      const { operations, ...world } = scenario.world;
      const open = runBest({ ...scenario, world }, rise).segments[0].satisfaction[6];
      return [
        contacts[3] / contacts[0],
        wait[3] / wait[0],
        runBest(scenario, rise).segments[0].satisfaction[6] - open,
        wait[120] - wait[119],
      ];
    },
    holds: (contacts, wait, satisfaction, end) =>
      contacts > 1 && wait > 1 && satisfaction < 0 && Math.abs(end) < 0.1,
  },
  {
    id: 'T33',
    claim: 'With quality fixed, a change of morale alone does not move satisfaction.',
    kind: 'definition',
    figures: ['rise of morale', 'satisfaction after three years, difference'],
    bar: 'above 0; exactly 0',
    measure: () => {
      const scenario = buildScenario({ assumptions: { ...fivePoints, attitudePoints: 0 } });
      const [plan, still] = [runBest(scenario, recognised), runBest(scenario)];
      return [
        plan.firm.morale[36] - still.firm.morale[36],
        plan.segments[0].satisfaction[36] - still.segments[0].satisfaction[36],
      ];
    },
    holds: (morale, satisfaction) => morale > 0 && satisfaction === 0,
  },
  {
    id: 'T34',
    claim:
      'Five of 100 more in attitude bring 1.3 of 100 in satisfaction and 0.5 % of revenue, within half (Sears).',
    restated:
      'a calibration: the points of quality for morale are sized on the satisfaction; the revenue follows, before talk spreads it. With newcomers through praise it is about twice that after two years.',
    kind: 'definition',
    figures: [
      'satisfaction of the second year, difference of 10',
      'revenue of the second year, per cent',
      'with newcomers through praise',
    ],
    bar: '0.065 to 0.195; 0.25 to 0.75',
    measure: () => {
      const secondYear = (assumptions: Assumed) => {
        const scenario = buildScenario({ assumptions: { ...fivePoints, ...assumptions }, months: 24 });
        const [plan, still] = [recognised, undefined].map((by) => runBest(scenario, by).segments[0]);
        return {
          satisfaction: meanFrom(plan.satisfaction, 13) - meanFrom(still.satisfaction, 13),
          revenue: 100 * (meanFrom(plan.revenue, 13) / meanFrom(still.revenue, 13) - 1),
        };
      };
      const quiet = secondYear({ praisePull: 0, complaintDeterrence: 0 });
      return [quiet.satisfaction, quiet.revenue, secondYear({}).revenue];
    },
    holds: (satisfaction, revenue) =>
      satisfaction > 0.065 && satisfaction < 0.195 && revenue > 0.25 && revenue < 0.75,
  },
  {
    id: 'T35',
    claim: 'What people feel reaches customers one to two quarters later.',
    kind: 'evidence',
    figures: ['month in which half of the effect on empathy is there', 'month of the highest satisfaction'],
    bar: '3 to 6; above 6',
    measure: () => {
      const scenario = buildScenario({ assumptions: fivePoints, months: 60 });
      const shift = watch(scenario, recognised, 'serviceShift', dimensions.indexOf('empathy'));
      const { satisfaction } = runBest(scenario, recognised).segments[0];
      return [
        shift.findIndex((points) => points >= 0.5 * shift[59]) + 1,
        satisfaction.indexOf(Math.max(...satisfaction)),
      ];
    },
    holds: (half, peak) => half >= 3 && half <= 6 && peak > 6,
  },
  {
    id: 'T39',
    claim: 'The top fifth of subscribers bring 0.50 to 0.68 of revenue and more of the profit.',
    restated:
      'where spend varies with a standard deviation of about 1.07 in its log; where all pay the same nobody is a top fifth.',
    kind: 'evidence',
    figures: ['share of revenue', 'share of profit at a cost to serve of 40 %'],
    bar: '0.50 to 0.68; above the first',
    measure: () => {
      const scenario = buildScenario({ segments: [buildSegment({ spread: 1.46 })], months: 12 });
      const { topFifthRevenue, topFifthProfit } = computeConcentration(scenario, { customers: 10_000 }).base;
      return [topFifthRevenue ?? Number.NaN, topFifthProfit ?? Number.NaN];
    },
    holds: (revenue, profit) => revenue > 0.5 && revenue < 0.68 && profit > revenue,
  },
  {
    id: 'T41',
    claim:
      'The boardroom sees about ten times the share of customers served superbly that customers report (Bain: 80 % and 8 %); promising more than is delivered lowers satisfaction.',
    kind: 'definition',
    figures: [
      'boardroom’s share',
      'customers’ share',
      'ratio',
      'satisfaction after a year of promising a point more',
    ],
    bar: 'ratio 9 to 11; below 0',
    measure: () => {
      const { boardroom, segments } = runBest(buildScenario());
      const change = { kind: 'byAmount', quantity: fixed(1) } as const;
      const promise = Object.fromEntries(dimensions.map((name) => [name, change]));
      const louder = runBest(buildScenario(), { name: 'Louder', actions: [buildAction({ promise })] });
      const [believed, reported] = [boardroom.believedSuperior[0], boardroom.superior[0]];
      const difference = louder.segments[0].satisfaction[12] - segments[0].satisfaction[12];
      return [believed, reported, believed / reported, difference];
    },
    holds: (_believed, _reported, ratio, satisfaction) => ratio > 9 && ratio < 11 && satisfaction < 0,
  },
];
