import { describe, expect, it } from 'vitest';
import { explainNpmFailure, isInstalled } from '../../../scripts/setup/install.mjs';

const machine = { os: 'linux', cpu: 'x64' };
const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/yaml': { version: '2.9.1' },
    'node_modules/fast-linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
    'node_modules/fast-mac': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
  },
};
const installed = (packages: Record<string, object>) => isInstalled(wanted, { packages }, machine);
const yaml = { 'node_modules/yaml': { version: '2.9.1' } };
const fastLinux = { 'node_modules/fast-linux': { version: '1.0.0' } };
const fastMac = { 'node_modules/fast-mac': { version: '1.0.0' } };

describe('isInstalled', () => {
  it('accepts what the lock file names, whoever installed it', () => {
    expect(installed({ ...yaml, ...fastLinux })).toBe(true);
  });

  it('does without optional packages', () => {
    expect(installed(yaml)).toBe(true);
  });

  it('misses an absent package, another version, and an install that never ended', () => {
    expect(installed(fastLinux)).toBe(false);
    expect(installed({ 'node_modules/yaml': { version: '2.9.0' } })).toBe(false);
    expect(isInstalled(wanted, undefined, machine)).toBe(false);
  });

  it('refuses a node_modules that was brought from another kind of machine', () => {
    expect(installed({ ...yaml, ...fastMac })).toBe(false);
  });
});

describe('explainNpmFailure', () => {
  it.each([
    ['npm error code EAI_AGAIN\nnpm error request to registry failed', /could not reach/, /works offline/],
    ['npm error code ENOSPC', /disk is full/, /Free about/],
    ['npm error code EACCES\nnpm error path /x', /may not write/, /writable/],
    ['npm error something odd', /something odd/, /npm ci/],
  ])('says what to do about %j', (output, message, remedy) => {
    const error = explainNpmFailure(output);
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(remedy);
  });
});
