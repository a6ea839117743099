/** A value with its past and future, each step with the name of what was done. */
export interface History<T> {
  readonly past: readonly Step<T>[];
  readonly present: T;
  readonly future: readonly Step<T>[];
  /** Changes that carry the same text as the last one belong to the same step. */
  readonly merge?: string | undefined;
}

export interface Step<T> {
  /** What was done between this value and the next. */
  readonly name: string;
  readonly value: T;
}

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** Takes a new value; with the `merge` text of the step before, it replaces that step's outcome and name. */
export function record<T>(history: History<T>, present: T, name: string, merge?: string): History<T> {
  const last = history.past.at(-1);
  const sameStep = merge !== undefined && merge === history.merge && last !== undefined;
  const past = sameStep
    ? [...history.past.slice(0, -1), { name, value: last.value }]
    : [...history.past, { name, value: history.present }];
  return { past, present, future: [], merge };
}

export function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (!last) return history;
  const future = [{ name: last.name, value: history.present }, ...history.future];
  return { past: history.past.slice(0, -1), present: last.value, future };
}

export function redo<T>(history: History<T>): History<T> {
  const next = history.future[0];
  if (!next) return history;
  const past = [...history.past, { name: next.name, value: history.present }];
  return { past, present: next.value, future: history.future.slice(1) };
}

/** Back or forth to where so many steps are in the past. */
export function goTo<T>(history: History<T>, past: number): History<T> {
  let at = history;
  while (at.past.length > past && at.past.length > 0) at = undo(at);
  while (at.past.length < past && at.future.length > 0) at = redo(at);
  return at;
}
