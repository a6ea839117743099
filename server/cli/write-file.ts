import { writeFile } from 'node:fs/promises';
import { UsageError } from './command.ts';

const failures: Readonly<Record<string, string>> = {
  EEXIST: 'it exists already; name another file, or remove it first',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be written by you',
  EROFS: 'nothing can be written there',
};

/** Writes a new file; never over one that is there. Throws UsageError where it cannot. */
export async function writeNewFile(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UsageError(`cannot write ${file}: ${failures[code] ?? (error as Error).message}`, '');
  }
}
