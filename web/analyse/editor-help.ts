import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Diagnostic } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { type EditorView, hoverTooltip, type Rect } from '@codemirror/view';
import { type FileNames, noNames, offersAt } from './complete.ts';
import { describePlace, type KnownFile, type PlaceWords } from './describe-place.ts';
import { findPlace } from './file-place.ts';
import type { FileProblem } from './file-problem.ts';
import type { FileSchema } from './file-schema.ts';
import { text } from './text.ts';

/** What the editor asks about the file while it is written. */
export interface FileHelp {
  readonly schema: FileSchema | null;
  readonly known: () => KnownFile | null;
  readonly names: FileNames;
}

export const noHelp: FileHelp = { schema: null, known: () => null, names: noNames };

/** Completion and documentation; `help` is asked anew each time. */
export function editorHelp(help: () => FileHelp): Extension {
  const complete = (context: CompletionContext): CompletionResult | null => {
    const { schema, names } = help();
    if (!schema) return null;
    const place = findPlace(context.state.doc.toString(), context.pos);
    const written = context.state.sliceDoc(place.from, context.pos);
    if (written === '' && !context.explicit) return null;
    const column = place.from - context.state.doc.lineAt(place.from).from;
    const options = offersAt(schema, place, names, column).map(
      ({ label, kind, apply, detail, info }): Completion => ({
        label,
        apply,
        type: kind === 'key' ? 'property' : 'enum',
        ...(detail && { detail }),
        ...(info && { info }),
      }),
    );
    return options.length === 0 ? null : { from: place.from, options, validFor: /^[\p{L}\d _-]*$/u };
  };
  const hover = hoverTooltip((view, pos) => {
    const words = wordsAt(view.state, pos, help());
    if (!words) return null;
    return { pos, above: false, create: () => ({ dom: renderWords(words) }) };
  });
  return [autocompletion({ override: [complete], icons: false, positionInfo: besideList }), hover];
}

/** Below the list, or above it where there is no room: on it, it would hide what else there is. */
function besideList(_view: EditorView, list: Rect, _option: Rect, info: Rect, space: Rect) {
  const height = `${list.bottom - list.top - 1}px`;
  const side = space.bottom - list.bottom < info.bottom - info.top ? 'bottom' : 'top';
  return { style: `${side}: ${height}; left: -1px; max-width: ${space.right - list.left}px` };
}

/** What is known of the key, or of the value, at a character. */
export function wordsAt(state: EditorState, pos: number, { schema, known }: FileHelp): PlaceWords | null {
  if (!schema) return null;
  const line = state.doc.lineAt(pos);
  const rest = /^[^\s:,{}[\]#]*/.exec(line.text.slice(pos - line.from))![0];
  const end = pos + rest.length;
  const place = findPlace(state.doc.toString(), end);
  const word = state.sliceDoc(place.from, end).trim();
  if (place.role === 'value') return describePlace(schema, place.path, known());
  return word === '' ? null : describePlace(schema, [...place.path, word], known());
}

function renderWords({ where, meaning, lines }: PlaceWords): HTMLElement {
  const box = document.createElement('div');
  box.className = 'words';
  const add = (name: string, content: string) => {
    const line = document.createElement('p');
    line.className = name;
    line.textContent = content;
    box.append(line);
  };
  add('where', where);
  add('meaning', meaning);
  for (const line of lines) add('line', line);
  return box;
}

/** Problems as the editor marks them, each with what corrects it. */
export function diagnosticsOf(problems: readonly FileProblem[], length: number): Diagnostic[] {
  return problems.map((problem) => {
    const { from, to, message, path, remedy } = problem;
    return {
      from: Math.min(from, length),
      to: Math.min(to, length),
      severity: 'error' as const,
      message: `${path} ${message}`.trim(),
      ...(remedy && {
        actions: [{ name: text.correct, apply: (view: EditorView) => applyRemedy(view, problem) }],
      }),
    };
  });
}

export function applyRemedy(view: EditorView, { remedy }: FileProblem): void {
  if (!remedy) return;
  const { from, to, insert } = remedy;
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
    userEvent: 'input.complete',
  });
  view.focus();
}
