/** The smallest stretch of one text to replace so that it becomes another; `null` where they are equal. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}

/** First and last line, from 1, that a change touches in the text after it. */
export function changedLines(before: string, after: string): readonly [from: number, to: number] {
  const change = changeBetween(before, after);
  if (!change) return [1, 1];
  const lineOf = (offset: number) => after.slice(0, offset).split('\n').length;
  const end = change.from + change.insert.length;
  const last = change.insert.endsWith('\n') ? end - 1 : end;
  return [lineOf(change.from), Math.max(lineOf(change.from), lineOf(last))];
}
