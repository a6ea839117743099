/** Where in a scenario file a character stands. */
export interface FilePlace {
  /** Keys from the top, and places in lists such as `[0]`. */
  readonly path: readonly string[];
  /** Whether a key of the map at `path` is being written, or the value at `path`. */
  readonly role: 'key' | 'value';
  /** Where the word being written starts. */
  readonly from: number;
  /** Keys that the map around has already. */
  readonly present: ReadonlySet<string>;
  /** Within braces or brackets. */
  readonly flow: boolean;
}

/** A level of the file above the line in question. */
interface Level {
  readonly indent: number;
  readonly step: string;
  /** For a list: the items met so far. */
  items?: number;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

const keyPattern =
  /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#:{}[\],"'&*!|>%@`-][^:#{}[\],]*?|-[^\s:][^:#{}[\],]*?)\s*:(?=\s|$)/;

/**
 * Finds the place of a character by indentation and brackets, so that it is found in a file that is being written and
 * that no parser would take.
 */
export function findPlace(text: string, offset: number): FilePlace {
  const lines = linesOf(text);
  const current = lines.findLastIndex(({ start }) => start <= offset);
  const levels: Level[] = [];
  let open: Flow | null = null;
  let skipDeeper = Number.POSITIVE_INFINITY;
  for (let at = 0; at <= current; at++) {
    const line = lines[at];
    const last = at === current;
    const shown = last ? line.text.slice(0, offset - line.start) : line.text;
    if (open) {
      open = scanFlow(shown, line.start, open);
      continue;
    }
    const indent = /^ */.exec(shown)![0].length;
    const rest = shown.slice(indent);
    if (!last && (rest === '' || rest.startsWith('#'))) continue;
    if (rest !== '' && indent > skipDeeper) continue;
    skipDeeper = Number.POSITIVE_INFINITY;
    const read = readLine(levels, indent, rest, line.start + indent);
    if (read.block) skipDeeper = read.indent;
    if (read.value !== null) open = scanFlow(read.value, read.valueStart, emptyFlow(read.valueStart));
    if (last) return placeOn(levels, read, open, lines, at);
    if (open?.frames.length === 0) open = null;
  }
  return flowPlace(levels, open!);
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { start, text: line.replace(/\r$/, '') };
    start += line.length + 1;
    return found;
  });
}

interface ReadLine {
  /** Column and offset of the key, or of what is being written. */
  readonly indent: number;
  readonly start: number;
  /** What follows the key; `null` where there is no key yet. */
  readonly value: string | null;
  readonly valueStart: number;
  /** The value is a block of text. */
  readonly block: boolean;
}

