import { html } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { LightElement } from '../../../web/components/light-element.ts';
import type { KeptMasthead } from '../../../web/components/masthead.ts';
import '../../../web/components/masthead.ts';
import type { Asked } from '../../../web/decide/followed-study.ts';
import { renderWork } from '../../../web/decide/work.ts';

const idle = { result: null, stale: false, running: false, partial: false, progress: null, failure: null };

class Study extends LightElement {
  asked: Asked<unknown> = idle;
  isDue = true;

  override render() {
    const ask = html`<button @click=${() => this.become({ ...idle, running: true })}>Ask</button>`;
    return html`<h2>A study</h2>
      ${renderWork(this.asked, 'runs', () => this.become(idle), this.isDue ? ask : undefined)}`;
  }

  become(asked: Asked<unknown>): void {
    this.asked = asked;
    this.requestUpdate();
  }
}
customElements.define('test-study', Study);

afterEach(() => document.body.replaceChildren());

const focused = () => document.activeElement?.textContent;

async function mount(): Promise<Study> {
  const study = new Study();
  document.body.append(study);
  await study.updateComplete;
  study.querySelector('button')!.focus();
  return study;
}

test('whoever asks by keyboard can stop by keyboard, and ask again', async () => {
  await mount();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('Stop');
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('Ask');
});

test('work that ends with nothing more to ask leads to its heading', async () => {
  const study = await mount();
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('Stop');
  study.isDue = false;
  study.become(idle);
  await expect.poll(focused).toBe('A study');
});

test('takes the focus from nobody who is elsewhere', async () => {
  const study = await mount();
  const other = document.createElement('button');
  other.textContent = 'Other';
  document.body.append(other);
  other.focus();
  study.become({ ...idle, running: true });
  await study.updateComplete;
  await study.updateComplete;
  expect(focused()).toBe('Other');
});

test('undo keeps the focus when nothing is left to undo, and does nothing more', async () => {
  const masthead = document.createElement('kept-masthead') as KeptMasthead;
  masthead.undoName = 'fee 8';
  document.body.append(masthead);
  await masthead.updateComplete;
  let undone = 0;
  masthead.addEventListener('kept-undo', () => {
    undone++;
    masthead.undoName = null;
  });
  masthead.querySelector<HTMLElement>('[aria-label="Undo: fee 8"]')!.focus();
  await userEvent.keyboard('{Enter}');
  await masthead.updateComplete;
  await userEvent.keyboard('{Enter}');
  expect(undone).toBe(1);
  expect(focused()).toBe('Undo');
  expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
});
