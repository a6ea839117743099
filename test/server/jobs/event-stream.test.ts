import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createEventLog } from '../../../server/jobs/event-log.ts';
import { streamEvents } from '../../../server/jobs/event-stream.ts';

/** A reader whose pipe holds so many pieces until it is drained. */
function createReader(room = Number.POSITIVE_INFINITY) {
  const received: string[] = [];
  const state = { ended: false, destroyed: false, left: room };
  const response = Object.assign(new EventEmitter(), {
    write(text: string) {
      received.push(text);
      return --state.left > 0;
    },
    end() {
      state.ended = true;
      response.emit('close');
    },
    destroy() {
      state.destroyed = true;
      response.emit('close');
    },
  });
  const drain = () => {
    state.left = room;
    response.emit('drain');
  };
  const events = () => received.filter((text) => text.startsWith('id:'));
  return { response: response as unknown as ServerResponse, events, drain, state };
}

describe('events of a job', () => {
  it('reach a reader as they happen, numbered, until the end', async () => {
    const log = createEventLog();
    const reader = createReader();
    const streamed = streamEvents(log, 0, reader.response);
    log.append('progress', '{"done":0.5}');
    log.append('state', '{"state":"done"}');
    log.end();
    await streamed;
    expect(reader.events()).toEqual([
      'id: 1\nevent: progress\ndata: {"done":0.5}\n\n',
      'id: 2\nevent: state\ndata: {"state":"done"}\n\n',
    ]);
    expect(reader.state.ended).toBe(true);
  });

  it('do not pile up for a slow reader, who gets the newest', async () => {
    const log = createEventLog();
    const reader = createReader(2);
    const streamed = streamEvents(log, 0, reader.response);
    for (let k = 1; k <= 1000; k++) log.append('progress', `${k}`);
    expect(reader.events()).toHaveLength(1);
    reader.drain();
    expect(reader.events().at(-1)).toContain('data: 1000\n');
    log.append('state', '"done"');
    log.end();
    reader.drain();
    await streamed;
    expect(reader.events()).toHaveLength(3);
  });

  it('go on after the last one that a reader had', async () => {
    const log = createEventLog();
    log.append('state', '"running"');
    log.append('progress', '1');
    const reader = createReader();
    const streamed = streamEvents(log, 1, reader.response);
    log.append('state', '"done"');
    log.end();
    await streamed;
    expect(reader.events().map((text) => text.slice(0, 5))).toEqual(['id: 2', 'id: 3']);
  });

  it('of a job that has ended are its last alone', async () => {
    const log = createEventLog();
    log.append('partial', 'x'.repeat(1000));
    log.append('state', '"done"');
    log.end();
    log.append('progress', 'too late');
    const reader = createReader();
    await streamEvents(log, 0, reader.response);
    expect(reader.events()).toEqual(['id: 2\nevent: state\ndata: "done"\n\n']);
  });

  it('leave nothing behind when the reader vanishes', async () => {
    const log = createEventLog();
    const reader = createReader();
    const streamed = streamEvents(log, 0, reader.response);
    reader.response.emit('close');
    await streamed;
    log.append('progress', '1');
    expect(reader.events()).toEqual([]);
  });

  it('break text with several lines into lines of data', async () => {
    const log = createEventLog();
    log.append('partial', '{\n"a": 1\n}');
    log.end();
    const reader = createReader();
    await streamEvents(log, 0, reader.response);
    expect(reader.events()).toEqual(['id: 1\nevent: partial\ndata: {\ndata: "a": 1\ndata: }\n\n']);
  });
});
