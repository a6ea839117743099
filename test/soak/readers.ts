import { connect } from 'node:net';

/** Starts a run of some seconds and returns where its job is. */
export async function startJob(url: string, text: string, draws: number): Promise<string> {
  const answer = await fetch(`${url}/api/run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: 'wait=0' },
    body: JSON.stringify({ scenario: { text }, draws }),
  });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`${answer.status} ${await answer.text()}`);
  return location;
}

/** A reader of events that asks and then takes nothing; `vanish` breaks the line without a word. */
export function readNothing(url: string, path: string): { vanish(): void } {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: text/event-stream\r\n\r\n`);
  socket.pause();
  return { vanish: () => socket.destroy() };
}

export interface ReadEvent {
  readonly id: number;
  readonly kind: string;
  readonly data: string;
}

/** Reads events, at most so many, each after a pause [ms]; returns those it has had. */
export async function readEvents(
  url: string,
  path: string,
  { most = Number.POSITIVE_INFINITY, after = 0, pause = 0 } = {},
): Promise<ReadEvent[]> {
  const answer = await fetch(`${url}${path}`, { headers: { 'last-event-id': `${after}` } });
  const events: ReadEvent[] = [];
  let said = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    said += decoder.decode(chunk, { stream: true });
    for (let end = said.indexOf('\n\n'); end >= 0; end = said.indexOf('\n\n')) {
      const found = /^id: (\d+)\nevent: (\w+)\n(.*)$/s.exec(said.slice(0, end));
      said = said.slice(end + 2);
      if (!found) continue;
      events.push({ id: Number(found[1]), kind: found[2], data: found[3].replace(/^data: /gm, '') });
      // Leaving the loop ends the request.
      if (events.length >= most) return events;
    }
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return events;
}

/** Waits until a job has ended, and returns it. */
export async function untilEnded(url: string, location: string): Promise<{ readonly state: string }> {
  for (;;) {
    const answer = await fetch(`${url}${location}`);
    const job = (await answer.json()) as { readonly state: string };
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
