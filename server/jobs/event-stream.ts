import type { ServerResponse } from 'node:http';
import type { EventLog, JobEvent } from './event-log.ts';

/** A reader who takes nothing for so long is let go, and hears from us so often when nothing happens [ms]. */
const mostPatience = 30_000;
const betweenSigns = 15_000;

/**
 * Writes what happens to a job as server-sent events until it has ended or the reader is gone. A slow reader misses
 * progress in between, never the newest, and nothing piles up for it.
 *
 * Inputs   the last event that the reader has had, 0 for none
 * Source   https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function streamEvents(log: EventLog, after: number, response: ServerResponse): Promise<void> {
  if (response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let last = after;
    let isFull = false;
    let patience: NodeJS.Timeout | undefined;
    const write = (text: string) => {
      if (response.write(text)) return;
      isFull = true;
      patience = setTimeout(() => response.destroy(), mostPatience);
    };
    const flush = () => {
      for (const event of log.since(last)) {
        if (isFull) return;
        last = event.id;
        write(formatEvent(event));
      }
      if (log.ended && !isFull) response.end();
    };
    const signs = setInterval(() => {
      if (!isFull) write(': still here\n\n');
    }, betweenSigns);
    const leave = log.subscribe(flush);
    response.on('drain', () => {
      clearTimeout(patience);
      isFull = false;
      flush();
    });
    response.on('error', () => {});
    response.on('close', () => {
      clearTimeout(patience);
      clearInterval(signs);
      leave();
      resolve();
    });
    write('retry: 2000\n\n');
    flush();
  });
}

/** JSON text has no line breaks unless it is written for people. */
function formatEvent({ id, kind, data }: JobEvent): string {
  const lines = data.split('\n').map((line) => `data: ${line}\n`);
  return `id: ${id}\nevent: ${kind}\n${lines.join('')}\n`;
}
