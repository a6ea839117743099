import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { talkAt, talkFactor } from '../../../models/mechanisms/word-of-mouth.ts';
import { buildAction, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import fc from '../../support/properties.ts';
import { runBest } from '../../support/run-scenario.ts';

const defaults = createSampler(buildScenario(), 'kept')('best').parameters({});
const cut = (by: number, at = 1) => ({
  name: 'Cut',
  actions: [
    buildAction({ at, invest: { in: 'reliability', by: fixed(-by), rampMonths: 1, once: fixed(0) } }),
  ],
});

describe('word of mouth', () => {
  it('lets a very dissatisfied customer tell at least three for each whom a satisfied one tells (T27)', () => {
    expect(defaults.complaintMessages).toBeGreaterThanOrEqual(3);
    const [content, furious] = [talkAt(10, 0.2, 5), talkAt(0, 0.2, 5)];
    expect(content.praise).toBeCloseTo(1, 6);
    expect(furious.complaint).toBeCloseTo(5, 6);
  });

  it('hears 3.4 times as much praise as complaint in a healthy base (T27)', () => {
    const talk = talkAt(7, 2.2, 5);
    expect(talk.praise / talk.complaint).toBeCloseTo(3.38, 1);
    expect(talk.advocates).toBeCloseTo(0.225, 3);
    expect(talk.saboteurs).toBeCloseTo(0.398, 3);
  });

  it('holds shares of the logistic distribution: half lie above the mean', () => {
    expect(talkAt(8.5, 1.3, 5).advocates).toBeCloseTo(0.5, 12);
    expect(talkAt(6.5, 1.3, 5).saboteurs).toBeCloseTo(0.5, 12);
    expect(talkAt(3, 1.3, 4).complaint).toBeCloseTo(2, 12);
  });

  it('praises more and complains less the more satisfied customers are', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 9, noNaN: true }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        (mean, spread) => {
          const [less, more] = [talkAt(mean, spread, 5), talkAt(mean + 1, spread, 5)];
          expect(more.praise).toBeGreaterThan(less.praise);
          expect(more.complaint).toBeLessThan(less.complaint);
          expect(less.advocates + less.saboteurs).toBeLessThan(1);
        },
      ),
    );
  });

  it('deters prospects with complaint more than four times as much as customers', () => {
    const prospects = -Math.log(talkFactor(-1, 0, 0.1, defaults));
    const customers = Math.log(talkFactor(1, 0, 0.1, defaults));
    expect(prospects).toBeGreaterThan(4 * customers);
    expect(customers).toBeGreaterThan(0);
    const praise = Math.log(talkFactor(-1, 0.1, 0, defaults)) / -Math.log(talkFactor(1, 0.1, 0, defaults));
    expect(praise).toBeCloseTo(2, 2);
  });

  it('is bounded, and says nothing when nothing has changed', () => {
    expect(talkFactor(-1, 0, 0, defaults)).toBe(1);
    expect(talkFactor(-1, -1e6, 1e6, defaults)).toBeCloseTo(Math.exp(-1), 6);
  });

  it('hits acquisition before retention, and harder (T26)', () => {
    const draw: number[] = [];
    const stay: number[] = [];
    runBest(buildScenario(), cut(4, 3), (state) => {
      draw.push(1 - state.talkDraw);
      stay.push(state.wordOfMouthFactor - 1);
    });
    expect(draw.slice(0, 2)).toEqual([0, 0]);
    const half = (effects: number[]) =>
      effects.findIndex((effect) => effect > 0.5 * Math.max(...effects.slice(0, 24)));
    expect(half(draw)).toBeLessThan(half(stay));
    for (let month = 2; month < 24; month++) expect(draw[month]).toBeGreaterThan(3 * stay[month]);
  });

  it('is heard of the whole firm: one segment’s grief deters newcomers of the other', () => {
    const segments = [buildSegment(), buildSegment({ name: 'Others' })];
    const [, others] = runBest(buildScenario({ segments }), cut(4)).segments;
    expect(others.satisfaction[24]).toBe(others.satisfaction[0]);
    expect(others.joiners[24]).toBeLessThan(30);
  });

  it('reports a net promoter score that falls with satisfaction and stays while nothing moves', () => {
    const [{ promoterScore: still }] = runBest(buildScenario()).segments;
    expect(still[0]).toBeCloseTo(100 * (0.225 - 0.398), 0);
    expect(still[36]).toBeCloseTo(still[0], 10);
    expect(runBest(buildScenario(), cut(2)).segments[0].promoterScore[12]).toBeLessThan(still[0] - 1);
  });
});
