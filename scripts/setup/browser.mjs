import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { SetupError } from './setup-error.mjs';
import { canUnpack, unpackBrowser, unpackedBrowser } from './unpack-browser.mjs';

/** Flags that keep a test browser quiet; none of them weakens what a page may do. */
export const browserFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Where browsers built on Chromium are installed.
 *
 * @param {string} platform as in process.platform
 * @param {Record<string, string | undefined>} env
 * @returns {string[]} paths that may exist
 */
export function installedCandidates(platform, env) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['', env.HOME ?? ''].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? programs.map((program) => `${root}\\${program}`) : []));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * The browser that the browser tests use: the one you name (KEPT_BROWSER, CHROMIUM_PATH), an installed one,
 * Playwright's own, or the one unpacked from the npm package. Undefined when there is none.
 *
 * @param {Record<string, string | undefined>} [env]
 * @param {string} [platform]
 * @returns {{ path: string, origin: string } | undefined}
 */
export function findBrowser(env = process.env, platform = process.platform) {
  for (const name of ['KEPT_BROWSER', 'CHROMIUM_PATH']) {
    const path = env[name];
    if (path) return { path: requireFile(path, name), origin: name };
  }
  const installed = installedCandidates(platform, env).find(starts);
  if (installed) return { path: installed, origin: 'installed' };
  const own = playwrightBrowser();
  if (own && starts(own)) return { path: own, origin: 'playwright' };
  const unpacked = unpackedBrowser();
  return unpacked && existsSync(unpacked) ? { path: unpacked, origin: 'unpacked' } : undefined;
}

/**
 * Finds a browser, or unpacks the one in the npm package once.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<{ path: string, origin: string }>}
 */
export async function ensureBrowser(say) {
  const found = findBrowser();
  if (found) return found;
  if (canUnpack()) return { path: await unpackBrowser(say), origin: 'unpacked' };
  throw new SetupError(
    'No browser was found for the browser tests.',
    'Install Chrome, Edge or Chromium (Debian: apt-get install chromium), or name one: KEPT_BROWSER=/path/to/chrome',
  );
}

/**
 * @param {string} path
 * @param {string} name
 */
function requireFile(path, name) {
  if (existsSync(path) && statSync(path).isFile()) return path;
  throw new SetupError(
    `${name} names ${path}, which is no file.`,
    `Correct ${name}, or unset it to let Kept look.`,
  );
}

/**
 * Whether it is there and runs; some systems ship a `chromium-browser` that only asks to install another package.
 *
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of printing; there the file is enough.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function playwrightBrowser() {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    return undefined;
  }
}
