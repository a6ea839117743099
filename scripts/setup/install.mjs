import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { explainWriteFailure, SetupError } from './setup-error.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Whether the installed packages are those of the lock file, for this machine.
 *
 * npm writes node_modules/.package-lock.json when an install is complete, so comparing the two needs no stamp of
 * our own and accepts a plain `npm ci` or `npm install` as well. Node's version does not enter: nothing is compiled.
 *
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 * @param {{ os: string, cpu: string }} machine
 * @returns {boolean}
 */
export function isInstalled(wanted, installed, machine) {
  const have = installed?.packages;
  if (!have) return false;
  for (const [path, locked] of Object.entries(wanted.packages ?? {})) {
    if (path === '') continue;
    const version = have[path]?.version;
    if (version === undefined && locked.optional) continue;
    if (version !== locked.version) return false;
    if (!runsOn(locked, machine)) return false;
  }
  return true;
}

/**
 * @param {LockedPackage} locked
 * @param {{ os: string, cpu: string }} machine
 */
function runsOn(locked, machine) {
  return (locked.os?.includes(machine.os) ?? true) && (locked.cpu?.includes(machine.cpu) ?? true);
}

/**
 * Installs the locked packages unless they are there.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 */
export function install(root, say) {
  const wanted = readJson(join(root, 'package-lock.json'));
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted)
    throw new SetupError(
      'package-lock.json is missing or damaged.',
      'Restore it: git checkout package-lock.json',
    );
  if (isInstalled(wanted, installed, { os: process.platform, cpu: process.arch })) return;
  requireWritable(join(root, 'node_modules'));
  say('Installing packages (once; about half a minute) …');
  const outcome = runNpm(root, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (outcome.status !== 0) throw explainNpmFailure(outcome.output);
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readJson(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} folder */
function requireWritable(folder) {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw explainWriteFailure(error, folder);
  }
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function runNpm(root, args) {
  // Under `npm start` npm names its own script, which needs no shell; alone, Windows finds npm.cmd only through one.
  const script = process.env.npm_execpath;
  const quick = [...args, '--fetch-retries=1', '--fetch-retry-mintimeout=2000'];
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const outcome = spawnSync(command, [...first, ...quick], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  return {
    status: outcome.status,
    output: `${outcome.error?.message ?? ''}${outcome.stdout ?? ''}${outcome.stderr ?? ''}`,
  };
}

/**
 * @param {string} output what npm printed
 * @returns {SetupError}
 */
export function explainNpmFailure(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return new SetupError(
      'npm could not reach its registry, and the packages are not installed yet.',
      'Connect to the network once (behind a proxy: npm config set proxy URL) and run the command again.\n' +
        'After the first install Kept works offline.',
    );
  }
  if (/ENOSPC/.test(output)) {
    return new SetupError('The disk is full.', 'Free about 700 MB and run the command again.');
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new SetupError(
      'npm may not write node_modules or its cache.',
      'Make both writable for you (npm config get cache names the cache) and run the command again.',
    );
  }
  const last = output.trim().split('\n').slice(-12).join('\n');
  return new SetupError(
    `npm ci failed:\n${last}`,
    'Fix what npm names above, or run npm ci to see all of it.',
  );
}
