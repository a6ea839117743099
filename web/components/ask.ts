import { html, nothing, render, type TemplateResult } from 'lit';
import { serverText as words } from '../server-text.ts';
import { text } from '../text.ts';

/** Shows a dialog until it is closed. Resolves with the answer; null when it was closed without one. */
function ask<T>(view: (answer: (value: T | null) => void) => TemplateResult): Promise<T | null> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'sheet-dialog';
    dialog.setAttribute('aria-labelledby', 'ask-title');
    let given: T | null = null;
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(given);
    });
    const answer = (value: T | null) => {
      given = value;
      dialog.close();
    };
    render(view(answer), dialog);
    document.body.append(dialog);
    dialog.showModal();
  });
}

interface Field {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly go: string;
  readonly type: 'text' | 'password';
  readonly value: string;
  /** What was wrong with the answer before. */
  readonly wrong: string | null;
}

/** Asks for one line; it comes back without outer spaces. */
function askForLine({ title, label, hint, go, type, value, wrong }: Field): Promise<string | null> {
  return ask<string>((answer) => {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const field = (event.target as HTMLFormElement).querySelector('input');
      const line = field?.value.trim() ?? '';
      if (line === '') field?.focus();
      else answer(line);
    };
    return html`<form @submit=${submit} novalidate>
      <h2 id="ask-title">${title}</h2>
      ${wrong === null ? nothing : html`<p class="wrong" id="ask-wrong">${wrong}</p>`}
      <label class="line-field"
        >${label}
        <input type=${type} .value=${value} autocomplete="off" autocapitalize="off" spellcheck="false" required autofocus
          aria-invalid=${wrong === null ? nothing : 'true'} aria-describedby=${wrong === null ? 'ask-hint' : 'ask-wrong ask-hint'} />
      </label>
      <p class="hint" id="ask-hint">${hint}</p>
      <div class="acts">
        <button class="button filled" type="submit">${go}</button>
        <button class="word" type="button" @click=${() => answer(null)}>${words.dismiss}</button>
      </div>
    </form>`;
  });
}

/** Asks for a token. */
export function askForToken(wrong: string | null): Promise<string | null> {
  return askForLine({
    title: words.tokenTitle,
    label: words.tokenField,
    hint: words.tokenWhy,
    go: words.tokenGo,
    type: 'password',
    value: '',
    wrong,
  });
}

/** Asks under which name to save. */
export function askForName(value: string, wrong: string | null): Promise<string | null> {
  return askForLine({
    title: words.saveTitle,
    label: words.saveName,
    hint: words.saveNameHint,
    go: text.save,
    type: 'text',
    value,
    wrong,
  });
}

export type Resolution = 'mine' | 'theirs' | 'both';

export interface Difference {
  readonly name: string;
  readonly gone: boolean;
  /** Whether theirs can be opened. */
  readonly readable: boolean;
  readonly free: string;
}

/** Asks what shall become of a scenario that others changed or removed meanwhile. */
export function askForResolution({ name, gone, readable, free }: Difference): Promise<Resolution | null> {
  return ask<Resolution>((answer) => {
    const way = (resolution: Resolution, label: string, what: string) =>
      html`<li>
        <button class="button" aria-describedby="ask-${resolution}" @click=${() => answer(resolution)}>${label}</button>
        <span id="ask-${resolution}">${what}</span>
      </li>`;
    return html`<h2 id="ask-title">${gone ? words.goneTitle(name) : words.changedTitle(name)}</h2>
      <p>${gone ? words.goneWhat : words.changedWhat}</p>
      <ul class="ways">
        ${way('mine', words.keepMine, gone ? words.keepMineGone : words.keepMineWhat)}
        ${gone || !readable ? nothing : way('theirs', words.takeTheirs, words.takeTheirsWhat)}
        ${way('both', gone ? words.keepOther : words.keepBoth, words.keepBothWhat(free))}
      </ul>
      <div class="acts">
        <button class="word" autofocus @click=${() => answer(null)}>${words.dismiss}</button>
      </div>`;
  });
}
