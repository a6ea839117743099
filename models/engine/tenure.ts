/** Customers of like tenure at the start. */
export interface TenureGroup {
  readonly months: number;
  readonly share: number;
}

/**
 * Merge rule of the cell budget: at most four tenure groups without a contract and two with one. The pair of
 * neighbours with the smallest joint share merges first, at its mean tenure. The rule looks at one segment
 * only, so that splitting a segment changes nothing.
 */
export function mergeTenure(groups: readonly TenureGroup[], hasContract: boolean): readonly TenureGroup[] {
  const most = hasContract ? 2 : 4;
  const merged = groups.filter((group) => group.share > 0).sort((a, b) => a.months - b.months);
  while (merged.length > most) {
    let smallest = 0;
    for (let k = 1; k + 1 < merged.length; k++) {
      const joint = merged[k].share + merged[k + 1].share;
      if (joint < merged[smallest].share + merged[smallest + 1].share) smallest = k;
    }
    const [a, b] = merged.slice(smallest, smallest + 2);
    const share = a.share + b.share;
    merged.splice(smallest, 2, { months: (a.months * a.share + b.months * b.share) / share, share });
  }
  return merged;
}
