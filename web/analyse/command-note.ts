import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import { text } from './text.ts';

/**
 * The command that does on a terminal what is shown, to be copied.
 *
 * Properties  command
 * Events      kept-tell once it is copied; kept-trouble where the browser forbids it
 */
@customElement('kept-command')
export class CommandNote extends LightElement {
  @property() command = '';
  @state() private copied = '';

  override render() {
    const done = this.copied === this.command;
    return html`<p class="command"><span>${text.command}</span> <code>${this.command}</code>
      <button class="word" @click=${this.copy}>${done ? text.copied : text.copy}</button></p>`;
  }

  private readonly copy = async (): Promise<void> => {
    const tell = (name: string, detail: string) =>
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
    try {
      await navigator.clipboard.writeText(this.command);
      this.copied = this.command;
      tell('kept-tell', text.copied);
    } catch {
      tell('kept-trouble', text.copyFailed);
    }
  };
}
