import { type MechanismName, mechanisms } from '../mechanisms/index.ts';

/** State that one mechanism writes and another reads. */
export interface MechanismLink {
  readonly from: MechanismName;
  readonly to: MechanismName;
  readonly carries: readonly string[];
}

/** What drives what, in the order of the month: all links between two mechanisms. */
export function mechanismLinks(): MechanismLink[] {
  return mechanisms.flatMap((from) =>
    mechanisms.flatMap((to) => {
      const reads: readonly string[] = to.reads;
      const carries = from.writes.filter((name) => reads.includes(name));
      return from === to || carries.length === 0 ? [] : [{ from: from.name, to: to.name, carries }];
    }),
  );
}
