import { html, nothing } from 'lit';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A native select that looks like an underlined value. `label` where no label element names it. */
export function pick(
  id: string,
  options: readonly Option[],
  value: string,
  change: (value: string) => void,
  label?: string,
) {
  const picked = (event: Event) => change((event.target as HTMLSelectElement).value);
  return html`<span class="pick"
    ><select id=${id} aria-label=${label ?? nothing} @change=${picked}>
      ${options.map((option) => html`<option value=${option.value} .selected=${option.value === value}>${option.label}</option>`)}
    </select></span
  >`;
}
