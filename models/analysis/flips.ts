import { KeptError } from '../core/errors.ts';
import { findRoot } from '../core/find-root.ts';
import { readablePath } from '../scenario/list-quantities.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Task } from './task.ts';
import { createPlanRun, listUncertain, withPlan } from './uncertain-inputs.ts';

export interface FlipsOptions {
  /** Name of a plan; default the first. */
  readonly plan?: string;
  /** Money whose sign is the answer; default `profit`. */
  readonly measure?: 'profit' | 'profitWithEquity';
  /** Paths of the inputs to look at, as a tornado names them. */
  readonly inputs: readonly string[];
}

/** The value of one input at which a plan stops paying, or begins to, all others at their best. */
export interface Flip {
  readonly path: string;
  /** In the input's unit; `null` where no value between its 0.1th and 99.9th percentile does. */
  readonly value: number | null;
}

/** Probabilities looked at on either side of the median, outward: the first change of sign is the one that is near. */
const outward = [
  [0.4, 0.25, 0.1, 0.03, 0.01, 0.001],
  [0.6, 0.75, 0.9, 0.97, 0.99, 0.999],
] as const;

/**
 * For each of some inputs the value that would flip the answer: where the plan's money crosses zero. A block is an
 * input.
 *
 * Errors  unknown-plan; invalid-argument for a path that no uncertain input has
 */
export function createFlipsTask(scenario: Scenario, options: FlipsOptions): Task<Flip, readonly Flip[]> {
  const { measure = 'profit', inputs } = options;
  const only = withPlan(scenario, options.plan);
  const listed = listUncertain(only);
  const run = createPlanRun(only);
  const chosen = inputs.map((path) => {
    const found = listed.find(({ id }) => readablePath(id) === path);
    if (!found) throw new KeptError('invalid-argument', `no uncertain input is at ${path}`);
    return { path, ...found };
  });
  return {
    blocks: chosen.length,
    compute: (block) => {
      const { path, id, quantity } = chosen[block];
      const at = (probability: number) => {
        const { sample, figures } = run((other) =>
          other === id && probability !== 0.5 ? probability : 'best',
        );
        return { probability, value: sample.of(quantity), money: figures[measure] };
      };
      return { path, value: nearestFlip(at) };
    },
    collect: () => {
      const flips: Flip[] = [];
      return { enough: false, add: (flip) => flips.push(flip), result: () => flips };
    },
  };
}

interface Point {
  readonly probability: number;
  readonly value: number;
  readonly money: number;
}

function nearestFlip(at: (probability: number) => Point): number | null {
  const middle = at(0.5);
  if (middle.money === 0) return null;
  const found = outward.flatMap((side) => {
    let before = middle;
    for (const probability of side) {
      const next = at(probability);
      if (Math.sign(next.money) !== Math.sign(middle.money)) return [{ before, next }];
      before = next;
    }
    return [];
  });
  if (found.length === 0) return null;
  const distance = ({ next }: { readonly next: Point }) => Math.abs(next.probability - 0.5);
  const { before, next } = found.reduce((near, other) => (distance(other) < distance(near) ? other : near));
  if (next.money === 0) return next.value;
  const money = (probability: number) => at(probability).money;
  return at(findRoot(money, [before.probability, before.money], [next.probability, next.money])).value;
}
