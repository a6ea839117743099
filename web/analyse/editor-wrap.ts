import type { Extension, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** Deeper lines hang no further, so that a phone has room for words beside them. */
const deepest = 12;
const margin = 8;

/** Long lines break, and what follows hangs below their first word, two signs further. */
export const editorWrap: Extension = [
  EditorView.lineWrapping,
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = hang(view);
      }
      update({ docChanged, viewportChanged, view }: ViewUpdate) {
        if (docChanged || viewportChanged) this.decorations = hang(view);
      }
    },
    { decorations: ({ decorations }) => decorations },
  ),
  EditorView.theme(
    Object.fromEntries(
      Array.from({ length: deepest + 1 }, (_, indent) => [
        `.cm-line.cm-hang-${indent}`,
        { paddingLeft: `calc(${margin}px + ${indent + 2}ch)`, textIndent: `-${indent + 2}ch` },
      ]),
    ),
  ),
];

const hanging = Array.from({ length: deepest + 1 }, (_, indent) =>
  Decoration.line({ class: `cm-hang-${indent}` }),
);

function hang(view: EditorView): DecorationSet {
  const lines: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      const [spaces] = /^ */.exec(line.text)!;
      lines.push(hanging[Math.min(spaces.length, deepest)].range(line.from));
      at = line.to + 1;
    }
  }
  return Decoration.set(lines, true);
}
