/** A note of two lines above the plot, beside the line that leads down to what it names. */
export interface Note {
  readonly x: number;
  readonly width: number;
}

/** Where the text of a note goes: right of its line, left of it, or nowhere. */
export type Placement = 'right' | 'left' | null;

const gap = 7;
const apart = 12;

/**
 * Sides of the notes, the first served first: each stands right of its line where it can, else left, else it is
 * left out. No text crosses another's text or line, or the edges.
 */
export function placeNotes(notes: readonly Note[], left: number, right: number): Placement[] {
  const taken: (readonly [number, number])[] = [];
  const lines: number[] = [];
  return notes.map((note, index) => {
    const ahead = index === 0 ? notes.slice(1).map(({ x }) => x) : [];
    const fits = ([from, to]: readonly [number, number]) =>
      from >= left &&
      to <= right &&
      taken.every(([start, end]) => to + apart <= start || from >= end + apart) &&
      lines.every((x) => x < from - 3 || x > to + 3);
    const options = order(note, ahead);
    const choice = options.find((side) => fits(extent(note, side)) && clear(note, taken)) ?? null;
    if (choice === null && index > 0) return null;
    const side = choice ?? (note.x > (left + right) / 2 ? 'left' : 'right');
    taken.push(extent(note, side));
    lines.push(note.x);
    return side;
  });
}

/** The first note turns away from the nearest line, so that others keep their room. */
function order(note: Note, ahead: readonly number[]): readonly ('right' | 'left')[] {
  const nearestRight = ahead.some((x) => x >= note.x && x - note.x < note.width + 2 * gap);
  return nearestRight ? ['left', 'right'] : ['right', 'left'];
}

function extent({ x, width }: Note, side: 'right' | 'left'): readonly [number, number] {
  return side === 'right' ? [x, x + gap + width] : [x - gap - width, x];
}

/** The line of a note must not run through a text that is already there. */
function clear({ x }: Note, taken: readonly (readonly [number, number])[]): boolean {
  return taken.every(([start, end]) => x <= start || x >= end);
}
