import { fixed } from '../../models/core/quantity.ts';
import { lossOnRung, rungs } from '../../models/core/recovery-ladder.ts';
import { createSampler } from '../../models/engine/sample.ts';
import { answer } from '../../models/mechanisms/complaint.ts';
import { handledToday, pointsOnRung, respondToFailure } from '../../models/mechanisms/recovery.ts';
import type { Action, Plan } from '../../models/scenario/scenario.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../support/build-scenario.ts';
import { impactBest, runBest } from '../support/run-scenario.ts';
import type { Fact } from './fact.ts';

const parameters = createSampler(buildScenario(), 'kept')('best').parameters({});
const plan = (action: Partial<Action>): Plan => ({
  name: 'Plan',
  actions: [buildAction({ at: 2, ...action })],
});
const causes = (by: number) => plan({ rootCauses: { by: fixed(by), rampMonths: 1 } });
const recover = (parts: Partial<NonNullable<Action['recover']>>) =>
  plan({ recover: { ownFault: false, followUp: false, limit: false, ...parts } });
const hidden: Plan = {
  name: 'Hidden fee',
  actions: [
    buildAction({
      at: 4,
      fee: { name: 'service', change: { kind: 'to', quantity: fixed(1.5) }, shown: 'at billing' },
    }),
  ],
};
const allIn = buildRise(0.15, { at: 4, announce: 4, announced: true });

/** Sum of monthly complaint shares, months 4 to 12, and the satisfaction of newcomers in month 9. */
function afterTheBill(of: Plan): readonly [complaints: number, newcomers: number] {
  let complaints = 0;
  let newcomers = 0;
  runBest(buildScenario(), of, (state, month) => {
    if (month >= 4 && month <= 12) complaints += state.complaints;
    if (month === 9) newcomers = state.satisfaction[state.cells - 1];
  });
  return [complaints, newcomers];
}

/** Complaining and leaving of those who meet a failure. */
function answers(assumptions: object, term?: number): readonly [voice: number, exit: number] {
  let found: readonly [number, number] = [0, 0];
  const segment = buildSegment(term === undefined ? {} : { contract: { termMonths: term } });
  runBest(buildScenario({ assumptions, segments: [segment] }), undefined, (state, month) => {
    if (month === 1) found = [state.voiceShare, state.exitShare];
  });
  return found;
}

/** Facts of sections 2, 3 and 5 about failures, hidden fees and complaints. */
export const serviceFacts: readonly Fact[] = [
  {
    id: 'T9',
    claim: 'A reliability failure lowers renewal even where overall satisfaction is held fixed.',
    kind: 'evidence',
    figures: ['attrition at half as many failures again, satisfaction and trust moving nobody'],
    bar: 'above 0.005',
    measure: () => {
      const deaf = buildScenario({ assumptions: { satisfactionResponse: 0, trustResponse: 0 } });
      return [impactBest(deaf, causes(0.5)).attrition];
    },
    holds: (attrition) => attrition > 0.005,
  },
  {
    id: 'T12',
    claim:
      'A hidden fee wins more sign-ups now, and brings lower satisfaction and more complaints after the first bill than the same price all in.',
    restated:
      'lower satisfaction of those who joined without seeing the fee; over the whole base it is higher, since fewer notice a fee than a rise, and surprise acts on trust.',
    kind: 'evidence',
    figures: [
      'joiners of the month, ratio',
      'complaints of nine months, ratio',
      'satisfaction of newcomers, difference in month 9',
    ],
    bar: 'above 1; above 1; below 0',
    measure: () => {
      const joiners = (of: Plan) => runBest(buildScenario(), of).segments[0].joiners[4];
      const [fee, price] = [afterTheBill(hidden), afterTheBill(allIn)];
      return [joiners(hidden) / joiners(allIn), fee[0] / price[0], fee[1] - price[1]];
    },
    holds: (joiners, complaints, satisfaction) => joiners > 1 && complaints > 1 && satisfaction < 0,
  },
  {
    id: 'T21',
    claim: 'Repurchase rises from silent over complained-unsatisfied and satisfied to satisfied quickly.',
    kind: 'definition',
    figures: ['loss of repurchase on each rung: silent', 'unsatisfied', 'satisfied', 'quickly'],
    bar: 'falling',
    measure: () =>
      (['silent', 'unsatisfied', 'satisfied', 'quickly'] as const).map((rung) =>
        lossOnRung(rung, parameters.failureSeverity),
      ),
    holds: (...losses) => losses.every((loss, k) => k === 0 || loss < losses[k - 1]),
  },
  {
    id: 'T22',
    claim:
      'A good recovery may lift satisfaction above that without a failure, by little; renewal does not exceed it.',
    kind: 'evidence',
    figures: [
      'satisfaction lost on the best rung [points]',
      'stayers after three years, best recovery against no failures',
    ],
    bar: '−0.25 to 0; below 1',
    measure: () => {
      const assumptions = {
        ...{ complaintsSatisfied: 0.98, satisfiedQuickly: 0.98, voicePropensity: 20 },
        ...{ exitOdds: 0.01, recoveryParadox: 0.5 },
      };
      const stayers = (by: Plan) => runBest(buildScenario({ assumptions }), by).segments[0].base[36];
      const best = recover({
        withinHours: fixed(1),
        compensation: fixed(20),
        ownFault: true,
        followUp: true,
      });
      const quick = rungs.indexOf('quickly');
      return [pointsOnRung(rungs[quick], 0.04, parameters), stayers(best) / stayers(causes(-0.999))];
    },
    holds: (points, ratio) => points < 0 && points > -0.25 && ratio < 1,
  },
  {
    id: 'T23',
    claim: 'A second failure within a year erases what a recovery gained.',
    kind: 'definition',
    figures: [
      'damage of a failure answered best: first',
      'second within a year',
      'second, answered as usual',
    ],
    bar: 'second above first and equal to the third',
    measure: () => {
      const damage = (change: object, recent: number) =>
        respondToFailure(
          { ...handledToday(parameters), ...change },
          answer(0, false, parameters),
          0.04,
          recent,
          parameters,
        ).damage;
      const best = { hours: 1, compensation: 5, gestures: 2 };
      return [damage(best, 0), damage(best, 50), damage({}, 50)];
    },
    holds: (first, second, usual) => second > first && Math.abs(second - usual) < 1e-9,
  },
  {
    id: 'T24',
    claim: 'Easier complaining raises complaints and retention.',
    kind: 'evidence',
    figures: ['complaints at half the effort, ratio', 'attrition'],
    bar: 'above 1; below 0',
    measure: () => {
      const easier = recover({ ease: fixed(0.5) });
      const [more, usual] = [easier, undefined].map((by) => {
        let last = 0;
        runBest(buildScenario(), by, (state) => {
          last = state.complaints;
        });
        return last;
      });
      return [more / usual, impactBest(buildScenario(), easier).attrition];
    },
    holds: (complaints, attrition) => complaints > 1 && attrition < 0,
  },
  {
    id: 'T25',
    claim: 'Where there are fewer competitors, more complain and fewer leave.',
    kind: 'evidence',
    figures: [
      'complaining, few against many competitors, ratio',
      'leaving, ratio',
      'leaving, bound by contract against free, ratio',
    ],
    bar: 'above 1; below 1; below 1',
    measure: () => {
      const [few, many] = [answers({ competition: 0.3 }), answers({ competition: 3 })];
      return [few[0] / many[0], few[1] / many[1], answers({}, 24)[1] / answers({})[1]];
    },
    holds: (voice, exit, bound) => voice > 1 && exit < 1 && bound < 1,
  },
];
