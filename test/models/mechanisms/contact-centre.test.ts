import { describe, expect, it } from 'vitest';
import { dimensions } from '../../../models/core/dimensions.ts';
import { fixed } from '../../../models/core/quantity.ts';
import type { Trajectory } from '../../../models/engine/simulate.ts';
import {
  answerLoad,
  type CentreLoad,
  waitWithoutHangingUp,
} from '../../../models/mechanisms/contact-centre.ts';
import type { ParameterName } from '../../../models/mechanisms/index.ts';
import type { Plan, Segment } from '../../../models/scenario/scenario.ts';
import {
  buildAction,
  buildOperations,
  buildRise,
  buildScenario,
  buildSegment,
} from '../../support/build-scenario.ts';
import fc from '../../support/properties.ts';
import { runBest, watch, watchFirm } from '../../support/run-scenario.ts';

const responsiveness = dimensions.indexOf('responsiveness');

/** Without a peak: every hour is like another. */
const even = {
  openHours: 1,
  handleTimeSeconds: 180,
  patienceSeconds: 120,
  targetSeconds: 20,
  ...{ peakContacts: 0.4, peakHours: 0.4, peakAgents: 0.4 },
  ...{ resolved: 0.75, agentCost: 0, turnover: 0 },
};
const { parameters } = watchFirm(buildScenario())[0];

function build(
  operations: Parameters<typeof buildOperations>[0] = {},
  assumptions: { readonly [name in ParameterName]?: number } = {},
  segments: readonly Segment[] = [buildSegment()],
  months = 120,
) {
  const { world } = buildScenario({ assumptions });
  return buildScenario({ months, world: { ...world, segments, operations: buildOperations(operations) } });
}

function centreOf(scenario: ReturnType<typeof build>, plan?: Plan) {
  const { centre } = runBest(scenario, plan).firm;
  if (!centre) throw new Error('the scenario states a contact centre');
  return centre;
}

function cutAgents(share: number): Plan {
  const agents = { kind: 'byPercent', quantity: fixed(-share) } as const;
  return { name: 'Cut', actions: [buildAction({ at: 3, staff: { agents, once: fixed(0) } })] };
}

/**
 * The wave is over: contacts of a customer and satisfaction move less than a hundredth as fast as at their fastest.
 * The number of customers itself goes on falling, with or without a contact centre, for a price keeps its effect.
 */
function expectSettled({ segments: [segment], firm }: Trajectory) {
  const perCustomer = segment.customers.map((_, month) =>
    month === 0 ? 0 : (firm.centre?.contacts[month] ?? 0) / segment.customers[month - 1],
  );
  for (const series of [perCustomer.subarray(1), segment.satisfaction]) {
    const changes = Array.from(series.subarray(1), (value, index) => Math.abs(value - series[index]));
    expect(changes.at(-1)).toBeLessThan(0.01 * Math.max(...changes));
  }
}

const loads = fc.record({
  contacts: fc.double({ min: 1, max: 5000, noNaN: true }),
  agents: fc.double({ min: 0.5, max: 300, noNaN: true }),
  handleTimeSeconds: fc.double({ min: 20, max: 1200, noNaN: true }),
  resolved: fc.double({ min: 0, max: 1, noNaN: true }),
});
const shapes = fc.record({
  peakContacts: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  peakHours: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  peakAgents: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
});

