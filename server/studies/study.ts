import type { TObject } from 'typebox';
import type { Evaluate, Problem, Scenario, SearchOptions, Task, TaskRequest } from '../../models/index.ts';

/** How far a task is. */
export interface Description {
  /** In words, such as `120 of 1000 draws`. */
  readonly words: (blocks: number) => string;
  /** Of several tasks that take about as long, which this is; the time left is then that of all. */
  readonly part?: { readonly before: number; readonly of: number };
  /** Whether it may end long before its last block, so that the time left is not known. */
  readonly openEnded?: boolean;
}

/** The cores of this machine; results are the same to the last bit on any number of them. */
export interface Cores {
  run<Part, Result>(
    request: TaskRequest,
    task: Task<Part, Result>,
    description: Description,
  ): Promise<Result>;
  /** Measures the plans of a search. */
  readonly evaluate: Evaluate;
  /** By which a search tells how far it is, and is ended. */
  readonly search: Required<SearchOptions>;
}

/** A scenario file that has been read. */
export interface Source {
  /** As the user knows it: a path, a name, or where it came from. */
  readonly name: string;
  readonly text: string;
  readonly scenario: Scenario;
}

/** How much is asked for, in cell-months: cells of a run × months × runs. One takes about a microsecond. */
export interface Price {
  readonly work: number;
  /** What to ask less of, and how much of it was asked for: the price goes with it. */
  readonly of?: { readonly name: string; readonly asked: number; readonly lowest: number };
}

/** Something that can be worked out from scenario files: what a command, a request and a job share. */
export interface Study<Options = unknown, Result = unknown> {
  readonly name: string;
  readonly summary: string;
  /** How many scenario files it takes. */
  readonly files: 'none' | 'one' | 'two' | 'several';
  /** What else it is told. */
  readonly options: TObject;
  /** Short work does not wait behind long work. */
  readonly isShort: boolean;
  /** Whether what is known so far is a result of the same form. */
  readonly hasPartialResults?: boolean;
  /** The result for files with mistakes; without it they are refused. */
  ofProblems?(problems: readonly Problem[]): Result;
  price(sources: readonly Source[], options: Options): Price;
  /** What its results call themselves, such as `kept-result/1`, and what was asked for to get one. */
  readonly format?: string;
  askedFor?(result: Result): Options;
  /** Errors  KeptError for what cannot be asked of these files */
  compute(sources: readonly Source[], options: Options, cores: Cores): Promise<Result>;
}
