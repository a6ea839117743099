/**
 * Reads CSV by the grammar of RFC 4180, one character at a time, to check the writer with other code than its own.
 * Throws on whatever the grammar has no place for.
 */
export function readCsv(text: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let at = 0;
  const fail = (what: string) => new Error(`${what} at ${at} of ${JSON.stringify(text)}`);
  const readQuoted = () => {
    let cell = '';
    for (at++; ; at++) {
      if (at >= text.length) throw fail('a quote without end');
      if (text[at] !== '"') cell += text[at];
      else if (text[at + 1] === '"') cell += text[at++];
      else break;
    }
    at++;
    return cell;
  };
  const readPlain = () => {
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\r') {
      if (text[at] === '"' || text[at] === '\n') throw fail('a bare quote or line feed');
      at++;
    }
    return text.slice(start, at);
  };
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      row.push(text[at] === '"' ? readQuoted() : readPlain());
      if (text[at] !== separator) break;
      at++;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw fail('no end of line');
    at += 2;
    rows.push(row);
  }
  return rows;
}

/**
 * What a spreadsheet makes of the same text when it splits at `separator`: a quote counts only where it begins a cell,
 * and a line ends at any line break outside such quotes.
 */
export function readLikeSpreadsheet(text: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (inside) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[at++];
      else inside = false;
    } else if (sign === '"' && cell === '') inside = true;
    else if (sign === separator || sign === '\r' || sign === '\n') {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}
