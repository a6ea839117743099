import process from 'node:process';
import type { Readable } from 'node:stream';

/** What a command may touch of the process, so that tests need none. */
export interface Terminal {
  /** Data, to stdout. */
  out(text: string): void;
  /** Everything else, to stderr. */
  err(text: string): void;
  readonly input: Readable;
  /** Whether stdout shows colours. */
  readonly colour: boolean;
  /** Whether stderr is watched by a person, who then sees progress. */
  readonly progress: boolean;
  /** Width of a line of stdout. */
  readonly columns: number;
  /** Calls back once the person presses Ctrl+C, until the function that it returns is called. */
  onInterrupt(stop: () => void): () => void;
}

/** Width when stdout is no terminal: a file or a pipe. */
const defaultColumns = 100;

export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  // The reader went away (`kept run … | head`): nothing is left to say, and nobody to say it to.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      if (stream === stdout) stderr.write(`kept: cannot write the output: ${error.message}\n`);
      process.exit(2);
    });
  }
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    input: process.stdin,
    colour: Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb',
    progress: Boolean(stderr.isTTY) && env.TERM !== 'dumb',
    columns: stdout.columns ?? (Number(env.COLUMNS) || defaultColumns),
    onInterrupt,
  };
}

/** A second Ctrl+C does not wait for anything. */
function onInterrupt(stop: () => void): () => void {
  const atOnce = () => process.exit(130);
  const first = () => {
    process.once('SIGINT', atOnce);
    stop();
  };
  process.once('SIGINT', first);
  return () => {
    process.off('SIGINT', first);
    process.off('SIGINT', atOnce);
  };
}

export type Style = 'bold' | 'dim' | 'loss';

const codes: Readonly<Record<Style, string>> = { bold: '1', dim: '2', loss: '33' };

/** The text in a style where the terminal shows colours, else as it is. */
export function styled(terminal: Terminal, style: Style, text: string): string {
  return terminal.colour && text !== '' ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;
}
