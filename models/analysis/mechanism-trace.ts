import { dimensions } from '../core/dimensions.ts';
import type { Sample } from '../engine/sample.ts';
import { simulate, type Trajectory } from '../engine/simulate.ts';
import type { MechanismName } from '../mechanisms/index.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';

type Segment = Readonly<SegmentState>;
type Firm = Readonly<FirmState>;

/** Where the figure of a mechanism stands: with each cell's customers, with the segment, as its number, or with the firm. */
type Reading =
  | { readonly of: 'cell'; readonly read: (segment: Segment, cell: number) => number }
  | { readonly of: 'segment'; readonly read: (segment: Segment) => number }
  | { readonly of: 'number'; readonly read: (segment: Segment) => number }
  | { readonly of: 'firm'; readonly read: (firm: Firm) => number | undefined };

/**
 * What shows of a mechanism in a run, as one figure a month. What is left out moves nothing that could be told by itself.
 * Levels [0..1]: trust, staff's morale, shares of customers, as they are or, of listening, as the boardroom believes;
 * [points]: expectation, delivery, satisfaction, recovery; [s]: the wait; against the start or the usual [ratio − 1]:
 * price, price level, use, talk, imitation.
 */
const readings = {
  staff: { of: 'firm', read: ({ morale }) => morale },
  'contact-centre': {
    of: 'firm',
    read: ({ centre, centreMonth }) => (centre ? centreMonth.wait : undefined),
  },
  delivery: { of: 'segment', read: ({ delivered, dimensionWeights }) => weigh(delivered, dimensionWeights) },
  failure: { of: 'segment', read: ({ failures }) => failures },
  price: { of: 'cell', read: ({ priceLoss }, cell) => Math.expm1(priceLoss[cell]) },
  'price-level': { of: 'cell', read: ({ priceLevel }, cell) => priceLevel[cell] },
  awareness: { of: 'cell', read: ({ awake }, cell) => awake[cell] },
  satisfaction: { of: 'cell', read: ({ satisfaction }, cell) => satisfaction[cell] },
  complaint: { of: 'segment', read: ({ complaints }) => complaints },
  guarantee: { of: 'number', read: ({ guaranteeCost }) => guaranteeCost },
  recovery: { of: 'segment', read: ({ failureSatisfaction }) => failureSatisfaction },
  trust: { of: 'cell', read: ({ trust }, cell) => trust[cell] },
  attrition: { of: 'number', read: countLeavers },
  separation: { of: 'number', read: ({ separated }) => separated },
  usage: { of: 'cell', read: ({ use }, cell) => use[cell] - 1 },
  growth: { of: 'cell', read: ({ furtherServices }, cell) => furtherServices[cell] },
  'word-of-mouth': { of: 'segment', read: ({ talkDraw }) => talkDraw - 1 },
  imitation: { of: 'firm', read: ({ imitation }) => imitation - 1 },
  'win-back': { of: 'number', read: ({ returners }) => returners },
  acquisition: { of: 'number', read: ({ joiners }) => joiners },
  expectation: {
    of: 'cell',
    read: ({ will, dimensionWeights }, cell) => weigh(will, dimensionWeights, cell * dimensions.length),
  },
  listening: { of: 'firm', read: ({ believedSuperior }) => believedSuperior },
} as const satisfies Partial<Record<MechanismName, Reading>>;

export type TracedMechanism = keyof typeof readings;

/** Figures of the months 1..T, the first at 0; none of a contact centre that the world does not have. */
export type MechanismTrace = ReadonlyMap<TracedMechanism, Float64Array>;

function weigh(levels: Float64Array, weights: Float64Array, from = 0): number {
  let mean = 0;
  for (let k = 0; k < weights.length; k++) mean += weights[k] * levels[from + k];
  return mean;
}

function countLeavers({ cells, present, left }: Segment): number {
  let count = 0;
  for (let cell = 0; cell < cells; cell++) if (present[cell] > 0) count += left[cell];
  return count;
}

const names = Object.keys(readings) as TracedMechanism[];

/** What each mechanism did, month by month, in one plan of one draw: means over the customers there, or numbers of all. */
export function traceMechanisms(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  baseline: Trajectory,
): MechanismTrace {
  const { months } = scenario;
  const sums = new Map(names.map((name) => [name, new Float64Array(months)]));
  const customers = new Float64Array(months);
  const observe = (segment: Segment, month: number, firm: Firm) => {
    let own = 0;
    for (let cell = 0; cell < segment.cells; cell++) own += segment.present[cell];
    customers[month - 1] += own;
    for (const [name, sum] of sums) {
      const told = tell(readings[name], segment, firm, own);
      if (told === undefined) sums.delete(name);
      else sum[month - 1] += told;
    }
  };
  simulate(scenario, plan, sample, observe, undefined, baseline);
  for (const [name, sum] of sums) {
    if (addsUp(name)) continue;
    // Where nobody is left, nothing is told: zeros.
    sum.forEach((total, at) => {
      sum[at] = customers[at] > 0 ? total / customers[at] : 0;
    });
  }
  return sums;
}

/** Whether a mechanism's figures are numbers, which add up over months, and no levels. */
export function addsUp(name: TracedMechanism): boolean {
  return readings[name].of === 'number';
}

/** A segment's part of a figure: its number, or its level times so many `own` customers. */
function tell(reading: Reading, segment: Segment, firm: Firm, own: number): number | undefined {
  switch (reading.of) {
    case 'number':
      return reading.read(segment);
    case 'segment':
      return own * reading.read(segment);
    case 'firm': {
      const level = reading.read(firm);
      return level === undefined ? undefined : own * level;
    }
    case 'cell': {
      let total = 0;
      for (let cell = 0; cell < segment.cells; cell++) {
        const weight = segment.present[cell];
        if (weight > 0) total += weight * reading.read(segment, cell);
      }
      return total;
    }
  }
}