/** Takes one line to its levels; those that it ends are taken away. */
function readLine(levels: Level[], indent: number, rest: string, offset: number): ReadLine {
  let [column, left, at] = [indent, rest, offset];
  const isItem = () => /^-(?:\s|$)/.test(left);
  while (levels.length > 0 && endsBefore(levels[levels.length - 1], column, isItem())) levels.pop();
  while (isItem()) {
    const list = levels.at(-1);
    const isList = list?.indent === column && list.items !== undefined;
    const items = isList ? list.items! + 1 : 0;
    if (isList) levels.pop();
    levels.push({ indent: column, step: `[${items}]`, items });
    const width = /^-\s*/.exec(left)![0].length;
    [column, left, at] = [column + width, left.slice(width), at + width];
  }
  const key = keyPattern.exec(left);
  const isFlow = /^[{[]/.test(left);
  if (!key) return { indent: column, start: at, value: isFlow ? left : null, valueStart: at, block: false };
  levels.push({ indent: column, step: unquote(key[1]) });
  const value = left.slice(key[0].length);
  const block = /^\s*[|>][-+\d]*\s*$/.test(value);
  return { indent: column, start: at, value: block ? '' : value, valueStart: at + key[0].length, block };
}

/** A list may stand at the column of its key; all else of a level stands further in. */
function endsBefore({ indent }: Level, column: number, isItem: boolean): boolean {
  if (indent > column) return true;
  if (indent < column) return false;
  return !isItem;
}

function placeOn(
  levels: readonly Level[],
  read: ReadLine,
  open: Flow | null,
  lines: readonly Line[],
  at: number,
) {
  if (open && open.frames.length > 0) return flowPlace(levels, open);
  const path = levels.map(({ step }) => step);
  if (read.value === null) {
    const present = keysBeside(lines, at, read.indent);
    return { path, role: 'key', from: read.start, present, flow: false } as const;
  }
  const from = read.valueStart + /^\s*/.exec(read.value)![0].length;
  return { path, role: 'value', from, present: new Set<string>(), flow: false } as const;
}

/** Keys at the same column, above and below, with nothing further out between. */
function keysBeside(lines: readonly Line[], at: number, column: number): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (step: number) => {
    for (let k = at + step; k >= 0 && k < lines.length; k += step) {
      const { text } = lines[k];
      if (/^\s*(#|$)/.test(text)) continue;
      const [lead] = /^ *(?:- +)*/.exec(text)!;
      const indent = /^ */.exec(text)![0].length;
      const isItem = lead.length > indent;
      // The first key of an item stands behind its mark; the next item's key is another map's.
      if (isItem && step > 0 && indent < column) return;
      if (lead.length < column) return;
      if (lead.length === column) {
        const key = keyPattern.exec(text.slice(lead.length));
        if (key) found.add(unquote(key[1]));
      }
      if (isItem && indent < column) return;
    }
  };
  look(-1);
  look(1);
  return found;
}

/** Braces and brackets that are open. */
interface Flow {
  readonly frames: Frame[];
  quote: string | null;
  /** Where the present word starts. */
  start: number;
}

interface Frame {
  readonly kind: '{' | '[';
  key: string | null;
  items: number;
  readonly present: Set<string>;
  word: string;
}

function emptyFlow(start: number): Flow {
  return { frames: [], quote: null, start };
}

function scanFlow(text: string, offset: number, flow: Flow): Flow {
  for (let k = 0; k < text.length; k++) {
    const sign = text[k];
    const frame = flow.frames.at(-1);
    if (flow.quote) {
      if (sign === flow.quote && text[k - 1] !== '\\') flow.quote = null;
      if (frame) frame.word += sign;
      continue;
    }
    if (sign === '#' && (k === 0 || /\s/.test(text[k - 1]))) break;
    if ((sign === '"' || sign === "'") && (!frame || frame.word.trim() === '')) flow.quote = sign;
    if (sign === '{' || sign === '[') {
      if (frame || /^\s*$/.test(text.slice(0, k)) || flow.frames.length > 0) {
        flow.frames.push({ kind: sign, key: null, items: 0, present: new Set(), word: '' });
        flow.start = offset + k + 1;
        continue;
      }
    }
    if (!frame) continue;
    if (sign === '}' || sign === ']') {
      flow.frames.pop();
      flow.start = offset + k + 1;
    } else if (sign === ',') {
      Object.assign(frame, { key: null, items: frame.items + 1, word: '' });
      flow.start = offset + k + 1;
    } else if (
      sign === ':' &&
      frame.kind === '{' &&
      frame.key === null &&
      /^(\s|$)/.test(text.slice(k + 1))
    ) {
      frame.key = unquote(frame.word.trim());
      frame.present.add(frame.key);
      frame.word = '';
      flow.start = offset + k + 1;
    } else {
      if (frame.word.trim() === '' && /\S/.test(sign)) flow.start = offset + k;
      frame.word += sign;
    }
  }
  if (flow.frames.length > 0 && flow.frames.at(-1)!.word.trim() === '') flow.start = offset + text.length;
  return flow;
}

function flowPlace(levels: readonly Level[], { frames, start }: Flow): FilePlace {
  const path = levels.map(({ step }) => step);
  for (const { kind, key, items } of frames) {
    if (kind === '[') path.push(`[${items}]`);
    else if (key !== null) path.push(key);
  }
  const frame = frames.at(-1);
  const role = frame?.kind === '{' && frame.key === null ? 'key' : 'value';
  return { path, role, from: start, present: frame?.present ?? new Set(), flow: true };
}

function unquote(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key;
}
