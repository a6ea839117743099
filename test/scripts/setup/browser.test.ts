import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser, installedCandidates } from '../../../scripts/setup/browser.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-browser-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A program that answers `--version` with an exit code. */
function program(name: string, exitCode: number): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('findBrowser', () => {
  it('takes the browser that is named, and does not look further when the name is wrong', () => {
    const path = program('my-chrome', 0);
    expect(findBrowser({ KEPT_BROWSER: path })).toEqual({ path, origin: 'KEPT_BROWSER' });
    expect(() => findBrowser({ KEPT_BROWSER: join(folder, 'gone') })).toThrow(
      /KEPT_BROWSER names .*gone, which is no file/,
    );
  });

  it('passes over an installed one that does not start', () => {
    program('chromium', 1);
    const chrome = program('google-chrome', 0);
    expect(findBrowser({ PATH: folder }, 'linux')).toEqual({ path: chrome, origin: 'installed' });
  });
});

describe('installedCandidates', () => {
  it('looks where each system keeps its programs', () => {
    expect(installedCandidates('linux', { PATH: '/usr/bin:/snap/bin' })).toEqual(
      expect.arrayContaining(['/usr/bin/chromium', '/snap/bin/google-chrome']),
    );
    expect(installedCandidates('darwin', { HOME: '/Users/a' })).toEqual(
      expect.arrayContaining([
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ]),
    );
    expect(installedCandidates('win32', { ProgramFiles: 'C:\\Program Files' })).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    ]);
  });
});
