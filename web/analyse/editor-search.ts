import { search } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { text } from './text.ts';

/** The panel that searches, above the text, in the words and the look of the page; and all other words of the editor. */
export const editorSearch: Extension = [
  search({ top: true }),
  EditorState.phrases.of(text.editorPhrases),
  EditorView.theme({
    '.cm-panels': { backgroundColor: 'var(--paper)', color: 'var(--ink)' },
    '.cm-panels-top': { borderBottom: '1px solid var(--hair)' },
    '.cm-panel.cm-search, .cm-panel.cm-dialog': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '2px 16px',
      padding: '6px 36px 8px 2px',
      fontFamily: 'var(--sans)',
      fontSize: 'var(--small)',
    },
    '.cm-panel.cm-search br': { display: 'none' },
    '.cm-panel.cm-search label, .cm-panel.cm-dialog label': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: '6px',
      minHeight: '28px',
      margin: '0',
      fontSize: 'var(--small)',
      color: 'var(--ink-2)',
    },
    '.cm-panel.cm-search input[type=checkbox]': {
      width: '14px',
      height: '14px',
      margin: '0',
      accentColor: 'var(--accent)',
    },
    '.cm-panel .cm-textfield': {
      flex: '1 1 max(9rem, 100% - 16rem)',
      minHeight: '28px',
      margin: '0',
      padding: '0 4px',
      backgroundColor: 'transparent',
      border: 'none',
      borderBottom: '1px solid var(--edge)',
      borderRadius: '0',
      color: 'var(--ink)',
      font: 'inherit',
      fontFamily: 'var(--mono)',
    },
    '.cm-panel .cm-textfield::placeholder': { color: 'var(--ink-3)', fontFamily: 'var(--sans)' },
    '.cm-panel .cm-button': {
      minHeight: '28px',
      margin: '0',
      padding: '0 1px',
      backgroundImage: 'none',
      backgroundColor: 'transparent',
      border: 'none',
      color: 'var(--ink)',
      font: 'inherit',
      textDecoration: 'underline',
      textDecorationColor: 'var(--edge)',
      textUnderlineOffset: '4px',
      cursor: 'pointer',
    },
    '.cm-panel.cm-search button[name=close], .cm-panel .cm-dialog-close': {
      position: 'absolute',
      top: '6px',
      right: '4px',
      width: '28px',
      height: '28px',
      padding: '0',
      fontSize: '18px',
      lineHeight: '1',
      color: 'var(--ink-2)',
      cursor: 'pointer',
    },
    '.cm-panel :is(input, button):focus-visible': {
      outline: '2px solid var(--accent)',
      outlineOffset: '1px',
    },
  }),
];
