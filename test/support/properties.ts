import fc from 'fast-check';

/** Whether this run looks for rare failures: `npm run hunt`. */
const hunting = process.env.KEPT_HUNT === 'yes';

/** How many times as many cases a hunt tries as the tests do. */
const times = 100;

/** Of any one property [ms]. */
const longestHunt = 45_000;

// The tests try the same cases at every run, so that what they say is said of the change; a hunt tries others.
fc.configureGlobal(
  hunting ? { numRuns: 100 * times, interruptAfterTimeLimit: longestHunt } : { seed: 20_261_123 },
);

/** How many cases a property is tried on. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: hunting ? count * times : count };
}

export default fc;
