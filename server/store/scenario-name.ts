import { storeLimits } from './limits.ts';
import { StoreProblem } from './store-problem.ts';

const nameRule =
  `A name has up to ${storeLimits.parts} parts divided by "/", each of at most ${storeLimits.partBytes} bytes, ` +
  'and ends in .yaml, .yml or .json, such as lessons/fee.yaml.';

/** What some system takes for something else than a part of a name, or does not show. */
const forbidden = /[\p{C}\p{Zl}\p{Zp}<>:"|?*/\\]|[^\S ]/u;
const scenarioEnding = /\.(ya?ml|json)$/;
const device = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com\d|lpt\d)$/;

/** Refuses a name that some system could take for another file, or for one outside of the folder. */
export function requireName(name: string): void {
  const wrong = explainName(name);
  if (wrong) throw new StoreProblem(400, 'name', `This is no name of a scenario: ${wrong}. ${nameRule}`);
}

/** What is wrong with a name; nothing for one that every system takes for the same file. */
export function explainName(name: string): string | undefined {
  if (name === '') return 'it is empty';
  const parts = name.split('/');
  if (parts.length > storeLimits.parts) return `it has ${parts.length} parts`;
  for (const part of parts) {
    const wrong = explainPart(part);
    if (wrong) return wrong;
  }
  const last = parts.length - 1;
  if (!scenarioEnding.test(parts[last])) return 'it ends otherwise, or in capitals';
  if (parts[last].endsWith('.schema.json')) return 'a schema is no scenario';
  if (parts.some((part, index) => index < last && scenarioEnding.test(part)))
    return 'a folder has the ending of a file';
  return undefined;
}

/** Also checked in the form into which some systems turn a name, where a wide full stop is a full stop. */
function explainPart(part: string): string | undefined {
  const compatible = part.normalize('NFKC');
  for (const form of [part, compatible]) {
    if (form === '') return 'a part of it is empty';
    if (forbidden.test(form))
      return 'it holds a character that cannot be seen or that some system does not allow';
    if (form.startsWith('.')) return 'a part of it begins with a full stop';
    if (form.startsWith(' ') || /[. ]$/.test(form))
      return 'a part of it begins or ends with a space or ends with a full stop';
  }
  if (part !== part.normalize('NFC')) return 'its accents are not in the composed form (NFC)';
  if (Buffer.byteLength(part) > storeLimits.partBytes) return `a part of it is too long`;
  const [base] = foldName(part).split('.');
  return device.test(base.trimEnd()) ? `"${base}" is a device on Windows` : undefined;
}

/** The same text for names that some system, or some reader, takes for one. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

/** The name with a number, from 2 on, in place of the one that a copy before it was given: `fee 2.yaml`, `fee 3.yaml`. */
export function numberName(name: string, number: number): string {
  const ending = scenarioEnding.exec(name)?.[0] ?? '';
  return `${name.slice(0, name.length - ending.length).replace(/ [2-9]$/, '')} ${number}${ending}`;
}

/** The media type of a scenario, by its ending. */
export function mediaTypeOf(name: string): 'application/json' | 'application/yaml' {
  return name.endsWith('.json') ? 'application/json' : 'application/yaml';
}
