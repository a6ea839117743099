import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { simulate } from '../../../models/engine/simulate.ts';
import { type Step, steps } from '../../../models/engine/steps.ts';
import { mechanisms } from '../../../models/mechanisms/index.ts';
import type { SegmentState } from '../../../models/mechanisms/state.ts';
import type { FirmState } from '../../../models/mechanisms/state-firm.ts';
import type { StaffAction } from '../../../models/scenario/scenario.ts';
import {
  buildAction,
  buildOperations,
  buildRise,
  buildScenario,
  buildSegment,
  repairStandard,
} from '../../support/build-scenario.ts';

// What a mechanism says it reads and writes is what the causal-loop diagram is drawn from. Here each function of the
// month runs on a state that notes what is touched, and on a copy that shows what has changed.

/** The functions of the month by the mechanism that owns them. */
const owners: Record<string, string> = {
  ...{
    moveCompetitor: 'price-level',
    judgeLevel: 'price-level',
    hearPromise: 'expectation',
    learn: 'expectation',
  },
  ...{ deliver: 'delivery', respondToPrice: 'price', adaptReference: 'price', becomeAware: 'awareness' },
  ...{ judgeFairness: 'fairness', satisfy: 'satisfaction', updateTrust: 'trust', decide: 'attrition' },
  ...{ acquire: 'acquisition', imitate: 'imitation', account: 'finance', listen: 'listening' },
  ...{ hearTalk: 'word-of-mouth', spreadTalk: 'word-of-mouth', comeBack: 'win-back' },
  ...{ endRelationships: 'separation', adaptUse: 'usage', takeServices: 'growth' },
  ...{ leadStaff: 'staff', showAttitude: 'staff' },
  ...{ answerContacts: 'contact-centre', feelWaits: 'contact-centre' },
  ...{
    meetFailures: 'failure',
    honourGuarantee: 'guarantee',
    voiceComplaints: 'complaint',
    recover: 'recovery',
  },
};

/** Shape, parameters and calibration: they belong to no cause and effect. */
const structural = new Set(
  'name parameters schedule schedule.months cells nodes frailties sensitivities stride classes customers start priceGroup expiryQuarter contractQuarters dimensionWeights present places weight spending downSpending joinersPerMonth hazardScale responsiveShare downgradePrice costToServe acquisitionCost alike competitorFollows competitorSpeed revenueShares customerShares centre schedule.firstPriceMonth'.split(
    ' ',
  ),
);

/** Says only that work can be spared; what it is about is watched itself. */
const sparing = 'expectsAsAtStart';
structural.add(sparing);

const read: Record<string, Set<string>> = {};
const written: Record<string, Set<string>> = {};

function note(book: Record<string, Set<string>>, owner: string, key: string) {
  book[owner] ??= new Set();
  book[owner].add(key);
}

/** A state whose properties, and those of its schedule, note who asks for them. */
function spy<T extends object>(target: T, owner: string, prefix = ''): T {
  return new Proxy(target, {
    get(object, key: string) {
      note(read, owner, prefix + key);
      const value = Reflect.get(object, key);
      return key === 'schedule' ? spy(value as object, owner, 'schedule.') : value;
    },
  });
}

function snapshot(state: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(state)
      .filter(([key]) => key !== sparing)
      .map(([key, value]) => [key, value instanceof Float64Array ? [...value].join() : value]),
  );
}

function noteChanges(owner: string, before: Record<string, unknown>, state: object) {
  for (const [key, value] of Object.entries(snapshot(state)))
    if (before[key] !== value) note(written, owner, key);
}

function watched(step: Step): Step {
  const firmWide = step.firmWide;
  const run = step.run.map((work) => (segment: SegmentState, month: number, firm: FirmState) => {
    const owner = owners[work.name];
    const before = snapshot(segment);
    work(spy(segment, owner), month, spy(firm, owner));
    noteChanges(owner, before, segment);
  });
  if (!firmWide) return { ...step, run };
  return {
    ...step,
    run,
    firmWide(firm, segments, month) {
      const owner = owners[firmWide.name];
      const before = snapshot(firm);
      const segmentsBefore = segments.map(snapshot);
      firmWide(
        spy(firm, owner),
        segments.map((segment) => spy(segment, owner)),
        month,
      );
      noteChanges(owner, before, firm);
      segments.forEach((segment, k) => {
        noteChanges(owner, segmentsBefore[k], segment);
      });
    },
  };
}

