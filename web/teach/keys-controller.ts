import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a key asks for. */
export type KeyWish = 'toggle' | 'back' | 'forth' | 'presenter' | 'reveal' | 'onward' | 'backward';

const keptAt = 'kept/teach-keys';
const wishes: { readonly [key: string]: KeyWish } = {
  ',': 'back',
  '.': 'forth',
  p: 'presenter',
  P: 'presenter',
  r: 'reveal',
  R: 'reveal',
};

/** Keys of a presentation; they mean nothing out of presenter mode. */
const turns: { readonly [key: string]: KeyWish } = {
  ArrowRight: 'onward',
  ArrowLeft: 'backward',
};

/** Those of a remote control. Who holds it does not see what has the focus: no control keeps them. */
const remoteTurns: { readonly [key: string]: KeyWish } = {
  PageDown: 'onward',
  PageUp: 'backward',
};

/** Keys that work anywhere in the room. Space always plays; the others can be turned off (WCAG 2.1.4). */
export class KeysController implements ReactiveController {
  private on = readKept() !== 'off';

  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly wish: (wish: KeyWish) => void,
    private readonly turning: () => boolean,
  ) {
    element.addController(this);
  }

  get isOn(): boolean {
    return this.on;
  }

  setOn(on: boolean): void {
    this.on = on;
    keep(on ? 'on' : 'off');
    this.element.requestUpdate();
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.pressRemote, { capture: true });
    window.addEventListener('keydown', this.press);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.pressRemote, { capture: true });
    window.removeEventListener('keydown', this.press);
  }

  private readonly pressRemote = (event: KeyboardEvent): void => {
    const wish = remoteTurns[event.key];
    if (!wish || event.ctrlKey || event.metaKey || event.altKey || !this.turning()) return;
    event.preventDefault();
    event.stopPropagation();
    this.wish(wish);
  };

  private readonly press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { target } = event;
    if (isWriting(target)) return;
    if (event.key === ' ') {
      // A control that has the focus keeps the key that works it.
      if (target instanceof Element && target.closest('button, a, summary, input:not([type="range"])'))
        return;
      event.preventDefault();
      this.wish('toggle');
      return;
    }
    const turn = this.turning() && !isWorked(target) ? turns[event.key] : undefined;
    const wish = turn ?? (this.on ? wishes[event.key] : undefined);
    if (!wish) return;
    event.preventDefault();
    this.wish(wish);
  };
}

/** Whether a key is meant for what is being written or picked. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input[type="text"], select, textarea'))
  );
}

/** Whether arrows are meant for a control. */
function isWorked(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, [role="slider"], .sheet') !== null;
}

/** A browser that refuses storage has the keys on. */
function readKept(): string | null {
  try {
    return localStorage.getItem(keptAt);
  } catch {
    return null;
  }
}

function keep(value: string): void {
  try {
    localStorage.setItem(keptAt, value);
  } catch {
    // Full, or refused: it holds until the page is left.
  }
}
