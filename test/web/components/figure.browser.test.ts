import { afterEach, expect, test } from 'vitest';
import type { KeptFigure } from '../../../web/components/figure.ts';
import '../../../web/components/figure.ts';

afterEach(() => document.body.replaceChildren());

test('the table leaves out what only its file needs, and keeps every value under its title', async () => {
  const figure = document.createElement('kept-figure') as KeptFigure;
  figure.sheet = {
    columns: [{ title: 'Input' }, { title: 'Unit', inFileAlone: true }, { title: 'Low' }],
    rows: [['Churn', 'share', 0.02]],
    rowFormats: [(value) => `${value * 100} %`],
  };
  document.body.append(figure);
  await figure.updateComplete;
  figure.querySelector<HTMLButtonElement>('.tools button')!.click();
  await figure.updateComplete;
  const cells = (kind: string) => [...figure.querySelectorAll(kind)].map(({ textContent }) => textContent);
  expect(cells('thead th')).toEqual(['Input', 'Low']);
  expect(cells('tbody th, tbody td')).toEqual(['Churn', '2 %']);
});
