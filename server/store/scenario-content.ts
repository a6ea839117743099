import { isUtf8 } from 'node:buffer';
import { storeLimits } from './limits.ts';
import { StoreProblem } from './store-problem.ts';

/**
 * Whether a file of that name is a scenario: all YAML is, JSON where it names the format near its beginning. Other
 * JSON files share the folder.
 */
export function isScenario(name: string, bytes: Uint8Array): boolean {
  if (!name.endsWith('.json')) return true;
  const head = Buffer.from(bytes.subarray(0, storeLimits.headBytes)).toString('utf8');
  return /"format"\s*:\s*"kept\//.test(head);
}

/** Refuses what is no text in UTF-8 or too much of it. Mistakes in a scenario are no business of the store. */
export function requireContent(name: string, bytes: Uint8Array): void {
  if (bytes.length > storeLimits.bytes)
    throw refuse(413, `it is larger than ${storeLimits.bytes / 1024} KiB; keep data in files of their own`);
  if (!isUtf8(bytes)) throw refuse(422, 'it is not text in UTF-8');
  if (bytes.includes(0)) throw refuse(422, 'it holds a zero byte, so it is not text');
  if (!isScenario(name, bytes))
    throw refuse(422, 'a JSON scenario holds "format": "kept/1" at its beginning');
}

function refuse(status: number, why: string): StoreProblem {
  return new StoreProblem(status, 'content', `This is not the text of a scenario: ${why}.`);
}

/** The title that the beginning of a scenario names, read without parsing it: at most 200 characters of one line. */
export function findTitle(name: string, head: string): string | undefined {
  const [, written] =
    (name.endsWith('.json')
      ? /"title"\s*:\s*("(?:[^"\\\n]|\\.)*")/.exec(head)
      : /^title:[ \t]+([^\r\n]*)/m.exec(head)) ?? [];
  const title = written && unquote(written.trim());
  return title && !/\p{Cc}/u.test(title) ? title.slice(0, 200) : undefined;
}

function unquote(written: string): string {
  const [, double] = /^("(?:[^"\\]|\\.)*")/.exec(written) ?? [];
  if (double !== undefined) {
    try {
      return String(JSON.parse(double));
    } catch {
      return '';
    }
  }
  const [, single] = /^'((?:[^']|'')*)'/.exec(written) ?? [];
  if (single !== undefined) return single.replaceAll("''", "'");
  return /^[|>&*!"']/.test(written) ? '' : written.replace(/(^|\s)#.*$/, '').trim();
}
