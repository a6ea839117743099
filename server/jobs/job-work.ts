import type { MessagePort } from 'node:worker_threads';
import type { Problem } from '../../models/index.ts';
import type { StudyName } from '../studies/index.ts';

/** What a job is to work out. Plain data. */
export interface JobWork {
  readonly study: StudyName;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** As it travels to a thread. */
export interface ThreadWork extends JobWork {
  /** Most cell-months that it may take. */
  readonly mostWork: number;
  readonly port: MessagePort;
}

/** How far a job is. */
export interface JobProgress {
  /** In words, such as `120 of 1000 draws`. */
  readonly words: string;
  /** Share done, where it is known. */
  readonly done: number | null;
  readonly secondsLeft: number | null;
}

/** What a thread says while it works. */
export type JobMessage =
  /** A thread is at hand. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'accepted'; readonly work: number }
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  /** JSON text of the result so far. */
  | { readonly kind: 'partial'; readonly result: string };

/** Why a job cannot be done as it was asked for; whoever asked can mend it. */
export interface JobRefusal {
  readonly code: string;
  readonly detail: string;
  /** Mistakes in the scenario files. */
  readonly problems?: readonly Problem[];
}

/** JSON text of the result, or why there is none. */
export type JobOutcome =
  | { readonly kind: 'done'; readonly result: string }
  | { readonly kind: 'refused'; readonly refusal: JobRefusal };
