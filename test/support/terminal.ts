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
  };
}
