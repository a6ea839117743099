import { HighlightStyle, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import type { Extension, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const actionLook = {
  margin: '6px 0 0',
  padding: '4px 2px',
  minHeight: '24px',
  backgroundColor: 'transparent',
  color: 'var(--ink)',
  border: 'none',
  font: 'inherit',
  display: 'block',
  textDecoration: 'underline',
  textDecorationColor: 'var(--edge)',
  textUnderlineOffset: '4px',
  cursor: 'pointer',
};

const colours = [
  { tag: tags.definition(tags.propertyName), color: 'var(--gain)' },
  { tag: tags.comment, color: 'var(--ink-3)' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.separator, tags.brace, tags.squareBracket, tags.punctuation], color: 'var(--ink-2)' },
  { tag: [tags.meta, tags.labelName, tags.typeName], color: 'var(--accent)' },
];

/** Colours and type of the editor, all from the page's tokens, which reach into its shadow. */
export const editorLook: Extension = [
  EditorView.theme({
    '&': { color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: 'var(--small)', height: '100%' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
    '.cm-content': { caretColor: 'var(--accent)', padding: '10px 0 16px' },
    '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
    '.cm-line': { padding: '0 12px 0 8px' },
    '.cm-gutters': {
      backgroundColor: 'var(--paper)',
      color: 'var(--ink-3)',
      border: 'none',
      minWidth: '2.6rem',
    },
    '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 4px', minWidth: '2.2rem' },
    '.cm-lineNumbers .cm-wrong': { color: 'var(--loss-text)', fontWeight: '700' },
    '.cm-activeLine': { backgroundColor: 'var(--inset)' },
    '.cm-activeLineGutter': { backgroundColor: 'var(--inset)', color: 'var(--ink)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection':
      {
        backgroundColor: 'var(--accent-wash)',
      },
    '.cm-selectionMatch, .cm-searchMatch': { backgroundColor: 'var(--accent-wash)' },
    '.cm-searchMatch-selected': { outline: '1px solid var(--accent)' },
    '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--edge)' },
    '&.cm-focused .cm-nonmatchingBracket': {
      backgroundColor: 'transparent',
      outline: '1px solid var(--loss)',
    },
    '.cm-foldPlaceholder': {
      backgroundColor: 'transparent',
      borderColor: 'var(--edge)',
      color: 'var(--ink-2)',
    },
    // The wave of the package is a picture, which the page’s policy does not let in.
    '.cm-lintRange-error': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--loss) 1.5px',
      textUnderlineOffset: '4px',
      textDecorationSkipInk: 'none',
    },
    '.cm-lintPoint-error:after': { borderBottomColor: 'var(--loss)' },
    '.cm-tooltip': {
      backgroundColor: 'var(--paper)',
      color: 'var(--ink)',
      border: '1px solid var(--ink)',
      maxWidth: '26rem',
      fontFamily: 'var(--sans)',
      fontSize: 'var(--small)',
      lineHeight: '1.45',
    },
    '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', fontSize: 'var(--small)' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', lineHeight: '1.4' },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--accent)',
      color: 'var(--on-accent)',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected] .cm-completionDetail': {
      color: 'var(--on-accent)',
    },
    '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal' },
    '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
    '.cm-tooltip.cm-completionInfo': { padding: '8px 12px', width: '18rem' },
    '.cm-diagnostic': { padding: '8px 12px', borderLeft: '3px solid var(--loss)' },
    '.cm-diagnosticAction': actionLook,
  }),
  syntaxHighlighting(HighlightStyle.define(colours)),
  boldNumbers(),
];

/** Values that begin with a number stand out, as they are what one looks for. */
function boldNumbers(): Extension {
  const mark = Decoration.mark({ class: 'cm-amount' });
  const find = (view: EditorView): DecorationSet => {
    const found: Range<Decoration>[] = [];
    for (const { from, to } of view.visibleRanges) {
      syntaxTree(view.state).iterate({
        from,
        to,
        enter: ({ name, from: start, to: end, node }) => {
          if (name !== 'Literal' || node.parent?.name === 'Key' || end - start > 60) return;
          if (/^[-+]?\d/.test(view.state.doc.sliceString(start, start + 2)))
            found.push(mark.range(start, end));
        },
      });
    }
    return Decoration.set(found, true);
  };
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = find(view);
      }
      update(update: ViewUpdate) {
        const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
        if (update.docChanged || update.viewportChanged || parsed) this.decorations = find(update.view);
      }
    },
    { decorations: ({ decorations }) => decorations },
  );
  return [plugin, EditorView.theme({ '.cm-amount': { fontWeight: '600' } })];
}
