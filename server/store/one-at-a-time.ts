/** Runs works one after the other, in the order in which they come. */
export interface OneAtATime {
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const result = last.then(work);
      // A failure is its own caller's, not that of the next.
      last = result.catch(() => {});
      return result;
    },
  };
}
