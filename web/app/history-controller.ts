import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../state/session.ts';
import { text } from '../text.ts';

/** Undo and redo, told in words, and by their usual keys anywhere on the page. */
export class HistoryController implements ReactiveController {
  constructor(
    element: ReactiveControllerHost,
    private readonly session: Session,
    private readonly tell: (words: string) => void,
  ) {
    element.addController(this);
  }

  readonly undo = (): void => {
    const name = this.session.undoName;
    if (name === null) return;
    this.session.undo();
    this.tell(text.undone(name));
  };

  readonly redo = (): void => {
    const name = this.session.redoName;
    if (name === null) return;
    this.session.redo();
    this.tell(text.redone(name));
  };

  hostConnected(): void {
    window.addEventListener('keydown', this.press);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.press);
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    // A field that is being written in has an undo of its own.
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type === 'text') return;
    if (event.composedPath().some((node) => node instanceof HTMLElement && node.isContentEditable)) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.redo();
    else this.undo();
  };
}
