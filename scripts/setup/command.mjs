import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { SetupError } from './setup-error.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** All on stderr: stdout belongs to whatever is started afterwards. */
const say = (/** @type {string} */ line) => console.error(line);

/**
 * Installs, then does the steps named. Sets exit code 1 and says what to do when it cannot.
 *
 * @param {readonly string[]} steps of `build` and `browser`
 * @returns {Promise<boolean>} whether all is ready
 */
export async function runSetup(steps) {
  try {
    install(root, say);
    if (steps.includes('build')) await build(root, say);
    if (steps.includes('browser')) await ensureBrowser(say);
    return true;
  } catch (error) {
    report(error);
    process.exitCode = 1;
    return false;
  }
}

/** @param {unknown} error */
function report(error) {
  if (error instanceof SetupError) say(`${error.message}\n${error.remedy}`);
  else say(`Setup failed: ${error instanceof Error ? error.message : error}`);
  if (process.env.KEPT_DEBUG && error instanceof Error) say(error.stack ?? '');
}
