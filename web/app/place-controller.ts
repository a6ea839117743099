import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Choice } from '../state/choice.ts';
import { type Place, type Room, readPlace, writePlace } from '../state/place.ts';

/** Keeps the address and the room in step. A change of room is a step of the browser's history, all else is not. */
export class PlaceController implements ReactiveController {
  private place: Place = readPlace(location.hash) ?? { room: 'decide' };
  /** What each room showed when it was left, and of which document. */
  private readonly left = new Map<Room, { readonly document: unknown; readonly view: string | undefined }>();

  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly choice: () => Choice | undefined,
    private readonly arrived: (place: Place) => void,
  ) {
    element.addController(this);
  }

  get room(): Room {
    return this.place.room;
  }

  get view(): string | undefined {
    return this.place.view;
  }

  /** What the address asked for when the page was opened, or last came to. */
  get current(): Place {
    return this.place;
  }

  /** Says where the reader is by now. */
  readonly note = (news: Partial<Place>): void => {
    const next = { ...this.place, ...news };
    const address = writePlace(next);
    this.place = next;
    // A link that was shared stays in the address until it is read.
    if (address === location.hash || /^#kept\d/.test(location.hash)) return;
    history.replaceState(history.state, '', address);
  };

  readonly goTo = (room: Room): void => {
    if (room === this.room) return;
    this.leave();
    this.place = { ...this.place, room, view: this.viewLeft(room) };
    history.pushState(null, '', writePlace(this.place));
    this.element.requestUpdate();
  };

  hostConnected(): void {
    window.addEventListener('hashchange', this.look);
    window.addEventListener('popstate', this.look);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.look);
    window.removeEventListener('popstate', this.look);
  }

  private readonly look = (): void => {
    const place = readPlace(location.hash);
    if (!place || writePlace(place) === writePlace(this.place)) return;
    this.leave();
    this.place = place;
    this.arrived(place);
    this.element.requestUpdate();
  };

  private leave(): void {
    this.left.set(this.room, { document: this.choice()?.document.key, view: this.view });
  }

  /** A room shows again what it did, where the same document is open still. */
  private viewLeft(room: Room): string | undefined {
    const left = this.left.get(room);
    return left?.document === this.choice()?.document.key ? left?.view : undefined;
  }
}
