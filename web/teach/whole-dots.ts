/** Whole numbers nearest to these that sum to `total`: those cut most get the dots that are left (largest remainder). */
export function wholeParts(parts: ArrayLike<number>, total: number): number[] {
  const sum = Array.from(parts).reduce((all, part) => all + part, 0);
  const exact = Array.from(parts, (part) => (sum > 0 ? (part * total) / sum : 0));
  const whole = exact.map(Math.floor);
  const short = (sum > 0 ? total : 0) - whole.reduce((all, part) => all + part, 0);
  const order = exact.map((_, index) => index);
  order.sort((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]) || a - b);
  for (const index of order.slice(0, short)) whole[index]++;
  return whole;
}

/** So many go from one group to another. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * The smallest flow that turns one count by group into another of the same sum: nobody overtakes anybody, so the steps
 * between groups add up to as few as can be. Those who stay are not listed.
 */
export function smallestFlow(before: readonly number[], after: readonly number[]): Flow[] {
  const flows: Flow[] = [];
  const left = [...before];
  const wanted = [...after];
  let [from, to] = [0, 0];
  while (from < left.length && to < wanted.length) {
    const count = Math.min(left[from], wanted[to]);
    if (count > 0 && from !== to) flows.push({ from, to, count });
    left[from] -= count;
    wanted[to] -= count;
    if (left[from] === 0) from++;
    else to++;
  }
  return flows;
}
