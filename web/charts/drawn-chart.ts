import { html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { LightElement } from '../components/light-element.ts';

/** A chart whose picture is a function of its data and width, drawn anew when either changes. */
export abstract class DrawnChart<Data> extends LightElement {
  @property({ attribute: false }) data: Data | null = null;
  @state() private width = 780;
  private observer: ResizeObserver | null = null;

  /** The picture as the text of an SVG; all words in it escaped. */
  protected abstract draw(data: Data, width: number): string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer = new ResizeObserver(() => {
      this.width = this.clientWidth || this.width;
    });
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
  }

  override render() {
    return html`${this.data ? unsafeHTML(this.draw(this.data, this.width)) : ''}`;
  }
}
