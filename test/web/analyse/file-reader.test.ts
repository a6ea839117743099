import { expect, test } from 'vitest';
import type { ParsedScenario } from '../../../models/index.ts';
import { createFileReader, type ReadRequest } from '../../../web/analyse/file-reader.ts';
import type { WorkerPort } from '../../../web/runner/worker-runner.ts';
import { smallScenario } from '../../support/small-scenario.ts';

/** A worker that answers when it is told to. */
function createPort() {
  const asked: string[] = [];
  const port: WorkerPort = {
    postMessage: ({ text }: ReadRequest) => void asked.push(text),
    terminate: () => {},
    onmessage: null,
    onerror: null,
  };
  const reply = (data: object) => port.onmessage?.call(port as Worker, { data } as MessageEvent);
  const answer = (outcome: Partial<ParsedScenario>) => reply({ outcome });
  const crash = () => port.onerror?.call(port as Worker, { message: 'lost' } as ErrorEvent);
  return { port, asked, reply, answer, crash };
}

test('one text is read at a time, and of those that wait only the newest', async () => {
  const { port, asked, answer } = createPort();
  const reader = createFileReader(() => port);
  const first = reader.read('one', 'a.yaml');
  const second = reader.read('two', 'a.yaml');
  const third = reader.read('three', 'a.yaml');
  expect(asked).toEqual(['one']);
  expect(await second).toBeNull();
  answer({ ok: false, problems: [] });
  expect(await first).toEqual({ ok: false, problems: [] });
  expect(asked).toEqual(['one', 'three']);
  answer({ ok: true });
  expect(await third).toEqual({ ok: true });
});

test('a text is read by the page itself where the worker is lost, and from then on', async () => {
  const { port, crash } = createPort();
  const reader = createFileReader(() => port);
  const reading = reader.read(smallScenario, 'club.yaml');
  crash();
  expect(await reading).toMatchObject({ ok: true, scenario: { title: 'Club fee' } });
  expect(await reader.read('', 'club.yaml')).toMatchObject({ ok: false });
});

test('a page without workers reads its files all the same', async () => {
  const reader = createFileReader(() => {
    throw new Error('no workers here');
  });
  expect(await reader.read(smallScenario, 'club.yaml')).toMatchObject({ ok: true });
});

test('a text that cannot be read is refused with the reason, and the next is read', async () => {
  const { port, asked, reply, answer } = createPort();
  const reader = createFileReader(() => port);
  const first = reader.read('one', 'a.yaml');
  const second = reader.read('two', 'a.yaml');
  reply({ failure: { message: 'a part of the page did not load' } });
  await expect(first).rejects.toThrow('a part of the page did not load');
  expect(asked).toEqual(['one', 'two']);
  answer({ ok: true });
  expect(await second).toEqual({ ok: true });
});

test('nothing is left waiting when the page goes elsewhere', async () => {
  const { port } = createPort();
  const reader = createFileReader(() => port);
  const readings = [reader.read('one', 'a.yaml'), reader.read('two', 'a.yaml')];
  reader.stop();
  expect(await Promise.all(readings)).toEqual([null, null]);
});
