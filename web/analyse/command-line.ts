/** A word as a shell takes it: in quotes where it has to be. */
export function shellWord(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A command of the terminal that does the same; options without a value are left out. */
export function commandLine(
  command: string,
  file: string,
  options: readonly (readonly [name: string, value: string | number | null])[] = [],
): string {
  const given = options.flatMap(([name, value]) =>
    value === null ? [] : [`--${name}`, shellWord(`${value}`)],
  );
  return ['npx', 'kept', command, shellWord(file), ...given].join(' ');
}
