import { html } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Trouble } from '../../../web/state/trouble.ts';
import '../../../web/components/figure.ts';
import '../../../web/components/masthead.ts';
import '../../../web/components/problems-dialog.ts';
import '../../../web/views/failed.ts';

afterEach(() => document.body.replaceChildren());

async function mount(name: string, properties: object): Promise<HTMLElement> {
  const element = Object.assign(document.createElement(name), properties);
  document.body.append(element);
  await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
  return element;
}

test('a figure shows its table on request, written as on the page', async () => {
  const sheet = {
    columns: [{ title: 'Month' }, { title: 'Mean', format: (value: number) => `${value} euros` }],
    rows: [
      [1, 5],
      [2, null],
    ],
  };
  const figure = await mount('kept-figure', {
    heading: 'Ahead',
    summary: 'All in one.',
    sheet,
    body: html`<p>chart</p>`,
  });
  expect(figure.querySelector('table')).toBeNull();
  await userEvent.click(page.getByRole('button', { name: 'Show as table' }));
  const cells = [...figure.querySelectorAll('td')].map((cell) => cell.textContent);
  expect(cells).toEqual(['5 euros', '–']);
  expect(figure.querySelector('caption')?.textContent).toBe('All in one.');
  await userEvent.click(page.getByRole('button', { name: 'Show as table' }));
  expect(figure.querySelector('table')).toBeNull();
});

test('a dialog lists what is wrong, and Escape closes it', async () => {
  const problems = [
    { line: 8, column: 7, path: 'world', message: 'is unknown', full: 'a.yaml:8:7 world is unknown' },
  ];
  const trouble: Trouble = { title: 'a.yaml has a problem', advice: 'Correct it.', problems };
  let seen = 0;
  const dialog = await mount('kept-problems', { trouble });
  dialog.addEventListener('kept-trouble-seen', () => {
    seen++;
  });
  expect(dialog.querySelector('dialog')?.open).toBe(true);
  expect(dialog.querySelector('li')?.textContent).toMatch(/Line 8, 7\s+world\s+is unknown/);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => seen).toBe(1);
});

test('a file name is text, never markup', async () => {
  const trouble: Trouble = { title: '<img src=x onerror=alert(1)>', advice: '', problems: [] };
  const dialog = await mount('kept-problems', { trouble });
  expect(dialog.querySelector('img')).toBeNull();
  expect(dialog.querySelector('h2')?.textContent).toContain('<img');
});

test('undo and redo say what they would do, and rest when there is nothing', async () => {
  const heard: string[] = [];
  const masthead = await mount('kept-masthead', { undoName: 'fee +8.0 %', redoName: null });
  masthead.addEventListener('kept-undo', () => heard.push('undo'));
  await userEvent.click(page.getByRole('button', { name: 'Undo: fee +8.0 %' }));
  expect(heard).toEqual(['undo']);
  expect(masthead.querySelectorAll('.acts button')[1].getAttribute('aria-disabled')).toBe('true');
});

test('a run that stopped says why, what still holds, and offers the way back', async () => {
  const heard: string[] = [];
  const failed = await mount('kept-failed', {
    failure: { message: 'no finite value in month 7' },
    undoable: true,
  });
  failed.addEventListener('kept-undo', () => heard.push('undo'));
  expect(failed.querySelector('[role=alert]')?.textContent).toMatch(
    /no finite value in month 7.*Your file is unchanged/s,
  );
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  expect(heard).toEqual(['undo']);
});
