import { afterEach, beforeAll, expect, test } from 'vitest';
import { drawPicture } from '../../../web/charts/draw-picture.ts';
import '../../../web/styles/index.css';

beforeAll(() => {
  document.documentElement.dataset.theme = 'light';
});
afterEach(() => document.body.replaceChildren());

/** Pixels of the picture darker than its paper by more than half. */
async function countDark(picture: Blob): Promise<number> {
  const bitmap = await createImageBitmap(picture);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  const ctx = canvas.getContext('2d')!;
  ctx.drawImage(bitmap, 0, 0);
  const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i] + data[i + 1] + data[i + 2] < 300) count++;
  return count;
}

test('words that keep clear of lines are as black in a saved picture as those that need not', async () => {
  const counts = [];
  for (const kind of ['drawn', 'drawn haloed']) {
    const host = document.createElement('div');
    host.innerHTML = `<svg class="${kind}" viewBox="0 0 300 60" width="300" height="60"><text x="4" y="40" class="ink">Most of all</text></svg>`;
    document.body.append(host);
    counts.push(await countDark(await drawPicture(host, { title: '', sub: '', origin: '' })));
  }
  const [plain, haloed] = counts;
  expect(plain).toBeGreaterThan(300);
  expect(haloed).toBeGreaterThan(0.9 * plain);
});
