import { Readable } from 'node:stream';
import type { Terminal } from '../../server/cli/terminal.ts';

/** A terminal that keeps what is said to it. */
export interface RecordedTerminal extends Terminal {
  readonly written: { out: string; err: string };
}

export function recordedTerminal({
  input = '' as string | Uint8Array,
  colour = false,
  progress = false,
  columns = 100,
  /** Milliseconds after which the person presses Ctrl+C on work that can be interrupted. */
  interruptAfter = Number.POSITIVE_INFINITY,
} = {}): RecordedTerminal {
  const written = { out: '', err: '' };
  return {
    written,
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    input: Readable.from([Buffer.from(input)]),
    colour,
    progress,
    columns,
    onInterrupt: (stop) => {
      const waiting = Number.isFinite(interruptAfter) ? setTimeout(stop, interruptAfter) : undefined;
      return () => clearTimeout(waiting);
    },
  };
}
