import { fixed } from '../../models/core/quantity.ts';
import { doNothing } from '../../models/engine/simulate.ts';
import type { Plan } from '../../models/scenario/scenario.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../support/build-scenario.ts';
import { impactBest, runBest } from '../support/run-scenario.ts';
import type { Fact } from './fact.ts';

const letter: Plan = { name: 'Letter', actions: [buildAction({ at: 3, notify: true })] };

/** Facts of section 3: price, fairness, fees. */
export const priceFacts: readonly Fact[] = [
  {
    id: 'T10',
    claim: 'A rise of 10 % raises churn at least 1.5 times as much as a cut of 10 % lowers it.',
    restated: 'net of what a letter that changes nothing loses on the same date; six months after.',
    kind: 'evidence',
    figures: ['ratio'],
    bar: '≥ 1.5',
    measure: () => {
      const scenario = buildScenario();
      const stayers = (plan: Plan) => runBest(scenario, plan).segments[0].base[8];
      const up = stayers(letter) - stayers(buildRise(0.1, { at: 3 }));
      return [up / (stayers(buildRise(-0.1, { at: 3 })) - stayers(doNothing))];
    },
    holds: (ratio) => ratio >= 1.5,
  },
  {
    id: 'T11',
    claim: 'Two rises of 5 %, twelve months apart, lose fewer than one of 10 %.',
    restated: 'wake-up aside: two letters wake twice.',
    kind: 'evidence',
    figures: ['attrition in two steps', 'in one'],
    bar: 'first below second',
    measure: () => {
      const asleep = buildScenario({ assumptions: { wakeUp: 0 } });
      const lost = (price: object) => impactBest(asleep, buildRise(0.1, { at: 3 }, price)).attrition;
      return [lost({ phases: 2, everyMonths: 12 }), lost({})];
    },
    holds: (twice, once) => twice < once,
  },
  {
    id: 'T13',
    claim: 'A rise explained by costs loses fewest, one without a reason more, one for profit most.',
    kind: 'evidence',
    figures: ['cost', 'none', 'profit'],
    bar: 'in rising order [attrition at +20 %]',
    measure: () =>
      (['cost', 'none', 'profit'] as const).map(
        (reason) => impactBest(buildScenario(), buildRise(0.2, { reason })).attrition,
      ),
    holds: (cost, none, profit) => cost < none && none < profit,
  },
  {
    id: 'T14',
    claim: 'A segment that is well served responds less to a rise than one that is let down.',
    restated: 'through trust, which follows delivery against promise.',
    kind: 'evidence',
    figures: ['delivery 8, promise 5', 'delivery 6, promise 9'],
    bar: 'first below second [attrition at +15 %]',
    measure: () => {
      const lost = (promise: number, delivery: number) => {
        const segments = [buildSegment({ promise, delivery })];
        return impactBest(buildScenario({ segments }), buildRise(0.15)).attrition;
      };
      return [lost(5, 8), lost(9, 6)];
    },
    holds: (served, letDown) => served < letDown,
  },
  {
    id: 'T15',
    claim:
      'A flat fee hits small accounts hardest: 2.9 % + $0.35 a pledge makes ten pledges of $1 cost $13.79, one of $10 cost $10.64.',
    kind: 'evidence',
    figures: [
      'ten of $1 [$]',
      'one of $10 [$]',
      'price response of the smallest account against the largest',
    ],
    bar: '13.79; 10.64; above 1',
    measure: () => {
      const change = { kind: 'byAmount', quantity: fixed(1) } as const;
      const plan = {
        name: 'Fee',
        actions: [buildAction({ fee: { name: 'network', change, shown: 'in the price' } })],
      };
      const scenario = buildScenario({
        segments: [buildSegment({ spread: 0.6 })],
        assumptions: { spendSensitivityCorrelation: 0.6, sensitivitySpread: 0 },
      });
      let ratio = Number.NaN;
      runBest(scenario, plan, (state, month) => {
        if (month === 1) ratio = state.priceResponse[0] / state.priceResponse[state.sensitivities - 1];
      });
      const pledges = (count: number, each: number) => count * (each * 1.029 + 0.35);
      return [pledges(10, 1), pledges(1, 10), ratio];
    },
    holds: (many, one, ratio) => many.toFixed(2) === '13.79' && one.toFixed(2) === '10.64' && ratio > 1,
  },
];
