import { uniformAt } from '../core/random.ts';
import { acquire } from '../mechanisms/acquisition.ts';
import { decide } from '../mechanisms/attrition.ts';
import { becomeAware } from '../mechanisms/awareness.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { LuckAccount } from './population-luck.ts';
import type { Population } from './population-state.ts';
import { type Step, steps } from './steps.ts';

/** Draws of one customer in one month, each with a place of its own in the customer's stream. */
const purposes = { awareness: 0, leaving: 1, tradingDown: 2, joiners: 3, resemblance: 4 };
const purposesPerMonth = 8;
/** Draws of a month that belong to nobody. */
const nobody = -1;
/** Numbers of newcomers leave room for a million a month. */
const newcomersPerMonth = 1 << 20;

function draw({ key }: Population, index: number, month: number, purpose: keyof typeof purposes): number {
  return uniformAt(key, index, month * purposesPerMonth + purposes[purpose]);
}

/** The month as cohorts run it; where a step leaves a share of a customer, a draw decides before the next. */
export function createPopulationSteps(
  populations: readonly Population[],
  luck: readonly LuckAccount[],
): readonly Step[] {
  const of = new Map(
    populations.map((population, k) => [population.state, { population, account: luck[k] }]),
  );
  const drawn = [
    [becomeAware, drawAwareness],
    [decide, drawFates],
    [acquire, drawNewcomers],
  ] as const;
  return steps.map((step) => {
    const draws = drawn.filter(([work]) => step.run.includes(work)).map(([, decideBy]) => decideBy);
    const run = draws.map((decideBy) => (state: SegmentState, month: number) => {
      const { population, account } = of.get(state)!;
      decideBy(population, month, account);
    });
    return { ...step, run: [...step.run, ...run] };
  });
}

/** Knows or does not know, was woken or not: one draw for both, since the same news does both. */
function drawAwareness(population: Population, month: number): void {
  const { state, occupant, awakeBefore } = population;
  const { aware, awake, surprised, parameters } = state;
  for (let seat = 0; seat < population.taken; seat++) {
    if (state.present[seat] === 0) continue;
    const lasting = parameters.wakeUpMemory * awakeBefore[seat];
    const newly = awake[seat] - lasting;
    if (newly > 0 || aware[seat] % 1 !== 0) {
      const u = draw(population, occupant[seat], month, 'awareness');
      aware[seat] = u < aware[seat] ? 1 : 0;
      surprised[seat] = u < surprised[seat] ? 1 : 0;
      awake[seat] = lasting + (u < newly ? 1 : 0);
    }
    awakeBefore[seat] = awake[seat];
  }
}

/**
 * Leaves or stays, trades down or not. `left` keeps the expected number: what reacts to how many leave sees the many
 * whom the customers followed stand for, and their luck evens out.
 */
function drawFates(population: Population, month: number, account: LuckAccount): void {
  const { state, occupant } = population;
  const { weight, leaving, tradedDown } = state;
  for (let seat = 0; seat < population.taken; seat++) {
    if (weight[seat] === 0) continue;
    const chance = leaving[seat] / weight[seat];
    const leaves = draw(population, occupant[seat], month, 'leaving') < chance;
    account.noteLeaving(seat, month, chance - (leaves ? 1 : 0));
    leaving[seat] = leaves ? weight[seat] : 0;
    if (tradedDown[seat] % 1 === 0) continue;
    tradedDown[seat] = draw(population, occupant[seat], month, 'tradingDown') < tradedDown[seat] ? 1 : 0;
  }
}

/** A whole number of newcomers, each like a customer whom the acquisition step has them resemble. */
function drawNewcomers(population: Population, month: number, account: LuckAccount): void {
  const { state, weight, newcomers } = population;
  const expected = state.joiners / weight;
  const count = Math.floor(expected + draw(population, nobody, month, 'joiners'));
  state.joiners = count * weight;
  const { joining } = state;
  const total = joining.reduce((sum, share) => sum + share, 0);
  // Evenly spaced points along the shares: each place is taken as often as it should be, to within one.
  const offset = draw(population, nobody, month, 'resemblance');
  let reached = joining[0];
  const places: number[] = [];
  for (let k = 0, place = 0; k < count; k++) {
    const point = ((k + offset) / count) * total;
    while (reached < point && place < population.taken - 1) reached += joining[++place];
    places.push(place);
    newcomers.push({
      index: -(month * newcomersPerMonth + k + 1),
      ...{ frailty: state.frailty[place], sensitivity: state.sensitivity[place], spend: state.spend[place] },
      ...{ expiryQuarter: state.expiryQuarter[place], lastingFactor: state.lastingFactor[place] },
    });
  }
  account.noteNewcomers(places, expected, month);
}
