import { LitElement, type PropertyValues } from 'lit';
import { jobInFocus, returnFocus } from './keep-focus.ts';

/** An element without shadow: one style sheet reaches all of the page, and labels may point across elements. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override update(changed: PropertyValues): void {
    const job = jobInFocus(this);
    super.update(changed);
    // Once the elements within are drawn, too.
    if (job) void this.updateComplete.then(() => returnFocus(job));
  }
}
