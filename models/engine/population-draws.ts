import { uniformAt } from '../core/random.ts';
import type { LuckAccount } from './population-luck.ts';
import type { Population } from './population-state.ts';

/** Draws of one customer in one month, each with a place of its own in the customer's stream. */
const purposes = { awareness: 0, leaving: 1, tradingDown: 2, joiners: 3, resemblance: 4, sendingAway: 5 };
const purposesPerMonth = 8;
/** Draws of a month that belong to nobody. */
const nobody = -1;

function draw({ key }: Population, index: number, month: number, purpose: keyof typeof purposes): number {
  return uniformAt(key, index, month * purposesPerMonth + purposes[purpose]);
}

export function drawOfMonth(
  population: Population,
  month: number,
  purpose: 'joiners' | 'resemblance',
): number {
  return draw(population, nobody, month, purpose);
}

/** True or not of somebody, with nothing left to draw. */
function isFact(share: number): boolean {
  return share === 0 || share === 1;
}

/** Knows or does not know, was woken or not: one draw for both, since the same news does both. */
export function drawAwareness(population: Population, month: number, first: number): void {
  const { seats, block } = population;
  const { cells, aware, awake, surprised, present, parameters } = block;
  const { occupant, awake: awakeBefore } = seats;
  for (let cell = 0; cell < cells; cell++) {
    if (present[cell] === 0) continue;
    const lasting = awakeBefore === undefined ? 0 : parameters.wakeUpMemory * awakeBefore[first + cell];
    const newly = awake[cell] - lasting;
    if (newly <= 0 && isFact(aware[cell])) continue;
    const u = draw(population, occupant[first + cell], month, 'awareness');
    aware[cell] = u < aware[cell] ? 1 : 0;
    surprised[cell] = u < surprised[cell] ? 1 : 0;
    awake[cell] = lasting + (u < newly ? 1 : 0);
  }
}

/**
 * Leaves or stays, trades down or not. `left` keeps the expected number: what reacts to how many leave sees the many
 * whom the customers followed stand for, and their luck evens out.
 */
export function drawFates(population: Population, month: number, first: number, luck: LuckAccount): void {
  const { block, seats } = population;
  const { cells, weight, leaving, tradedDown } = block;
  const { occupant } = seats;
  for (let cell = 0; cell < cells; cell++) {
    if (weight[cell] === 0) continue;
    const index = occupant[first + cell];
    const chance = leaving[cell] / weight[cell];
    const leaves = draw(population, index, month, 'leaving') < chance;
    luck.noteLeaving(block, cell, index, month, chance - (leaves ? 1 : 0));
    leaving[cell] = leaves ? weight[cell] : 0;
    if (isFact(tradedDown[cell])) continue;
    tradedDown[cell] = draw(population, index, month, 'tradingDown') < tradedDown[cell] ? 1 : 0;
  }
}

/** The firm sends somebody away or not; `ended` keeps the expected number. */
export function drawSendingAway(
  population: Population,
  month: number,
  first: number,
  luck: LuckAccount,
): void {
  const { block, seats } = population;
  const { cells, weight, leaving, ended } = block;
  for (let cell = 0; cell < cells; cell++) {
    if (ended[cell] === 0) continue;
    const index = seats.occupant[first + cell];
    const chance = ended[cell] / weight[cell];
    const goes = draw(population, index, month, 'sendingAway') < chance;
    luck.noteLeaving(block, cell, index, month, chance - (goes ? 1 : 0));
    leaving[cell] = goes ? weight[cell] : 0;
  }
}
