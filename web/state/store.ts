import { goTo, type History, record, redo, startHistory, undo } from './history.ts';

/** Holds one value with its history, and tells its listeners when either changes. */
export interface Store<T> {
  readonly history: History<T>;
  /** Takes a new value; `merge` as in `record`. */
  set(value: T, name: string, merge?: string): void;
  undo(): void;
  redo(): void;
  goTo(past: number): void;
  /** Returns the way to stop listening. */
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(first: T): Store<T> {
  let history = startHistory(first);
  const listeners = new Set<() => void>();
  const become = (next: History<T>) => {
    if (next === history) return;
    history = next;
    for (const listener of listeners) listener();
  };
  return {
    get history() {
      return history;
    },
    set: (value, name, merge) => become(record(history, value, name, merge)),
    undo: () => become(undo(history)),
    redo: () => become(redo(history)),
    goTo: (past) => become(goTo(history, past)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
