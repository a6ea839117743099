import type { Terminal } from './terminal.ts';

const millisecondsBetweenLines = 100;

/** How far it is, on the one line of a terminal that a person watches. */
export interface Progress {
  /** The time left is reckoned from here on. */
  begin(): void;
  /** Shows words such as `120 of 1000 draws`, and the time left where it is known which share, above 0, is done. */
  show(words: string, done?: number): void;
  /** Leaves the line empty. */
  clear(): void;
}

export function createProgress(terminal: Terminal): Progress {
  let begun = performance.now();
  let shown = begun;
  let isShown = false;
  return {
    begin() {
      begun = performance.now();
    },
    show(words, done) {
      const now = performance.now();
      if (!terminal.progress || now - shown < millisecondsBetweenLines) return;
      [shown, isShown] = [now, true];
      const seconds = done === undefined ? undefined : ((now - begun) * (1 / done - 1)) / 1000;
      const left = seconds === undefined ? '' : `, ${Math.ceil(seconds)} s left`;
      terminal.err(`\r\u001b[K${words}${left}`);
    },
    clear() {
      if (isShown) terminal.err('\r\u001b[K');
      isShown = false;
    },
  };
}
