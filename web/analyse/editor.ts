import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, undo, undoDepth } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { lintKeymap, setDiagnostics, setDiagnosticsEffect } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, RangeSet, StateField } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  GutterMarker,
  gutterLineClass,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlaceWords } from './describe-place.ts';
import { applyRemedy, diagnosticsOf, editorHelp, type FileHelp, noHelp, wordsAt } from './editor-help.ts';
import { editorLook } from './editor-look.ts';
import { editorReplace } from './editor-replace.ts';
import { editorSearch } from './editor-search.ts';
import { editorWrap } from './editor-wrap.ts';
import type { FileProblem } from './file-problem.ts';
import { changeBetween } from './text-change.ts';

/**
 * The editor of a scenario file. It has a shadow root, as the page's policy lets styles in there without a nonce.
 *
 * Properties  value, problems, help, label
 * Events      kept-write with the text, at each change the reader makes; kept-place with the words about the place of
 *             the cursor; kept-undo where there is nothing of its own to undo
 */
@customElement('kept-editor')
export class KeptEditor extends LitElement {
  static override styles = css`
    :host {
      position: relative;
      display: block;
      min-height: 0;
    }
    :host(:focus-within)::after {
      content: '';
      position: absolute;
      inset: 0 auto 0 0;
      z-index: 5;
      width: 2px;
      background: var(--accent);
      pointer-events: none;
    }
    .host {
      height: 100%;
    }
    .words {
      padding: 8px 12px;
    }
    .words p {
      margin: 0;
    }
    .where {
      font: 12px/1.4 var(--mono);
      color: var(--ink-3);
      overflow-wrap: anywhere;
    }
    .meaning {
      font-weight: 600;
    }
    .line {
      color: var(--ink-2);
    }
  `;
  @property({ attribute: false }) value = '';
  @property({ attribute: false }) problems: readonly FileProblem[] = [];
  @property({ attribute: false }) help: FileHelp | null = null;
  @property() label = '';
  private view: EditorView | null = null;
  private taking = false;
  private readonly labelled = new Compartment();
  private told: PlaceWords | null = null;

  override render() {
    return html`<div class="host"></div>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.view?.destroy();
    this.view = null;
  }

  override updated(changed: PropertyValues<this>): void {
    const view = this.view ?? this.start();
    if (changed.has('value')) this.take(view);
    if (changed.has('label')) view.dispatch({ effects: this.labelled.reconfigure(this.naming()) });
    if (changed.has('problems') || changed.has('value')) {
      view.dispatch(setDiagnostics(view.state, diagnosticsOf(this.problems, view.state.doc.length)));
    }
    if (changed.has('help')) this.tellPlace(view);
  }

  /** Puts the cursor at a place, counted from 1, and the keyboard there. */
  goTo(line: number, column: number): void {
    const { view } = this;
    if (!view) return;
    const at = view.state.doc.line(Math.min(line, view.state.doc.lines));
    const anchor = Math.min(at.from + column - 1, at.to);
    view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    view.focus();
  }

  /** Puts the word that was meant where a problem is. */
  correct(problem: FileProblem): void {
    if (this.view) applyRemedy(this.view, problem);
  }

  private start(): EditorView {
    const parent = this.renderRoot.querySelector('.host')!;
    const state = EditorState.create({ doc: this.value, extensions: this.extensions() });
    this.view = new EditorView({ state, parent, root: this.renderRoot as ShadowRoot });
    return this.view;
  }

  private extensions(): Extension {
    return [
      lineNumbers(),
      highlightActiveLineGutter(),
      highlightActiveLine(),
      wrongLines,
      history(),
      drawSelection(),
      indentOnInput(),
      indentUnit.of('  '),
      EditorState.tabSize.of(2),
      bracketMatching(),
      closeBrackets(),
      highlightSelectionMatches(),
      yaml(),
      editorLook,
      editorReplace,
      editorSearch,
      editorWrap,
      withinEditor,
      editorHelp(() => this.help ?? noHelp),
      this.labelled.of(this.naming()),
      keymap.of([
        { key: 'Mod-z', run: (view) => this.undo(view) },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...searchKeymap,
        ...lintKeymap,
        ...foldKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        indentWithTab,
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !this.taking) this.tell('kept-write', update.state.doc.toString());
        if (update.docChanged || update.selectionSet) this.tellPlace(update.view);
      }),
    ];
  }

  private naming(): Extension {
    return EditorView.contentAttributes.of({ 'aria-label': this.label, spellcheck: 'false', tabindex: '0' });
  }

  /** A text from elsewhere: only what differs is replaced, so that cursor and scroll stay. */
  private take(view: EditorView): void {
    const change = changeBetween(view.state.doc.toString(), this.value);
    if (!change) return;
    this.taking = true;
    view.dispatch({ changes: change });
    this.taking = false;
    showLine(view, change.from);
  }

  /** Without anything of its own left, the page's undo. */
  private undo(view: EditorView): boolean {
    if (undoDepth(view.state) > 0) return undo(view);
    this.tell('kept-undo');
    return true;
  }

  private tellPlace(view: EditorView): void {
    if (!this.help) return;
    const words = wordsAt(view.state, view.state.selection.main.head, this.help);
    if (words?.where === this.told?.where && words?.lines.join() === this.told?.lines.join()) return;
    this.told = words;
    this.tell('kept-place', words);
  }

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Scrolls the text, and nothing around it, so far that a place is seen. */
function showLine(view: EditorView, at: number): void {
  view.requestMeasure({
    read: () => view.lineBlockAt(Math.min(at, view.state.doc.length)),
    write({ top, bottom }) {
      const { scrollDOM } = view;
      const { scrollTop, clientHeight } = scrollDOM;
      if (top < scrollTop || bottom > scrollTop + clientHeight) scrollDOM.scrollTop = top - clientHeight / 3;
    },
  });
}

/** What opens at the cursor stays clear of the results beside the editor. */
const withinEditor = tooltips({
  tooltipSpace({ dom }) {
    const { left, right } = dom.getBoundingClientRect();
    return { left, right: right - 8, top: 0, bottom: innerHeight };
  },
});

const wrongNumber = new (class extends GutterMarker {
  override elementClass = 'cm-wrong';
})();

/** Numbers of lines with a problem stand out. */
const wrongLines = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(marks, { changes, effects, newDoc }) {
    const effect = effects.find((each) => each.is(setDiagnosticsEffect));
    if (!effect) return marks.map(changes);
    const lines = new Set(effect.value.map(({ from }) => newDoc.lineAt(from).from));
    return RangeSet.of(
      [...lines].map((from) => wrongNumber.range(from)),
      true,
    );
  },
  provide: (field) => gutterLineClass.from(field),
});

declare global {
  interface HTMLElementTagNameMap {
    'kept-editor': KeptEditor;
  }
}
