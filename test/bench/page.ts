// What the page costs a browser: npm run bench:page. Times of script from an event of the slider to new numbers, by the
// clock and by the processor, which a busy machine does not change, and memory after five hundred interactions.
import process from 'node:process';
import { gzipSync } from 'node:zlib';
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
  await browser.startTracing(page, { categories: ['blink.user_timing'] });
  const byClock = await pullSlider(page, 200);
  const trace = (await browser.stopTracing()).toString();
  console.log(`slider to new numbers, by the clock: ${describeTimes(byClock)}`);
  for (const [work, from, to] of [
    ['slider to new numbers', 'move', 'moved'],
    ['its charts, drawn in the next frame', 'draw', 'drawn'],
  ] as const)
    console.log(`${work}, processor time of the page: ${describeTimes(processorTimes(trace, from, to))}`);
  await interact(page, 100);
  const before = await heapOf(page);
  await interact(page, 500);
  const after = await heapOf(page);
  console.log(
    `500 interactions: heap ${before.megabytes.toFixed(1)} MB before, ${after.megabytes.toFixed(1)} MB after; ` +
      `${before.nodes} nodes before, ${after.nodes} after`,
  );
  for (const beside of [false, true])
    console.log(
      `${beside ? 'two crowds' : 'a crowd'}, processor time of a frame: ${describeTimes(await playCrowd(page, beside))}`,
    );
  for (const room of ['decide', 'teach', 'analyse']) console.log(await describeScripts(room));
} finally {
  await browser.close();
  await server.close();
}
process.exit(0);

/** Scripts that a room asks for when it is the first to be opened, until it rests; threads apart. */
async function describeScripts(room: string): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const scripts = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.set(
        response.url(),
        response.body().then((body) => gzipSync(body, { level: 9 }).length),
      );
  });
  await page.goto(`${server.url}#/${room}`);
  await page.locator('h1, [role=tab]').first().waitFor();
  await page.waitForTimeout(5000);
  let [own, threads] = [0, 0];
  for (const [url, size] of scripts) {
    if (/worker-[^/]*\.js$/.test(url)) threads += await size;
    else own += await size;
  }
  await context.close();
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  return `${room}: ${kilobytes(own)} of compressed script, threads ${kilobytes(threads)} (their own parts)`;
}

/**
 * Milliseconds of script for each of so many moves of the fader, one a frame. A move ends when the verdict and the
 * row of the fader say all they have to say: what they wrote later would make the figure too small, and is refused.
 * The rows below wait until the page is idle.
 */
function pullSlider(page: Page, moves: number): Promise<number[]> {
  return page.evaluate(async (count) => {
    const fader = document.querySelector<HTMLInputElement>('.instrument input[type=range]')!;
    const rows = [document.querySelector('.hero')!, fader.closest('section')!];
    const said = () => rows.map(({ textContent }) => textContent).join('\n');
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const spent: number[] = [];
    /** Elements render in microtasks, one level of the page after the other. */
    const deepest = 30;
    for (let k = 0; k < count; k++) {
      await nextFrame();
      // Asked for before the charts ask, and so called before they are drawn.
      requestAnimationFrame(() => performance.mark('draw'));
      const begun = performance.now();
      performance.mark('move');
      fader.value = String(1 + (k % 40) / 2);
      fader.dispatchEvent(new InputEvent('input', { bubbles: true }));
      for (let level = 0; level < deepest; level++) await Promise.resolve();
      performance.mark('moved');
      spent.push(performance.now() - begun);
      const told = said();
      await nextFrame();
      performance.mark('drawn');
      if (said() !== told) throw new Error('the page had not yet told all');
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

/** Processor time between two marks of each move [ms]. */
function processorTimes(trace: string, from: string, to: string): number[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: { name: string; tts?: number; ph: string }[] };
  const at = (mark: string) =>
    traceEvents.filter(({ name, tts }) => name === mark && tts !== undefined).map(({ tts }) => tts ?? 0);
  const [begun, ended] = [at(from), at(to)];
  return ended.map((end, move) => (end - begun[move]) / 1000);
}

/** Processor time of the script of each frame while months are played [ms]. */
async function playCrowd(page: Page, beside: boolean): Promise<number[]> {
  await page.goto(`${server.url}#/teach?scenario=lessons/promise-what-you-deliver.yaml&view=run`);
  await page.reload();
  const second = page.getByLabel('Beside it');
  await second.waitFor();
  await second.selectOption({ index: beside ? 1 : 0 });
  await page.waitForTimeout(3000);
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await page.getByRole('button', { name: 'Play' }).click();
  await page.waitForTimeout(12_000);
  const trace = (await browser.stopTracing()).toString();
  const { traceEvents } = JSON.parse(trace) as { traceEvents: { name: string; tdur?: number }[] };
  return traceEvents
    .filter(({ name, tdur }) => name === 'FireAnimationFrame' && tdur !== undefined)
    .map(({ tdur }) => (tdur ?? 0) / 1000);
}

function describeTimes(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => `${sorted[Math.ceil(share * sorted.length) - 1]?.toFixed(1)} ms`;
  return `median ${at(0.5)}, 95th of 100 ${at(0.95)}, worst ${at(1)} of ${sorted.length}`;
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
