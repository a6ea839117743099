import { describe, expect, it } from 'vitest';
import { answerFailure, lossOnRung, rungs, shiftShare } from '../../../models/core/recovery-ladder.ts';
import fc from '../../support/properties.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const market = { exitOdds: 0.5, freedom: 1, readiness: 1 };

describe('the recovery ladder', () => {
  it('holds the repurchase rates of TARP at either end (definition check)', () => {
    const rates = (severity: number) => rungs.map((rung) => 1 - lossOnRung(rung, severity));
    const rounded = (severity: number) => rates(severity).map((rate) => Number(rate.toFixed(12)));
    expect(rounded(1)).toEqual([0.09, 0.19, 0.54, 0.82]);
    expect(rounded(0)).toEqual([0.37, 0.46, 0.7, 0.95]);
  });

  it('rises from silence to a quick answer at any severity (T21)', () => {
    fc.assert(
      fc.property(share, (severity) => {
        const losses = rungs.map((rung) => lossOnRung(rung, severity));
        for (let k = 1; k < losses.length; k++) expect(losses[k]).toBeLessThan(losses[k - 1]);
        expect(losses[3]).toBeGreaterThan(0);
      }),
    );
  });
});

describe('exit, voice and silence', () => {
  it.each([
    [0, 0.03],
    [1, 0.69],
  ])('at severity %s are voiced by the share that TARP found, %s', (severity, voiced) => {
    expect(answerFailure({ ...market, severity }).voice).toBeCloseTo(voiced, 12);
  });

  it('are shares of one whole', () => {
    fc.assert(
      fc.property(
        share,
        share,
        fc.double({ min: 0, max: 20, noNaN: true }),
        (severity, freedom, readiness) => {
          const { exit, voice, silent } = answerFailure({ severity, exitOdds: 0.5, freedom, readiness });
          expect(exit + voice + silent).toBeCloseTo(1, 12);
          expect(Math.min(exit, voice, silent)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('turn from silence to exit and voice as the failure grows', () => {
    const [small, large] = [0.2, 0.6].map((severity) => answerFailure({ ...market, severity }));
    expect(large.exit).toBeGreaterThan(small.exit);
    expect(large.voice).toBeGreaterThan(small.voice);
    expect(large.silent).toBeLessThan(small.silent);
  });

  it('turn from exit to voice where there is nowhere to go, from silence to voice where it is easy', () => {
    const usual = answerFailure({ ...market, severity: 0.4 });
    const tied = answerFailure({ ...market, severity: 0.4, freedom: 0.2 });
    const easy = answerFailure({ ...market, severity: 0.4, readiness: 3 });
    expect([tied.exit < usual.exit, tied.voice > usual.voice]).toEqual([true, true]);
    expect([easy.silent < usual.silent, easy.voice > usual.voice]).toEqual([true, true]);
  });
});

it('a share moves on the logit scale and stays a share', () => {
  expect(shiftShare(0.5, Math.log(3))).toBeCloseTo(0.75, 12);
  expect(shiftShare(0.9, 5)).toBeLessThan(1);
});
