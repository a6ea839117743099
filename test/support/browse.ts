import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { browserFlags } from '../../scripts/setup/browser.mjs';
import { type RunningServer, type ServerOptions, startServer } from '../../server/main.ts';
import { smallScenario } from './small-scenario.ts';

/** The built page on a server of its own, and a browser to look at it. */
export interface Browsing {
  readonly server: RunningServer;
  /** What the server keeps: a copy of the shipped scenarios, which tests may change. */
  readonly folder: string;
  /** Opens the page anew in a context of its own. */
  open(options?: OpenOptions): Promise<OpenPage>;
  /** Opens the page for one use, and closes it whatever happens. */
  use(options: OpenOptions, look: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions
  extends Pick<
    BrowserContextOptions,
    'viewport' | 'colorScheme' | 'reducedMotion' | 'permissions' | 'locale'
  > {
  /** Address of the page; by default that of the server. */
  readonly at?: string;
  /** What follows the address: a query, a fragment. */
  readonly query?: string;
}

export interface OpenPage {
  readonly page: Page;
  /** Everything the console said, and errors nobody caught. */
  readonly said: readonly string[];
  /** Addresses of all requests. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function startBrowsing(options: Partial<ServerOptions> = {}): Promise<Browsing> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-browse-'));
  await cp(fileURLToPath(new URL('../../scenarios', import.meta.url)), folder, {
    recursive: true,
    filter: (path) => !path.endsWith('.kept'),
  });
  const server = await startServer({ host: '127.0.0.1', port: 0, orNext: false, folder, ...options });
  const browser = await chromium.launch({
    executablePath: process.env.KEPT_BROWSER ?? '',
    args: [...browserFlags],
  });
  return {
    server,
    folder,
    open: (options = {}) => openPage(browser, server, options),
    async use(options, look) {
      const { page, close } = await openPage(browser, server, options);
      await look(page).finally(close);
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, server: RunningServer, options: OpenOptions): Promise<OpenPage> {
  const { at = server.url, query = '', ...context } = options;
  const said: string[] = [];
  const asked: string[] = [];
  const room = await browser.newContext({ viewport: { width: 1280, height: 810 }, ...context });
  const page = await room.newPage();
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(at + query);
  await page.locator('h1').first().waitFor();
  return { page, said, asked, close: () => room.close() };
}

/** Gives the page a file as if it had been chosen in the dialog. */
export async function offerFile(page: Page, name: string, content: string): Promise<void> {
  const file = { name, mimeType: 'application/yaml', buffer: Buffer.from(content) };
  await page.getByRole('banner').locator('input[type=file]').setInputFiles(file);
}

/** Opens the small scenario, whose runs take no time, and waits for its draws. */
export async function openSmall(page: Page): Promise<void> {
  await offerFile(page, 'club.yaml', smallScenario);
  await page
    .getByLabel('Scenario', { exact: true })
    .locator('option:checked', { hasText: 'Club fee' })
    .waitFor({ state: 'attached' });
  await untilDraws(page);
}

/** The run of the plan that is set has at least its first draws. */
export async function untilDraws(page: Page): Promise<void> {
  await page.locator('.footer').getByText('draws, each plan on the same draws').waitFor();
}

/** From now on the browser does not let the page write to the clipboard. */
export async function refuseClipboard(page: Page): Promise<void> {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
}
