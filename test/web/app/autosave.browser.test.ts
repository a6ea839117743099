import { afterEach, beforeEach, expect, test } from 'vitest';
import { AutosaveController } from '../../../web/app/autosave-controller.ts';
import type { Choice, Stored } from '../../../web/state/choice.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
const made: AutosaveController[] = [];
afterEach(() => {
  for (const each of made.splice(0)) each.hostDisconnected();
});

let offer = 'club.yaml';
let stored: Stored | undefined;
function begin(): AutosaveController {
  const element = {
    addController() {},
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  };
  const controller = new AutosaveController(element, () => ({ offer, ...(stored && { stored }) }));
  controller.hostConnected();
  made.push(controller);
  return controller;
}

function choiceOf(content: string, text = () => Promise.resolve(content)): Choice {
  return {
    document: { group: 'own', file: 'club.yaml', text },
    planIndex: 0,
    levers: {},
  } as unknown as Choice;
}

const found = (controller: AutosaveController) => controller.read()?.text;
const untilKept = (controller: AutosaveController) => expect.poll(() => controller.isKept).toBe(true);

test('what is noted last is what is kept, though an older text comes later, under the name it had then', async () => {
  const controller = begin();
  let arrive = (_text: string) => {};
  const late = new Promise<string>((resolve) => {
    arrive = resolve;
  });
  offer = 'one';
  controller.note(choiceOf('', () => late));
  await new Promise((resolve) => setTimeout(resolve, 400));
  offer = 'two';
  controller.note(choiceOf('new'));
  offer = 'three';
  await untilKept(controller);
  arrive('old');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(controller.read()).toMatchObject({ text: 'new', offer: 'two' });
});

test('what is saved on the server without another change is kept as what it is there', async () => {
  const controller = begin();
  const choice = choiceOf('a');
  stored = { name: 'a.yaml', etag: '"1"', title: 'A' };
  controller.note(choice);
  await untilKept(controller);
  stored = { ...stored, etag: '"2"' };
  controller.note(choice);
  expect(controller.isKept).toBe(false);
  await untilKept(controller);
  expect(controller.read()?.stored?.etag).toBe('"2"');
  controller.note(choice);
  expect(controller.isKept).toBe(true);
  stored = undefined;
});

test('what was undone to the start is not there after a reload, though another tab has something', async () => {
  const controller = begin();
  localStorage.setItem('kept/1/another', JSON.stringify({ text: 'b' }));
  controller.note(choiceOf('a'));
  await untilKept(controller);
  controller.note(null);
  expect(controller.isKept).toBe(false);
  await untilKept(controller);
  controller.hostDisconnected();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(found(begin())).toBeUndefined();
});

test('work that gave way to that of other tabs is known to be unkept', async () => {
  const controller = begin();
  controller.note(choiceOf('a'));
  await untilKept(controller);
  for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
  expect(controller.isKept).toBe(false);
});

test('a new tab that goes on with the work of another keeps it, whatever the other does', async () => {
  const first = begin();
  first.note(choiceOf('a'));
  await untilKept(first);
  sessionStorage.removeItem('kept/tab');
  const second = begin();
  expect(found(second)).toBe('a');
  second.note(choiceOf('a'));
  await untilKept(second);
  first.note(choiceOf('b'));
  await untilKept(first);
  first.note(null);
  await untilKept(first);
  expect(second.isKept).toBe(true);
  second.hostDisconnected();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(found(begin())).toBe('a');
});

test('a tab that was duplicated keeps its work beside that of the other', async () => {
  const first = begin();
  await new Promise((resolve) => setTimeout(resolve, 50));
  // The browser copies what is kept for the tab, its name among it.
  const second = begin();
  await new Promise((resolve) => setTimeout(resolve, 50));
  first.note(choiceOf('of the first'));
  second.note(choiceOf('of the second'));
  await untilKept(first);
  await untilKept(second);
  const texts = Object.values(localStorage).map((kept) => (JSON.parse(kept) as { text: string }).text);
  expect(texts.sort()).toEqual(['of the first', 'of the second']);
});