describe('answerLoad', () => {
  it('gives the published waits where every hour is alike (T29)', () => {
    const load: CentreLoad = { contacts: 200, agents: 14, handleTimeSeconds: 180, resolved: 0.75 };
    expect(waitWithoutHangingUp(even, load)).toBeCloseTo(7.8359, 4);
    expect(waitWithoutHangingUp(even, { ...load, agents: 11 })).toBeCloseTo(122.7813, 4);
    expect(waitWithoutHangingUp(even, { ...load, agents: 10 })).toBeNull();
    expect(answerLoad(even, { ...load, agents: 11 }, parameters).wait).toBeLessThan(122);
  });

  it('loses what is not served, and has them wait in proportion: P(Ab) = E[W]/patience (T30)', () => {
    fc.assert(
      fc.property(loads, shapes, (load, shape) => {
        const month = answerLoad({ ...even, ...shape }, load, parameters);
        expect(Math.abs(month.abandonment - month.wait / 120)).toBeLessThan(1e-9);
        const worked = (load.contacts * (1 - month.abandonment) * load.handleTimeSeconds) / 3600;
        const busy = month.occupancy * load.agents;
        expect(Math.abs(worked - busy)).toBeLessThan(1e-7 * (1 + busy));
      }),
    );
  });

  it('never answers later with more agents', () => {
    fc.assert(
      fc.property(loads, shapes, fc.double({ min: 0, max: 20, noNaN: true }), (load, shape, more) => {
        const centre = { ...even, ...shape };
        const [few, many] = [load.agents, load.agents + more].map((agents) =>
          answerLoad(centre, { ...load, agents }, parameters),
        );
        expect(many.wait).toBeLessThanOrEqual(few.wait + 1e-9);
        expect(many.abandonment).toBeLessThanOrEqual(few.abandonment + 1e-9);
        expect(many.repeats).toBeLessThanOrEqual(few.repeats + 1e-6);
      }),
    );
  });

  it('never strains more whole agents more', () => {
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 200 }), (load, agents) => {
        const [few, many] = [agents, agents + 1].map((count) =>
          answerLoad(even, { ...load, agents: count }, parameters),
        );
        expect(many.occupancy).toBeLessThanOrEqual(few.occupancy + 1e-9);
        expect(many.overload).toBeLessThanOrEqual(few.overload + 1e-9);
      }),
    );
  });

  it('answers fewer in time when contacts crowd into the same hours', () => {
    const load: CentreLoad = { contacts: 200, agents: 12, handleTimeSeconds: 180, resolved: 0.75 };
    const crowded = answerLoad({ ...even, peakContacts: 0.7 }, load, parameters);
    const spread = answerLoad(even, load, parameters);
    expect(crowded.serviceLevel).toBeLessThan(spread.serviceLevel - 0.05);
    expect(crowded.wait).toBeGreaterThan(2 * spread.wait);
  });

  it('has those it fails come again', () => {
    const load: CentreLoad = { contacts: 100, agents: 1000, handleTimeSeconds: 180, resolved: 0.75 };
    const { repeats } = answerLoad(even, load, parameters);
    expect(repeats).toBeCloseTo(100 * 0.25 * parameters.unresolvedAgain, 9);
    const nobodyThere = answerLoad(even, { ...load, agents: 1e-3 }, parameters);
    expect(nobodyThere.repeats).toBeCloseTo(100 * parameters.abandonedAgain, 1);
  });
});

