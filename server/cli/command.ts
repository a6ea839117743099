import type { Terminal } from './terminal.ts';

/** What a command answers to the shell. */
export const exitCodes = {
  fine: 0,
  /** A valid question whose answer is no. */
  no: 1,
  /** Bad usage or a bad file. */
  bad: 2,
  /** A defect in Kept itself. */
  defect: 70,
  /** Ended by Ctrl+C, as shells count it. */
  interrupted: 130,
} as const;

/** One option; `value` names what follows it, absent for a switch. */
export interface Option {
  readonly name: string;
  readonly value?: string;
  readonly meaning: string;
  /** One letter for it, as in `-o`. */
  readonly short?: string;
  /** May be given several times. */
  readonly repeats?: boolean;
}

export interface Arguments {
  readonly operands: readonly string[];
  /** The values of an option in order; empty when it is not given. */
  readonly valuesOf: (option: string) => readonly string[];
  readonly has: (option: string) => boolean;
}

export interface Command {
  readonly name: string;
  /** What follows `kept name` in the usage line. */
  readonly usage: string;
  readonly summary: string;
  /** Paragraphs that the help prints under the options. */
  readonly notes?: readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly { readonly line: string; readonly meaning: string }[];
  readonly run: (args: Arguments, terminal: Terminal) => Promise<number>;
}

/** A user's mistake: shown without a stack trace, exit code 2. */
export class UsageError extends Error {
  /** @param hint what to do about it; absent: the help of the command is named; empty: nothing more to say */
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The person had enough of it. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted before there was a result');
    this.name = 'Interrupted';
  }
}
