import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { explainWriteFailure, SetupError } from './setup-error.mjs';

/** What the built page, server and command line are made from. */
export const buildInputs = [
  'models',
  'server',
  'web',
  'scenarios',
  'scripts/scenarios-plugin.ts',
  'scripts/shipped-scenarios.ts',
  'vite.config.ts',
  'vite.server.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

const configs = ['vite.config.ts', 'vite.server.config.ts'];

/**
 * One digest over names and bytes of all files under the inputs; touching a file without changing it changes nothing.
 *
 * @param {string} root
 * @param {readonly string[]} inputs files or folders, relative to root; absent ones count as empty
 * @returns {string}
 */
export function digestFiles(root, inputs) {
  const digest = createHash('sha256');
  for (const file of inputs.flatMap((input) => listFiles(join(root, input)))) {
    const bytes = readFileSync(file);
    digest.update(`${relative(root, file).split(sep).join('/')}\0${bytes.length}\0`).update(bytes);
  }
  return digest.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path)
      .sort()
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) => listFiles(join(path, name)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

/**
 * Builds page, server and command line into dist/ unless they stand for the sources as they are.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function build(root, say) {
  const dist = join(root, 'dist');
  const stamp = join(dist, '.stamp');
  const digest = digestFiles(root, buildInputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  try {
    mkdirSync(dist, { recursive: true });
    rmSync(stamp, { force: true });
    writeFileSync(join(dist, '.building'), '');
    rmSync(join(dist, '.building'));
  } catch (error) {
    throw explainWriteFailure(error, dist);
  }
  say('Building page, server and command line …');
  const outcomes = await Promise.all(configs.map((config) => runVite(root, config)));
  const failed = outcomes.find((outcome) => outcome.code !== 0);
  if (failed)
    throw new SetupError(
      `The build failed:\n${failed.output.trim()}`,
      'Fix what it names and run the command again.',
    );
  writeFileSync(stamp, digest);
}

/**
 * @param {string} root
 * @param {string} config
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runVite(root, config) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Under the tests NODE_ENV is `test`; the page is always built for production.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
