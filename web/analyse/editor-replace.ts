import { EditorView } from '@codemirror/view';

/**
 * Replaces what is selected by what is typed in the editor's own way. Left to itself, the browser keeps the look of the text
 * that goes by styles within its elements, which the page's policy forbids and the console would tell.
 */
export const editorReplace = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { state } = view;
    const { data, inputType, isComposing } = event;
    if (inputType !== 'insertText' || data === null || isComposing || state.readOnly) return false;
    const { main, ranges } = state.selection;
    if (ranges.every(({ empty }) => empty)) return false;
    const insert = () =>
      state.update(state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    // Brackets and quotes may stand around what is selected.
    const isTaken = state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, main.from, main.to, data, insert));
    if (!isTaken) view.dispatch(insert());
    return true;
  },
});
