import { describe, expect, it } from 'vitest';
import { KeptError } from '../../../models/core/errors.ts';
import {
  answeredWithin,
  averageSpeedOfAnswer,
  erlangA,
  erlangB,
  erlangC,
  type ImpatientCentre,
  offeredLoad,
  serviceLevel,
} from '../../../models/core/queueing.ts';
import fc from '../../support/properties.ts';

// The printed values and their sources are held in test/reference/published-tables.ts.

const centres = fc.record({
  contactsPerHour: fc.double({ min: 1, max: 20_000, noNaN: true }),
  handleTimeSeconds: fc.double({ min: 10, max: 1200, noNaN: true }),
  agents: fc.integer({ min: 0, max: 400 }),
  patienceSeconds: fc.double({ min: 5, max: 3600, noNaN: true }),
});

const typical: ImpatientCentre = {
  contactsPerHour: 200,
  handleTimeSeconds: 180,
  agents: 11,
  patienceSeconds: 120,
};

describe('erlangC', () => {
  it('is the chance that all are busy in the chain of states itself', () => {
    // 3 erlang on 5 servers, states 0 … 400 by their products.
    let weight = 1;
    const weights = Array.from({ length: 400 }, (_, j) => {
      if (j > 0) weight *= 3 / Math.min(j, 5);
      return weight;
    });
    const all = weights.reduce((a, b) => a + b, 0);
    expect(erlangC(3, 5)).toBeCloseTo(weights.slice(5).reduce((a, b) => a + b, 0) / all, 12);
  });

  it('refuses a load that would queue for ever, and servers in parts', () => {
    expect(() => erlangC(5, 5)).toThrow(KeptError);
    expect(() => erlangC(Number.NaN, 5)).toThrow(KeptError);
    expect(() => erlangC(1, 2.5)).toThrow('servers must be a whole number, not 2.5');
    expect(() => erlangB(-1, 5)).toThrow('load must be finite and not negative, not -1');
    expect(() => serviceLevel(typical, -1)).toThrow(KeptError);
  });

  it('blocks nobody without load and everybody without servers', () => {
    expect(erlangB(0, 3)).toBe(0);
    expect(erlangB(4, 0)).toBe(1);
    expect(erlangC(0, 1)).toBe(0);
  });
});

describe('serviceLevel', () => {
  it('leaves those who meet a free agent at a target of 0, and grows to 1', () => {
    expect(serviceLevel(typical, 0)).toBeCloseTo(1 - erlangC(10, 11), 14);
    expect(serviceLevel(typical, 1e5)).toBeCloseTo(1, 12);
  });

  it('has the mean wait as the area above it', () => {
    let area = 0;
    for (let t = 0.5; t < 6000; t++) area += 1 - serviceLevel(typical, t);
    expect(area).toBeCloseTo(averageSpeedOfAnswer(typical), 3);
  });
});

describe('erlangA', () => {
  it('lets hang up what arrives and is not served: P(Ab) = θ·E[W] to 1e-9 (T30)', () => {
    fc.assert(
      fc.property(centres, (centre) => {
        const { abandonment, waitSeconds, busyAgents } = erlangA(centre);
        // The flow balance knows nothing of the queue that E[W] is counted from.
        const unserved = 1 - busyAgents / offeredLoad(centre);
        expect(Math.abs(unserved - waitSeconds / centre.patienceSeconds)).toBeLessThan(1e-9);
        expect(abandonment).toBeCloseTo(unserved, 9);
      }),
    );
  });

  it('has as many waiting as arrive during one wait (Little)', () => {
    const { queueLength, waitSeconds } = erlangA(typical);
    expect(queueLength).toBeCloseTo((200 / 3600) * waitSeconds, 12);
  });

  it('becomes Erlang C as patience grows without end', () => {
    for (const agents of [11, 13, 14]) {
      const centre = { ...typical, agents, patienceSeconds: 1e11 };
      const { waitProbability, waitSeconds, abandonment } = erlangA(centre);
      expect(waitProbability).toBeCloseTo(erlangC(10, agents), 7);
      expect(waitSeconds).toBeCloseTo(averageSpeedOfAnswer(centre), 4);
      expect(abandonment).toBeLessThan(1e-8);
    }
  });

  it('is a Poisson number of contacts where patience equals handle time', () => {
    // M/M/∞ in disguise: P(W > 0) = P(Poisson(A) ≥ N), whatever the load.
    for (const [load, agents] of [
      [10, 10],
      [3, 7],
      [30, 12],
    ]) {
      let term = Math.exp(-load);
      let below = 0;
      for (let j = 0; j < agents; j++) {
        below += term;
        term *= load / (j + 1);
      }
      const centre = {
        contactsPerHour: 20 * load,
        handleTimeSeconds: 180,
        agents,
        patienceSeconds: 180,
      };
      expect(erlangA(centre).waitProbability).toBeCloseTo(1 - below, 12);
    }
  });

  it('loses the surplus, and no more, under a crushing load', () => {
    const centre = {
      contactsPerHour: 1e7,
      handleTimeSeconds: 300,
      agents: 200_000,
      patienceSeconds: 100,
    };
    const { abandonment, waitProbability } = erlangA(centre);
    // Fluid limit (Whitt 2004): capacity is used to the full, the rest hangs up.
    expect(abandonment).toBeCloseTo(1 - 200_000 / offeredLoad(centre), 9);
    expect(waitProbability).toBeCloseTo(1, 12);
  });

  it('has an answer at the ends: no contacts, no agents, far more agents than contacts', () => {
    const nobody = erlangA({ ...typical, contactsPerHour: 0 });
    expect(nobody).toEqual({
      waitProbability: 0,
      abandonment: 0,
      waitSeconds: 0,
      queueLength: 0,
      busyAgents: 0,
    });
    const unanswered = erlangA({ ...typical, agents: 0 });
    expect(unanswered.abandonment).toBeCloseTo(1, 12);
    expect(unanswered.waitSeconds).toBeCloseTo(120, 9);
    const idle = erlangA({ ...typical, agents: 5000 });
    expect(idle.waitSeconds).toBe(0);
    expect(idle.busyAgents).toBeCloseTo(10, 10);
  });

  it.each([
    ['waitSeconds', 0.75],
    ['waitProbability', 0.02],
  ] as const)('lowers %s with each part of an agent, without a jump', (figure, most) => {
    const values = Array.from({ length: 41 }, (_, k) => erlangA({ ...typical, agents: 9 + k / 10 })[figure]);
    const steps = values.slice(1).map((value, k) => values[k] - value);
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps)).toBeLessThan(most);
  });

  it('refuses what is no rate', () => {
    expect(() => erlangA({ ...typical, patienceSeconds: 0 })).toThrow(
      'patienceSeconds must be finite and above 0, not 0',
    );
    expect(() => erlangA({ ...typical, patienceSeconds: Number.POSITIVE_INFINITY })).toThrow(KeptError);
    expect(() => erlangA({ ...typical, contactsPerHour: -1 })).toThrow(KeptError);
    expect(() => erlangA({ ...typical, agents: Number.NaN })).toThrow(KeptError);
    expect(() => erlangA({ ...typical, contactsPerHour: 1e300 })).toThrow('contacts present must be at most');
  });
});

