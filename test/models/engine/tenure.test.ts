import { describe, expect, it } from 'vitest';
import { mergeTenure } from '../../../models/engine/tenure.ts';

describe('mergeTenure', () => {
  const groups = [5, 1, 12, 30, 60].map((months) => ({ months, share: 0.2 }));

  it('keeps four groups without a contract and two with one, mean tenure and share unchanged', () => {
    for (const [contract, count] of [
      [false, 4],
      [true, 2],
    ] as const) {
      const merged = mergeTenure(groups, contract);
      expect(merged).toHaveLength(count);
      expect(merged.reduce((sum, group) => sum + group.share, 0)).toBeCloseTo(1, 12);
      expect(merged.reduce((sum, group) => sum + group.share * group.months, 0)).toBeCloseTo(21.6, 12);
    }
  });

  it('orders groups by tenure and leaves out empty ones', () => {
    const merged = mergeTenure(
      [
        { months: 9, share: 0.5 },
        { months: 3, share: 0.5 },
        { months: 40, share: 0 },
      ],
      false,
    );
    expect(merged.map((group) => group.months)).toEqual([3, 9]);
  });
});
