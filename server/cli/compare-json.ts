/** Where two JSON values differ. */
export interface Difference {
  /** Such as `plans[1].impact.profit.mean`. */
  readonly path: string;
  readonly saved: unknown;
  readonly now: unknown;
  /** Of two numbers, their distance over the larger; else infinite. */
  readonly relative: number;
}

/** All differences of two JSON values, in the order of the first; a property that one lacks is a difference. */
export function differencesOf(saved: unknown, now: unknown, path = ''): Difference[] {
  if (Object.is(saved, now)) return [];
  if (typeof saved === 'number' && typeof now === 'number') {
    const relative = Math.abs(saved - now) / Math.max(Math.abs(saved), Math.abs(now));
    return relative === 0 ? [] : [{ path, saved, now, relative }];
  }
  if (Array.isArray(saved) && Array.isArray(now)) {
    const length = Math.max(saved.length, now.length);
    return Array.from({ length }, (_, k) => differencesOf(saved[k], now[k], `${path}[${k}]`)).flat();
  }
  if (isRecord(saved) && isRecord(now)) {
    const keys = new Set([...Object.keys(saved), ...Object.keys(now)]);
    return [...keys].flatMap((key) =>
      differencesOf(saved[key], now[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return [{ path, saved, now, relative: Number.POSITIVE_INFINITY }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
