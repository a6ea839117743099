import type { OpenDocument } from './choice.ts';
import type { Levers } from './levers.ts';
import type { Teaching } from './teaching.ts';

/** A fee in percent; moves of the same `stroke` are one step of the history. */
export interface FeeMove {
  readonly percent: number;
  readonly stroke: string;
}

/** One lever and its new value, with the words for the history. */
export interface LeverMove<K extends keyof Levers = keyof Levers> {
  readonly lever: K;
  readonly value: Levers[K];
  readonly name: string;
}

/** What a trainer has set, with the words for the history; moves of the same `stroke` are one step of it. */
export interface TeachMove {
  readonly teaching: Teaching;
  readonly name: string;
  readonly stroke?: string | undefined;
}

/** The document that is open with another text; `name` is for the history, `merge` as for `FeeMove.stroke`. */
export interface Revised {
  readonly document: OpenDocument;
  readonly name: string;
  readonly merge?: string;
}

let strokes = 0;

/** A name for one uninterrupted handling of a control. */
export function nextStroke(): string {
  strokes++;
  return `stroke ${strokes}`;
}
