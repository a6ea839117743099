import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { failureOf } from '../runner/runner.ts';
import type { Room } from '../state/place.ts';
import { text } from '../text.ts';

const loaders = {
  teach: () => import('../teach/teach.ts'),
  analyse: () => import('../analyse/analyse.ts'),
} satisfies Partial<Record<Room, () => Promise<unknown>>>;

/** Rooms that come on demand. */
export class RoomLoader implements ReactiveController {
  private readonly states = new Map<Room, string | null>();

  constructor(private readonly element: ReactiveControllerHost) {
    element.addController(this);
  }

  hostConnected(): void {}

  /** Words to show while a room is not there; `null` once it is. */
  load(room: keyof typeof loaders): string | null {
    const known = this.states.get(room);
    if (known !== undefined) return known;
    const loading = text.roomLoading(text.rooms[room]);
    this.states.set(room, loading);
    loaders[room]().then(
      () => this.become(room, null),
      (error) => this.become(room, text.roomFailed(text.rooms[room], failureOf(error).message)),
    );
    return loading;
  }

  private become(room: Room, state: string | null): void {
    this.states.set(room, state);
    this.element.requestUpdate();
  }
}
