import { describe, expect, it } from 'vitest';
import { createSampler } from '../../../models/engine/sample.ts';
import { simulate } from '../../../models/engine/simulate.ts';
import { type Step, steps } from '../../../models/engine/steps.ts';
import { mechanisms } from '../../../models/mechanisms/index.ts';
import type { SegmentState } from '../../../models/mechanisms/state.ts';
import type { FirmState } from '../../../models/mechanisms/state-firm.ts';
import { buildEverything } from '../../support/build-everything.ts';

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
  const { scenario, plan } = buildEverything();
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
