import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { LightElement } from '../components/light-element.ts';
import { Measured } from './measured.ts';

/** A chart whose picture is a function of its data and width, drawn anew when either changes. */
export abstract class DrawnChart<Data> extends LightElement {
  @property({ attribute: false }) data: Data | null = null;
  private readonly measured = new Measured(this, 780);

  /** The picture as the text of an SVG; all words in it escaped. */
  protected abstract draw(data: Data, width: number): string;

  override render() {
    return html`${this.data ? unsafeHTML(this.draw(this.data, this.measured.width)) : ''}`;
  }
}
