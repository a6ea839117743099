import { html } from 'lit';

export const minusIcon = html`<svg viewBox="0 0 14 14" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true"><path d="M2 7h10" /></svg>`;
export const plusIcon = html`<svg viewBox="0 0 14 14" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true"><path d="M2 7h10M7 2v10" /></svg>`;
export const tableIcon = html`<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true"><path d="M2 3.5h12M2 8h12M2 12.5h12M6.5 3.5v9" /></svg>`;
