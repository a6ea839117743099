import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { explainWriteFailure, SetupError } from './setup-error.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packageFolder = join(root, 'node_modules', '@sparticuz', 'chromium');

/** The machine's fonts, and the ones the browser came with: without any, a page has no text and no size. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

/** Whether the browser inside the npm package runs on this machine. */
export function canUnpack() {
  return process.platform === 'linux' && process.arch === 'x64' && existsSync(packageFolder);
}

/** Where this version is, or would be, unpacked: a start script beside the browser. */
export function unpackedBrowser() {
  if (!canUnpack()) return undefined;
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return join(root, 'node_modules', '.cache', 'chromium', version, 'start');
}

/**
 * Unpacks into a fresh folder that is renamed when complete, so that a broken or parallel run leaves no half browser.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<string>} path of the start script
 */
export async function unpackBrowser(say) {
  const start = /** @type {string} */ (unpackedBrowser());
  say('Unpacking a browser for the tests (once) …');
  const folder = dirname(start);
  try {
    mkdirSync(dirname(folder), { recursive: true });
    const fresh = mkdtempSync(`${folder}-`);
    inflateInto(fresh);
    writeStart(fresh);
    moveInPlace(fresh, folder);
  } catch (error) {
    throw explainWriteFailure(error, folder);
  }
  if (spawnSync(start, ['--version'], { stdio: 'ignore' }).status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new SetupError(
      'The browser inside the npm package does not start on this machine.',
      'Install Chromium or Chrome (Debian: apt-get install chromium), or name one: KEPT_BROWSER=/path/to/chrome',
    );
  }
  return start;
}

/**
 * The package unpacks into the temporary folder, and only under this variable with the shared libraries it needs;
 * both are settings of the process, hence a process of its own.
 *
 * @param {string} folder
 */
function inflateInto(folder) {
  const code = "import('@sparticuz/chromium').then((m) => m.default.executablePath())";
  const outcome = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  if (outcome.status !== 0) {
    throw new SetupError(
      `The browser could not be unpacked:\n${outcome.stderr.trim().split('\n').slice(-3).join('\n')}`,
      'Free about 300 MB and run the command again, or name a browser: KEPT_BROWSER=/path/to/chrome',
    );
  }
}

/**
 * A start script lends the browser the fonts it came with and, where the machine lacks them, the libraries.
 *
 * @param {string} folder
 */
function writeStart(folder) {
  const alone = spawnSync(join(folder, 'chromium'), ['--version'], { stdio: 'ignore' }).status === 0;
  const lines = [
    '#!/bin/sh',
    `here=$(cd "\${0%/*}" && pwd)`,
    ...(alone ? [] : ['export LD_LIBRARY_PATH="$here/al2023/lib"']),
    'export FONTCONFIG_FILE="$here/fonts/kept.conf"',
    'exec "$here/chromium" "$@"',
  ];
  writeFileSync(join(folder, 'fonts', 'kept.conf'), fontConfiguration);
  writeFileSync(join(folder, 'start'), `${lines.join('\n')}\n`);
  chmodSync(join(folder, 'start'), 0o755);
}

/**
 * @param {string} fresh
 * @param {string} folder
 */
function moveInPlace(fresh, folder) {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    // Another run was quicker; its browser is as good.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(folder, 'start'))) throw error;
  }
}
