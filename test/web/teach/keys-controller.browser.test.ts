import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { KeysController, type KeyWish } from '../../../web/teach/keys-controller.ts';
import '../../../web/teach/level.ts';
import '../../../web/teach/pad.ts';
import '../../../web/teach/transport.ts';

const host = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

let keys: KeysController;
let wishes: KeyWish[];
let moves: number;
let isPresenting: boolean;

function begin(): void {
  keys = new KeysController(
    host,
    (wish) => wishes.push(wish),
    () => isPresenting,
  );
  keys.hostConnected();
}

const count = () => {
  moves++;
};
const moved = ['kept-pad', 'kept-level', 'kept-clock'];
beforeEach(() => {
  [wishes, moves, isPresenting] = [[], 0, true];
  for (const type of moved) document.body.addEventListener(type, count);
});
afterEach(() => {
  keys.hostDisconnected();
  for (const type of moved) document.body.removeEventListener(type, count);
  document.body.replaceChildren();
  vi.restoreAllMocks();
  localStorage.clear();
});

async function focus(name: string, part: string): Promise<void> {
  const element = document.createElement(name);
  document.body.append(element);
  await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
  element.querySelector<HTMLElement>(part)!.focus();
}

const controls = [
  ['the pad', 'kept-pad', '.handle'],
  ['a fader', 'kept-level', 'input[type=range]'],
  ['the slider of months', 'kept-transport', 'input[type=range]'],
  ['a number', 'kept-level', 'input[type=text]'],
] as const;

describe('the keys of a remote control', () => {
  test.each(controls)(
    'turn while presenting though %s has the focus, and move nothing',
    async (_, name, part) => {
      begin();
      await focus(name, part);
      await userEvent.keyboard('{PageDown}{PageUp}');
      expect({ wishes, moves }).toEqual({ wishes: ['onward', 'backward'], moves: 0 });
    },
  );

  test.each(controls.slice(0, 2))('move %s where nothing is presented', async (_, name, part) => {
    isPresenting = false;
    begin();
    await focus(name, part);
    await userEvent.keyboard('{PageUp}');
    expect({ wishes, moves }).toEqual({ wishes: [], moves: 1 });
  });

  test('leave arrows to the control that has the focus', async () => {
    begin();
    await focus('kept-pad', '.handle');
    await userEvent.keyboard('{ArrowRight}');
    expect({ wishes, moves }).toEqual({ wishes: [], moves: 1 });
  });
});

describe('whether single keys work', () => {
  test('is kept for the next visit', () => {
    begin();
    keys.setOn(false);
    keys.hostDisconnected();
    begin();
    expect(keys.isOn).toBe(false);
  });

  test('holds until the page is left where the browser refuses storage', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    begin();
    expect(keys.isOn).toBe(true);
    keys.setOn(false);
    expect(keys.isOn).toBe(false);
    vi.restoreAllMocks();
  });
});