describe('answeredWithin', () => {
  const share = (centre: ImpatientCentre, target: number) =>
    answeredWithin(centre, target, erlangA(centre).waitProbability);

  it('is the share of those who meet a free agent at a target of 0, and of all who do not hang up in the end', () => {
    fc.assert(
      fc.property(centres, (centre) => {
        const { waitProbability, abandonment } = erlangA(centre);
        expect(share(centre, 0)).toBeCloseTo(centre.agents === 0 ? 0 : 1 - waitProbability, 9);
        expect(share(centre, 1e7)).toBeCloseTo(1 - abandonment, 8);
      }),
    );
  });

  it('is the area under the density of the virtual wait of those who are still there', () => {
    // Zeltyn & Mandelbaum (2005): density ∝ exp(λ(1 − e^(−θt))/θ − Nμt), by the midpoint rule.
    for (const agents of [8, 11, 14]) {
      const centre = { ...typical, agents };
      const density = (t: number) =>
        Math.exp((200 / 3600) * 120 * (1 - Math.exp(-t / 120)) - (agents / 180) * t);
      const step = 0.02;
      let [all, late] = [0, 0];
      for (let t = step / 2; t < 3000; t += step) {
        all += density(t) * step;
        if (t > 20) late += density(t) * Math.exp(-t / 120) * step;
      }
      const { waitProbability, abandonment } = erlangA(centre);
      expect(share(centre, 20)).toBeCloseTo(1 - abandonment - (waitProbability * late) / all, 6);
    }
  });

  it('becomes the service level of Erlang C as patience grows without end', () => {
    const centre = { ...typical, patienceSeconds: 1e8 };
    expect(share(centre, 20)).toBeCloseTo(serviceLevel(centre, 20), 5);
  });

  it('grows with the target and with every part of an agent, and stays a share under a crushing load', () => {
    const byTarget = [0, 10, 20, 60, 300].map((target) => share(typical, target));
    const byAgents = Array.from({ length: 41 }, (_, k) => share({ ...typical, agents: 9 + k / 10 }, 20));
    for (const values of [byTarget, byAgents]) {
      expect(values.slice(1).every((value, k) => value > values[k])).toBe(true);
    }
    const crushed = share({ ...typical, contactsPerHour: 1e6, agents: 2000 }, 20);
    expect(crushed).toBeGreaterThanOrEqual(0);
    expect(crushed).toBeLessThan(1e-9);
  });
});

describe('a cut of 5 % in staff (T31)', () => {
  const at = (utilisation: number, agents: number): ImpatientCentre => ({
    contactsPerHour: 20 * agents * utilisation,
    handleTimeSeconds: 180,
    agents,
    patienceSeconds: 120,
  });
  const cut = (centre: ImpatientCentre) => ({ ...centre, agents: 0.95 * centre.agents });

  it.each([20, 100])(
    'multiplies the wait of patient callers more at a load of .94 than of .7 an agent: %i agents',
    (n) => {
      // At 95 % itself the cut leaves no spare capacity, and patient callers would queue for ever.
      const [busy, calm] = [0.94, 0.7].map((utilisation) => {
        const centre = at(utilisation, n);
        const [before, after] = [centre, cut(centre)].map(averageSpeedOfAnswer);
        return { factor: after / before, seconds: after - before };
      });
      expect(busy.factor).toBeGreaterThan(1.5 * calm.factor);
      expect(busy.seconds).toBeGreaterThan(50 * calm.seconds);
    },
  );

  it.each([20, 40, 100])(
    'costs impatient callers more seconds at a load of .95 than of .7 an agent: %i agents',
    (n) => {
      const [busy, calm] = [0.95, 0.7].map((utilisation) => {
        const centre = at(utilisation, n);
        return erlangA(cut(centre)).waitSeconds - erlangA(centre).waitSeconds;
      });
      expect(busy).toBeGreaterThan(3 * calm);
    },
  );
});
