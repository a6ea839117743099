import { beforeAll, expect, it } from 'vitest';
import { bundle } from '../../support/bundle.ts';
import { killSaves } from '../../support/kill-saves.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

let child = '';

beforeAll(async () => {
  child = await bundle('test/support/store-child.ts');
});

it('a process that is killed while it saves, 20 times, loses no confirmed save and tears no file', async () => {
  const report = await killSaves(makeTemporaryFolder(), { kills: 20, child, random: Math.random });
  expect(report.wrong).toEqual([]);
  expect(report.saves).toBeGreaterThanOrEqual(20);
}, 120_000);
