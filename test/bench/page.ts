// What the page costs a browser: npm run bench:page. Times of script from an event of the slider to new numbers, and
// memory after five hundred interactions.
import process from 'node:process';
import { chromium, type Page } from 'playwright';
import { browserFlags, findBrowser } from '../../scripts/setup/browser.mjs';
import { startServer } from '../../server/main.ts';

const server = await startServer({ host: '127.0.0.1', port: 0, orNext: false, readOnly: true });
const browser = await chromium.launch({
  executablePath: findBrowser()?.path ?? '',
  args: [...browserFlags, '--js-flags=--expose-gc'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 810 } });
  // tsx names functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(server.url);
  await page.locator('.instrument input[type=range]').waitFor();
  // What starts by itself is not the slider's.
  await page.waitForTimeout(15_000);
  const spent = await scriptOf(page);
  const times = (await pullSlider(page, 200)).sort((a, b) => a - b);
  const script = ((await scriptOf(page)) - spent) / 200;
  console.log(
    `slider to new numbers: median ${times[100].toFixed(1)} ms, worst ${times[199].toFixed(1)} ms by the clock; ` +
      `script, what follows below included: mean ${script.toFixed(1)} ms of processor`,
  );
  await interact(page, 100);
  const before = await heapOf(page);
  await interact(page, 500);
  const after = await heapOf(page);
  console.log(
    `500 interactions: heap ${before.megabytes.toFixed(1)} MB before, ${after.megabytes.toFixed(1)} MB after; ` +
      `${before.nodes} nodes before, ${after.nodes} after`,
  );
} finally {
  await browser.close();
  await server.close();
}
process.exit(0);

/** Milliseconds of script for each of so many moves of the fader, one a frame. */
function pullSlider(page: Page, moves: number): Promise<number[]> {
  return page.evaluate(async (count) => {
    const fader = document.querySelector<HTMLInputElement>('.instrument input[type=range]')!;
    const app = document.querySelector('kept-app') as HTMLElement & { updateComplete: Promise<unknown> };
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const spent: number[] = [];
    for (let k = 0; k < count; k++) {
      await nextFrame();
      const begun = performance.now();
      fader.value = String(1 + (k % 40) / 2);
      fader.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await app.updateComplete;
      await Promise.resolve();
      spent.push(performance.now() - begun);
    }
    return spent;
  }, moves);
}

/** Moves of the fader, undo and redo, in turns; as many steps back as forth. */
async function interact(page: Page, count: number): Promise<void> {
  await page.evaluate(async (all) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let k = 0; k < all; k++) {
      const fader = document.querySelector<HTMLInputElement>('.instrument input[type=range]')!;
      const press = (key: string) =>
        fader.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      if (k % 4 < 2) {
        fader.dispatchEvent(new FocusEvent('focus'));
        press(k % 4 === 0 ? 'ArrowRight' : 'ArrowLeft');
      } else window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
      await nextFrame();
    }
  }, count);
  await page.waitForTimeout(2000);
}

/** Processor time of the page's script so far [ms]. */
async function scriptOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
}

async function heapOf(page: Page): Promise<{ megabytes: number; nodes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { megabytes: usedSize / 1e6, nodes };
}
