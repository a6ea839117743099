import { LitElement } from 'lit';

/** An element without shadow: one style sheet reaches all of the page, and labels may point across elements. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
