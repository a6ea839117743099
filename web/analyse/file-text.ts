import type { Evidence } from '../../models/index.ts';
import { formatNumber, thin } from '../format.ts';

/** Words about the file: its editor, its problems, and what stands at a place. */
export const fileText = {
  // The file.
  editor: (file: string) => `Scenario file ${file}`,
  fileTabs: 'Views of the file',
  fileView: (file: string) => file,
  diffView: 'Diff with the file as opened',
  diffViewCount: (count: number) =>
    `Diff with the file as opened, ${formatNumber(count)} line${count === 1 ? '' : 's'}`,
  diffNone: 'The file is as it was opened.',
  diffFolded: 'equal lines',
  diffTable: 'Lines that differ from the file as opened',
  diffColumns: { before: 'As opened', after: 'Now', change: 'Change', line: 'Line' },
  diffKinds: { same: 'the same', gone: 'gone', new: 'new' },
  loadingEditor: 'The editor is loading.',
  editorFailed: (why: string) => `The file could not be shown: ${why}. Reload the page to try again.`,
  noProblem: 'No problem',
  problems: (count: number) => `${formatNumber(count)} problem${count === 1 ? '' : 's'}`,
  problemList: 'Problems of the file',
  goTo: (line: number, column: number) => `Go to line ${line}, column ${column}`,
  correct: 'Correct it',
  correctTo: (word: string) => `Correct to ${word}`,
  keys: 'Tab indents; Escape, then Tab, leaves the editor. F8 goes to the next problem, Ctrl+Space completes, Ctrl+F searches.',
  edited: (from: number, to: number) => (from === to ? `edit line ${from}` : `edit lines ${from} to ${to}`),
  lastValid: (time: string, line: number) =>
    `Results of the last valid file, ${time}. Correct line ${line} to run the file as it stands.`,
  neverValid: (line: number) => `Results of the file as it was. Correct line ${line} to run it as it stands.`,
  draftKept: 'This is what you were writing.',
  draftOld: 'This is what you were writing; the file was changed elsewhere meanwhile.',
  dropDraft: 'Go back to the valid file',

  // Documentation of a place.
  atPlace: 'At the cursor',
  noPlace: 'Put the cursor on a key to read what it means.',
  takes: (what: string) => `Takes ${what}.`,
  here: (value: string) => `In the file: ${value}.`,
  leftOut: (value: string) => `Left out, it is ${value}.`,
  byDefault: (value: string) => `By default ${value}.`,
  bounds: (low: string, high: string) => `Between ${low} and ${high}.`,
  atLeast: (low: string) => `At least ${low}.`,
  atMost: (high: string) => `At most ${high}.`,
  range80: (low: string, high: string) => `, 80${thin}%: ${low} to ${high}`,
  evidence: {
    assumed: 'assumed',
    expert: 'expert',
    fitted: 'fitted',
    backtested: 'back-tested',
  } satisfies Record<Evidence, string>,
  rests: (evidence: string, source: string) => `${evidence}: ${source}`,
  required: 'must be there',
};
