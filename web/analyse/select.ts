import { html } from 'lit';

/** A choice among few, as the page's underlined select. */
export function renderSelect<Value extends string | number>(
  label: string,
  values: readonly Value[],
  current: Value,
  words: (value: Value) => string,
  choose: (value: Value) => void,
) {
  const change = ({ target }: Event) => {
    const value = values[(target as HTMLSelectElement).selectedIndex];
    if (value !== undefined) choose(value);
  };
  return html`<label class="choice">${label}
    <span class="pick"><select @change=${change}>
      ${values.map((value) => html`<option ?selected=${value === current}>${words(value)}</option>`)}
    </select></span></label>`;
}
