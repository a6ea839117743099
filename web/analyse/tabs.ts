import { html } from 'lit';

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: string;
}

/** A list of tabs as the WAI-ARIA practice has it: one is in the tab order, arrows go to the others. */
export function renderTabs<Key extends string>(
  label: string,
  prefix: string,
  tabs: readonly Tab<Key>[],
  current: Key,
  choose: (key: Key) => void,
) {
  const press = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ key }) => key === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const { key } = tabs[(to + tabs.length) % tabs.length];
    choose(key);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#${prefix}-tab-${key}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${press}>
    ${tabs.map(
      ({
        key,
        label: words,
      }) => html`<button role="tab" id="${prefix}-tab-${key}" aria-controls="${prefix}-panel-${key}"
        aria-selected=${key === current} tabindex=${key === current ? 0 : -1} @click=${() => choose(key)}>${words}</button>`,
    )}
  </div>`;
}
