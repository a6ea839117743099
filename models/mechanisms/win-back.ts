import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';

/**
 * Path: leavers beyond the start's hazard come back as joiners of later months. Observed joiners already hold those
 * who come back while nothing changes, so that only the excess returns here.
 */
export const winBackDescription = {
  name: 'win-back',
  title: 'Coming back',
  equation:
    'R(t) = 1 − exp(−c·√t) of the excess leavers are back after t months; won back = share × leavers of the month before',
  source:
    'of streaming cancellers a quarter are back in 4 months, a third in 7, half in 24 (Antenna): c = 0.146 gives 25, 32 and 51 %; other firms judgement',
  reads: ['excessLeavers', 'left', 'separated', 'returning', 'schedule.winBackShare', 'schedule.winBackCost'],
  writes: ['returnersDue', 'wonBackDue', 'returnersMoney', 'returners'],
  example:
    'Of 100 customers lost to a rise, 10 are back after 4 months and 22 after 24, at a speed of 0.05 per square root of a month.',
  parameters: [
    {
      name: 'returnRate',
      meaning: 'Speed at which leavers come back, per square root of a month',
      symbol: 'c',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.02, high: 0.12, best: 0.05 },
      bounds: [0, 1],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement, below streaming’s 0.146, where leaving and coming back take a minute',
    },
  ],
} as const satisfies MechanismDescription;

/**
 * Share of leavers who are back.
 *
 * Equation  R(t) = 1 − exp(−c·√t)
 * Inputs    months t ≥ 0 since leaving, rate c ≥ 0
 */
export function returnedBy(months: number, rate: number): number {
  return -Math.expm1(-rate * Math.sqrt(months));
}

/** Over lags 0..T: share of leavers who are back in just that month after leaving, written into `shares`. */
export function fillReturning(shares: Float64Array, rate: number): Float64Array {
  let before = 0;
  for (let lag = 1; lag < shares.length; lag++) {
    const returned = returnedBy(lag, rate);
    shares[lag] = returned - before;
    before = returned;
  }
  return shares;
}

/** Who comes back this month, and which of its leavers will. */
export function comeBack(segment: SegmentState, month: number): void {
  const { schedule, returnersDue, returning, excessLeavers } = segment;
  const share = schedule.winBackShare[month];
  if (excessLeavers > 0) {
    for (let lag = 1; month + lag <= schedule.months; lag++) {
      returnersDue[month + lag] += (1 - share) * excessLeavers * returning[lag];
    }
  }
  if (share > 0 && month < schedule.months) {
    let leavers = -segment.separated;
    for (let cell = 0; cell < segment.cells; cell++) leavers += segment.left[cell];
    segment.wonBackDue[month + 1] += share * leavers;
    segment.returnersMoney[month + 1] += share * leavers * schedule.winBackCost[month];
  }
  segment.returners = returnersDue[month] + segment.wonBackDue[month];
}