function runWatched() {
  const everything = { segments: ['Everyone', 'Bound'] };
  const by = (value: number) => ({ kind: 'byAmount', quantity: fixed(value) }) as const;
  const [rise] = buildRise(0.2, { at: 3, announce: 2, announced: true, ...everything }).actions;
  const fee = { name: 'network', change: by(1), shown: 'at billing' } as const;
  const answered = { ownFault: true, followUp: true, ease: fixed(0.3), limit: true };
  const invest = { in: 'empathy' as const, by: fixed(1), rampMonths: 2, once: fixed(5) };
  const staff: StaffAction = {
    ...{ agents: by(-1), recognise: 'prevention', empower: by(-0.3), train: fixed(0.2), jobAids: fixed(0.5) },
    ...{ feedback: 'to find fault', once: fixed(5) },
  };
  const actions = [
    rise,
    buildAction({ ...everything, at: 4, fee }),
    buildAction({ ...everything, at: 5, credit: { amount: fixed(1), months: 2 } }),
    buildAction({ ...everything, at: 6, promise: { reliability: by(1) } }),
    buildAction({ ...everything, at: 7, invest }),
    buildAction({ ...everything, at: 8, notify: true }),
    buildAction({
      ...everything,
      at: 5,
      advocates: { lift: fixed(0.3), reward: fixed(1), once: fixed(1), monthly: fixed(1) },
      acquire: { monthly: fixed(10) },
      winBack: { by: fixed(0.1), perReturn: fixed(2) },
      separate: { share: fixed(0.05), cost: fixed(3), leastValuable: true },
    }),
    buildAction({ ...everything, at: 9, staff }),
    buildAction({ ...everything, at: 9, rootCauses: { by: fixed(-0.2), rampMonths: 2 } }),
    buildAction({ ...everything, at: 9, recover: { ...answered, compensation: fixed(5) } }),
    buildAction({ ...everything, at: 10, standard: { name: 'repair', median: by(4) } }),
    buildAction({ ...everything, at: 10, guarantee: { pays: fixed(5), standard: 'repair' } }),
    buildAction({ ...everything, at: 11, consistency: { by: fixed(-0.3) } }),
    buildAction({ ...everything, at: 9, listen: { by: ['survey'], monthly: fixed(1), once: fixed(0) } }),
  ];
  const segments = [
    buildSegment({
      downgrade: { to: 'Basic', price: fixed(6) },
      spread: 0.3,
      usage: { share: fixed(0.4) },
      growth: { rate: fixed(0.01), value: fixed(2) },
      tenure: [{ months: 5, share: 1 }],
    }),
    buildSegment({
      name: 'Bound',
      contract: { termMonths: 12, exitFee: fixed(20) },
      acquisitionCost: fixed(3),
    }),
  ];
  const plan = { name: 'Everything', actions };
  const scenario = buildScenario({
    segments,
    plans: [plan],
    months: 15,
    world: {
      market: { competitorFollows: fixed(0.3), potential: fixed(10_000) },
      standards: [repairStandard],
      operations: buildOperations({ agents: 3 }),
    },
  });
  simulate(scenario, plan, createSampler(scenario, 'kept')('best'), undefined, steps.map(watched));
}

runWatched();

describe.each(mechanisms.filter((mechanism) => mechanism.name !== 'heterogeneity'))(
  '$name',
  ({ name, reads, writes }) => {
    const touched = [...(read[name] ?? [])].filter((key) => !structural.has(key));

    it('changes what it says it writes, and nothing else', () => {
      expect([...(written[name] ?? [])].sort()).toEqual([...writes].sort());
    });

    it('reads what it says it reads, and nothing else', () => {
      expect(touched.filter((key) => !(writes as readonly string[]).includes(key)).sort()).toEqual(
        [...reads].sort(),
      );
    });
  },
);

it('knows the owner of every function of the month', () => {
  const functions = steps.flatMap((step) => [...step.run, ...(step.firmWide ? [step.firmWide] : [])]);
  expect(functions.map((work) => work.name).sort()).toEqual(Object.keys(owners).sort());
});
