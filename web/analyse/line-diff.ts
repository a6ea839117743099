/** A line of two texts: in both, or only in the one before or the one after. Numbers are from 1. */
export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
}

/** Beyond this many differing lines on both sides the shortest list is not looked for. */
const mostCompared = 4_000_000;

/**
 * The shortest list of lines that leads from one text to the other.
 *
 * Source  longest common subsequence by dynamic programming, after equal lines at both ends are set aside
 */
export function diffLines(before: string, after: string): DiffLine[] {
  const [from, to] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (
    tail < from.length - head &&
    tail < to.length - head &&
    from[from.length - 1 - tail] === to[to.length - 1 - tail]
  )
    tail++;
  const kept = (text: string, at: number, shift: number): DiffLine => ({
    kind: 'same',
    before: at + 1,
    after: at + 1 + shift,
    text,
  });
  const shift = to.length - from.length;
  return [
    ...from.slice(0, head).map((text, at) => kept(text, at, 0)),
    ...diffMiddle(from.slice(head, from.length - tail), to.slice(head, to.length - tail), head),
    ...from.slice(from.length - tail).map((text, at) => kept(text, from.length - tail + at, shift)),
  ];
}

function diffMiddle(from: readonly string[], to: readonly string[], head: number): DiffLine[] {
  const width = to.length + 1;
  const gone = (at: number): DiffLine => ({
    kind: 'gone',
    before: head + at + 1,
    after: null,
    text: from[at],
  });
  const fresh = (at: number): DiffLine => ({ kind: 'new', before: null, after: head + at + 1, text: to[at] });
  if (from.length * to.length > mostCompared)
    return [...from.map((_, at) => gone(at)), ...to.map((_, at) => fresh(at))];
  // Length of the longest common rest from each pair of lines on.
  const common = new Uint32Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      common[i * width + j] =
        from[i] === to[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      lines.push({ kind: 'same', before: head + i + 1, after: head + j + 1, text: from[i] });
      i++;
      j++;
    } else if (
      j >= to.length ||
      (i < from.length && common[(i + 1) * width + j] >= common[i * width + j + 1])
    )
      lines.push(gone(i++));
    else lines.push(fresh(j++));
  }
  return lines;
}

/** What of a difference is shown: changes with a few equal lines around; `null` stands for lines left out. */
export function foldDiff(lines: readonly DiffLine[], around = 3): (DiffLine | null)[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same'),
  );
  return lines.flatMap((line, at) => {
    if (near[at]) return [line];
    return at === 0 || near[at - 1] ? [null] : [];
  });
}

export function countChanges(lines: readonly DiffLine[]): number {
  const count = (wanted: DiffLine['kind']) => lines.filter(({ kind }) => kind === wanted).length;
  return Math.max(count('new'), count('gone'));
}
