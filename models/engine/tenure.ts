/** Customers of like tenure at the start. */
export interface TenureGroup {
  readonly months: number;
  readonly share: number;
}

/**
 * Merge rule of the cell budget: at most four tenure groups without a contract and two with one. The pair of
 * neighbours with the smallest joint share merges first, at its mean tenure, but never across a limit at which some
 * plan tells customers apart. The rule looks at one segment only, so that splitting a segment changes nothing.
 */
export function mergeTenure(
  groups: readonly TenureGroup[],
  hasContract: boolean,
  limits: readonly number[] = [],
): readonly TenureGroup[] {
  const most = hasContract ? 2 : 4;
  const merged = groups.filter((group) => group.share > 0).sort((a, b) => a.months - b.months);
  while (merged.length > most) {
    const smallest = findSmallestPair(merged, limits);
    if (smallest === undefined) break;
    const [a, b] = merged.slice(smallest, smallest + 2);
    const share = a.share + b.share;
    merged.splice(smallest, 2, { months: (a.months * a.share + b.months * b.share) / share, share });
  }
  return merged;
}

/** First of the two neighbours, on the same side of every limit, with the smallest joint share. */
function findSmallestPair(groups: readonly TenureGroup[], limits: readonly number[]): number | undefined {
  let smallest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k + 1 < groups.length; k++) {
    const [a, b] = [groups[k], groups[k + 1]];
    if (limits.some((limit) => a.months < limit && limit <= b.months)) continue;
    if (a.share + b.share < least) [smallest, least] = [k, a.share + b.share];
  }
  return smallest;
}