describe('the contact centre', () => {
  it.each([
    ['alike', [buildSegment()]],
    ['bound', [buildSegment({ contract: { termMonths: 12 }, spread: 0.3 })]],
    ['several', [buildSegment({ churn: 0.08 }), buildSegment({ name: 'Other', promise: 8, delivery: 6 })]],
  ])('does not move while nothing is done: customers %s', (_, segments) => {
    const scenario = build({}, {}, segments);
    const { centre, ...firm } = runBest(scenario).firm;
    for (const series of Object.values(centre ?? {})) expect(new Set(series).size).toBe(1);
    expect(centre?.contacts[120]).toBeCloseTo(0.5 * 1000 * segments.length, 9);
    const { operations, ...world } = scenario.world;
    const without = runBest({ ...scenario, world });
    expect(runBest(scenario).segments).toEqual(without.segments);
    expect(firm.morale).toEqual(without.firm.morale);
  });

  it('costs 0.4 points of responsiveness where the share answered in time falls from 80 % to 60 %', () => {
    const scenario = build({ agents: 3.6 }, { waitPoints: 2 });
    const { serviceLevel } = centreOf(scenario, cutAgents(0.3));
    const shift = watch(scenario, cutAgents(0.3), 'serviceShift', responsiveness);
    expect(serviceLevel[0]).toBeGreaterThan(0.8);
    expect(serviceLevel[3]).toBeLessThan(0.7);
    shift.forEach((points, index) => {
      expect(points).toBeCloseTo(2 * (serviceLevel[index + 1] - serviceLevel[0]), 12);
    });
  });

  it('makes busy callers wait more seconds longer for the same cut than calm ones (T31)', () => {
    const lengthening = (agents: number) => {
      const { wait, occupancy } = centreOf(build({ agents, contacts: 5 }), cutAgents(0.05));
      return { seconds: wait[3] - wait[2], occupancy: occupancy[2] };
    };
    const [busy, calm] = [lengthening(20), lengthening(32)];
    expect(busy.occupancy).toBeGreaterThan(0.85);
    expect(calm.occupancy).toBeLessThan(0.68);
    expect(busy.seconds).toBeGreaterThan(2 * calm.seconds);
  });

  it('is called by those who have just learnt that prices rise, and again by those it fails', () => {
    const scenario = build({ agents: 3 }, { noticeContacts: 0.1, noticeReach: 0.7, billReach: 0.5 });
    const { contacts, wait } = centreOf(scenario, buildRise(0.1, { at: 5, announce: 3 }));
    expect(contacts[2]).toBe(contacts[0]);
    expect(contacts[3] - contacts[2]).toBeCloseTo(70, 6);
    expect(wait[3]).toBeGreaterThan(1.1 * wait[0]);
    expect(contacts[4]).toBeGreaterThan(contacts[0] + 10);
    expect(contacts[12]).toBeLessThan(contacts[0]);
  });

  it('is called by nobody rather than by fewer where trouble falls by more than there are calls', () => {
    const segments = [buildSegment({ failuresPerMonth: fixed(0.3) })];
    const rootCauses = { by: fixed(-0.9), rampMonths: 1, once: fixed(0), monthly: fixed(0) };
    const mend = { name: 'Mend', actions: [buildAction({ at: 2, rootCauses })] };
    const { contacts, wait } = centreOf(build({ contacts: 0.02 }, {}, segments), mend);
    expect(contacts[1]).toBeCloseTo(20, 9);
    expect(contacts[36]).toBeCloseTo(0, 9);
    expect(wait[36]).toBeCloseTo(0, 9);
  });

  it('is called by nobody about a price that falls, or by those who are spared', () => {
    const fall = centreOf(build(), buildRise(-0.1, { at: 5, announce: 3 }));
    expect(fall.contacts[3]).toBeCloseTo(500, 9);
    // Two months of newcomers are all who are told.
    const spared = buildRise(0.1, { at: 5, announce: 3 }, { grandfather: { tenureMonths: 12 } });
    expect(centreOf(build(), spared).contacts[3] - 500).toBeLessThan(0.1 * 0.7 * 60);
  });

  it('settles after a fee notice: calls, waits, leavers and fewer calls (T32)', () => {
    for (const agents of [2, 3, 4]) {
      const scenario = build({ agents }, { noticeContacts: 0.5, waitPoints: 4 });
      const rise = buildRise(0.2, { at: 4, announce: 3 });
      const loop = runBest(scenario, rise);
      const { operations, ...world } = scenario.world;
      const open = runBest({ ...scenario, world }, rise);
      const { contacts, wait } = centreOf(scenario, rise);
      expect(contacts[3]).toBeGreaterThan(1.3 * contacts[0]);
      expect(wait[3]).toBeGreaterThan(1.2 * wait[0]);
      // Those who had to wait are less satisfied, and more of them leave.
      expect(loop.segments[0].satisfaction[6]).toBeLessThan(open.segments[0].satisfaction[6]);
      expect(loop.segments[0].leavers[5]).toBeGreaterThan(open.segments[0].leavers[5]);
      expect(contacts[120]).toBeLessThan(contacts[0]);
      expectSettled(loop);
    }
  });

  it('converges after a wave of leavers at once, however tight its staff (T32)', () => {
    // A sharp and sudden rise without notice makes the wave; leavers call, and so do those who are not answered.
    for (const agents of [1, 2, 3]) {
      const scenario = build({ agents }, { troubleContacts: 2, waitPoints: 4, priceResponse: 3 });
      const sudden = buildRise(0.6, { at: 3 });
      const { contacts, wait, abandoned } = centreOf(scenario, sudden);
      expect(Math.max(...contacts)).toBeGreaterThan(1.1 * contacts[0]);
      expect(Math.max(...wait)).toBeGreaterThan(wait[0]);
      expect(Math.max(...abandoned)).toBeLessThan(1);
      expectSettled(runBest(scenario, sudden));
    }
  });

  it('answers faster with job aids, solves more with empowered people, and is called less for it', () => {
    const scenario = build({ agents: 2.5 });
    const act = (staff: object): Plan => ({
      name: 'Act',
      actions: [buildAction({ at: 2, staff: { once: fixed(0), ...staff } })],
    });
    const before = centreOf(scenario);
    const aided = centreOf(scenario, act({ jobAids: fixed(0.5) }));
    expect(aided.wait[2]).toBeLessThan(before.wait[0]);
    expect(aided.occupancy[2]).toBeLessThan(before.occupancy[0]);
    const empowered = centreOf(scenario, act({ empower: { kind: 'to', quantity: fixed(0.9) } }));
    expect(empowered.wait[2]).toBeCloseTo(before.wait[0], 9);
    expect(empowered.contacts[6]).toBeLessThan(0.99 * before.contacts[0]);
    // Skill solves more, but shortens nothing.
    const trained = centreOf(scenario, act({ train: fixed(0.5), monthly: fixed(0) }));
    expect(trained.wait[2]).toBeCloseTo(before.wait[0], 9);
    expect(trained.contacts[6]).toBeLessThan(before.contacts[0]);
  });

  it('wears its people out when it is overloaded, and they leave', () => {
    const firm = watchFirm(build({ agents: 1.2 }), cutAgents(0.2));
    expect(firm[1].morale).toBe(0.6);
    expect(firm[23].morale).toBeLessThan(0.6);
    expect(firm[23].turnover).toBeGreaterThan(0.3);
  });
});
