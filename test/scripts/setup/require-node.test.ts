import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { oldestNode, requireNode } from '../../../scripts/setup/require-node.mjs';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

describe('requireNode', () => {
  it.each(['20.19.0', '20.19.5', '20.20.0', '22.0.0', '100.1.0'])('lets Node %s pass', (version) => {
    expect(requireNode(version)).toBe(true);
    expect(process.exitCode).toBeUndefined();
  });

  it.each(['20.18.3', '20.2.0', '18.20.4', '12.22.12'])('tells the user of Node %s what to do', (version) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(requireNode(version)).toBe(false);
    expect(process.exitCode).toBe(1);
    expect(said.mock.calls.join()).toMatch(new RegExp(`${version}.*nodejs\\.org`, 's'));
  });

  it('asks for what package.json declares', () => {
    const { engines } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(`>=${oldestNode}`).toBe(`${engines.node}.0`);
  });
});
