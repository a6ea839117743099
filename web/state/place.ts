/** The rooms of the page, in the order of their links. */
export const rooms = ['decide', 'teach', 'analyse'] as const;
export type Room = (typeof rooms)[number];

/** Where the reader is, as the address has it: `#/teach?scenario=lessons/the-surge.yaml&view=reveal`. */
export interface Place {
  readonly room: Room;
  /** Key of a scenario that is offered; absent for one that the address cannot name. */
  readonly scenario?: string | undefined;
  /** Name of a plan. */
  readonly plan?: string | undefined;
  /** A place within the room, in the room's own words. */
  readonly view?: string | undefined;
}

/** A place within the page, whatever is open. */
export type Spot = Pick<Place, 'room' | 'view'>;

/** Reads a fragment; `null` for one that names no room. */
export function readPlace(hash: string): Place | null {
  const [, name, , query = ''] = /^#\/([a-z]+)(\?(.*))?$/.exec(hash) ?? [];
  const room = rooms.find((known) => known === name);
  if (!room) return null;
  const given = new URLSearchParams(query);
  const part = (key: string) => given.get(key) ?? undefined;
  return { room, scenario: part('scenario'), plan: part('plan'), view: part('view') };
}

/** The fragment that leads to a place. */
export function writePlace({ room, scenario, plan, view }: Place): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ scenario, plan, view })) if (value) query.set(key, value);
  const words = query.toString().replaceAll('%2F', '/');
  return words ? `#/${room}?${words}` : `#/${room}`;
}
