import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { openScenarioStore } from '../../server/store/scenario-store.ts';
import { readCounted } from './counted-content.ts';

export interface KillReport {
  /** Whatever is not as it must be, one line each. */
  readonly wrong: string[];
  readonly kills: number;
  /** Saves that were confirmed before a kill. */
  readonly saves: number;
}

/** Room for what is checked: every confirmed save since the last kill is still a version. */
const mostSaves = 150;

/**
 * Starts a process that saves one content after the other and kills it at a random moment, again and again. After each
 * kill the file must be a whole content, at least as new as the last confirmed one; no temporaries may be left after
 * the next start; and the versions must be whole, in order, and hold every save that was confirmed.
 *
 * @param child path of the built `store-child.ts`
 * @param random from 0 to 1, for the moments
 */
export async function killSaves(
  folder: string,
  { kills, child, random }: { kills: number; child: string; random: () => number },
): Promise<KillReport> {
  const name = 'lessons/counted.yaml';
  const wrong: string[] = [];
  let last = 0;
  let saves = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const confirmed = await saveUntilKilled([child, 'save', folder, name, String(last + 1)], random);
    saves += confirmed.length;
    const found = await inspect(folder, name);
    const newest = Math.max(last, ...confirmed);
    const say = (what: string) => wrong.push(`kill ${kill}: ${what}`);
    for (const problem of found.wrong) say(problem);
    if (found.current === undefined && newest > 0) say(`save ${newest} is gone`);
    if ((found.current ?? 0) < newest) say(`save ${newest} is lost; there is ${found.current}`);
    const missing = confirmed.filter((count) => count !== found.current && !found.versions.includes(count));
    if (missing.length > 0) say(`saves ${missing} are no versions`);
    last = found.current ?? last;
  }
  return { wrong, kills, saves };
}

async function saveUntilKilled(args: readonly string[], random: () => number): Promise<number[]> {
  const process_ = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const confirmed: number[] = [];
  const lines = createInterface({ input: process_.stdout });
  const closed = once(process_, 'close');
  let wait = 1 + Math.floor(random() * 4);
  lines.on('line', (line) => {
    confirmed.push(Number(line));
    // At some moment of the save that follows.
    if (--wait === 0) setTimeout(() => process_.kill('SIGKILL'), random() * 40);
    if (confirmed.length >= mostSaves) process_.kill('SIGKILL');
  });
  await closed;
  return confirmed;
}

interface Found {
  readonly wrong: readonly string[];
  readonly current: number | undefined;
  /** Newest first. */
  readonly versions: readonly number[];
}

/** Opens the folder as the next start does, and looks. */
async function inspect(folder: string, name: string): Promise<Found> {
  const wrong: string[] = [];
  const store = await openScenarioStore({ folder });
  try {
    const left = readdirSync(folder, { recursive: true }).filter((path) => String(path).includes('kept-tmp'));
    if (left.length > 0) wrong.push(`left ${left}`);
    const current = await store.read(name).then(
      ({ bytes }) => readCounted(bytes) ?? wrong.push('the file is torn'),
      () => undefined,
    );
    const { versions } = await store.history(name).catch(() => ({ versions: [] }));
    const counts: number[] = [];
    for (const { version } of versions) {
      const count = readCounted((await store.readVersion(name, version)).bytes);
      if (count === undefined) wrong.push(`version ${version} is torn`);
      else counts.push(count);
    }
    if (counts.some((count, index) => index > 0 && count >= counts[index - 1]))
      wrong.push('versions out of order');
    return { wrong, current, versions: counts };
  } finally {
    await store.close();
  }
}
