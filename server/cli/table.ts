/** Left-aligned first column, the others to the right; the first shrinks until a line fits, and no name reads as another. */
export function formatTable(rows: readonly (readonly string[])[], columns: number): string[] {
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const others = widths.slice(1).reduce((sum, width) => sum + width + gap.length, 0);
  const names = [...new Set(rows.map(([name]) => name))];
  const first = Math.max(narrowestOf(names), Math.min(widths[0], columns - others));
  return rows.map(([name, ...cells]) => {
    const right = cells.map((cell, index) => gap + cell.padStart(widths[index + 1]));
    return (shorten(name, first).padEnd(first) + right.join('')).trimEnd();
  });
}

const gap = '   ';
const narrowest = 12;

/** Where all of these names, as they are shortened, still differ. */
function narrowestOf(names: readonly string[]): number {
  let width = narrowest;
  while (new Set(names.map((name) => shorten(name, width))).size < names.length) width++;
  return width;
}

function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** Breaks text at spaces; a word longer than a line keeps its length. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
