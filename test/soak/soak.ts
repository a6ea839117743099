// Long runs with faults against the built server: `npm run soak`, or parts of it: `npm run soak -- hostile load`.
// The tests have a short form of each part.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { bundle } from '../support/bundle.ts';
import { killSaves } from '../support/kill-saves.ts';
import { sendHostile } from './hostile.ts';
import { putUnderLoad } from './load.ts';
import { readEvents, readNothing, startJob, untilEnded } from './readers.ts';
import { type Served, serve } from './served.ts';
import { writeTogether } from './writers.ts';

const read = (file: string) => readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), 'utf8');
const telco = read('telco-fee-increase.yaml');
/** Less than all of it for a quick look: KEPT_SOAK_SHARE=0.1. */
const share = Number(process.env.KEPT_SOAK_SHARE ?? 1);
const thousands = Math.ceil(1000 * share);
const openLimits = ['--reads-per-minute', '1000000', '--writes-per-minute', '1000000'];
const openJobs = ['--open-jobs', '1000', '--open-jobs-per-client', '1000'];

const parts: Readonly<Record<string, () => Promise<void>>> = {
  saves: soakSaves,
  writers: () => withServer(openLimits, soakWriters),
  hostile: () => withServer([...openLimits, ...openJobs], soakHostile),
  readers: () => withServer([...openLimits, ...openJobs], soakReaders),
  memory: () => withServer([...openLimits, '--job-memory', '64'], soakMemory),
  load: () => withServer([...openLimits, ...openJobs], soakLoad),
};

let failures = 0;

function expectThat(holds: boolean, words: string): void {
  if (!holds) failures++;
  console.log(`  ${holds ? 'holds' : 'FAILS'}: ${words}`);
}

async function withServer(args: readonly string[], part: (served: Served) => Promise<void>): Promise<void> {
  const served = await serve(args);
  try {
    await part(served);
    const health = await fetch(`${served.url}/healthz`);
    expectThat(health.ok, 'the server lives');
    expectThat(served.errors() === '', `it logged no failure of its own ${served.errors().slice(0, 500)}`);
    const { mostDelayMs, residentMegabytes } = served.vitals();
    console.log(
      `  event loop held for ${mostDelayMs.toFixed(0)} ms at most; ${residentMegabytes.toFixed(0)} MB`,
    );
  } finally {
    await served.stop();
  }
}

/** A process killed at random moments of its saves. */
async function soakSaves(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-soak-saves-'));
  const child = await bundle('test/support/store-child.ts');
  const report = await killSaves(folder, { kills: Math.ceil(500 * share), child, random: Math.random });
  console.log(`  ${report.kills} kills, ${report.saves} confirmed saves`);
  expectThat(report.wrong.length === 0, `nothing is lost or torn ${report.wrong.slice(0, 5).join('\n')}`);
  rmSync(folder, { recursive: true, force: true });
}

/** Twenty who write one file, each over what it has just read. */
async function soakWriters({ url }: Served): Promise<void> {
  const report = await writeTogether(url, 'contended.yaml', { writers: 20, rounds: Math.ceil(50 * share) });
  console.log(`  ${report.saved} saves, ${report.refused} refused, ${report.versions} versions kept`);
  expectThat(report.wrong.length === 0, `no save is lost ${report.wrong.slice(0, 5).join('\n')}`);
}

async function soakHostile({ url }: Served): Promise<void> {
  const valid = [
    telco,
    read('lessons/the-guarantee.yaml'),
    read('lessons/the-surge.yaml'),
    read('club-best-fee.yaml'),
  ];
  const report = await sendHostile(url, { valid, texts: 3 * thousands, requests: 2 * thousands, seed: 1 });
  console.log(`  ${report.sent} files and requests: ${JSON.stringify(report.statuses)}`);
  console.log(`  slowest ${report.slowestMs.toFixed(0)} ms: ${report.slowest.slice(0, 120)}`);
  expectThat(
    report.violations.length === 0,
    `no answer is out of order ${report.violations.slice(0, 5).join('\n')}`,
  );
}

/** Readers who take nothing, who vanish, who come back; and jobs cancelled under them. */
async function soakReaders({ url, vitals }: Served): Promise<void> {
  const before = vitals();
  const jobs = await Promise.all(Array.from({ length: 6 }, () => startJob(url, telco, 300)));
  const idle = jobs.flatMap((job) => Array.from({ length: 12 }, () => readNothing(url, `${job}/events`)));
  const vanishing = setInterval(() => idle.pop()?.vanish(), 20);
  const [first] = jobs;
  const some = await readEvents(url, `${first}/events`, { most: 2 });
  const rest = await readEvents(url, `${first}/events`, { after: some[some.length - 1]?.id ?? 0 });
  expectThat(
    rest.every(({ id }) => id > (some.at(-1)?.id ?? 0)),
    'a reader who comes back gets later events only',
  );
  expectThat(rest.at(-1)?.data.includes('"done"') ?? false, 'and hears the end');
  await fetch(`${url}${jobs[5]}`, { method: 'DELETE' });
  const states = await Promise.all(jobs.map((job) => untilEnded(url, job)));
  expectThat(
    states.slice(0, 5).every(({ state }) => state === 'done'),
    'jobs end whoever reads',
  );
  expectThat(states[5].state === 'cancelled', 'a job is cancelled whoever reads');
  clearInterval(vanishing);
  for (const { vanish } of idle) vanish();
  console.log(
    `  memory ${before.residentMegabytes.toFixed(0)} MB before, ${vitals().residentMegabytes.toFixed(0)} MB after`,
  );
}

/** Jobs that need more memory than they may have. */
async function soakMemory({ url }: Served): Promise<void> {
  const huge = huge120(telco);
  const jobs = await Promise.all(Array.from({ length: 3 }, () => startJob(url, huge, 400)));
  const states = await Promise.all(jobs.map((job) => untilEnded(url, job)));
  console.log(`  ${states.map(({ state }) => state).join(', ')}`);
  expectThat(
    states.every(({ state }) => state === 'refused' || state === 'done'),
    'each is refused or done, none hangs',
  );
  const next = await untilEnded(url, await startJob(url, telco, 1));
  expectThat(next.state === 'done', 'and the next is done');
}

/** Ten times the months and with them ten times the figures of a draw. */
function huge120(text: string): string {
  return text.replace(/^months: .*$/m, 'months: 120');
}

async function soakLoad({ url, vitals }: Served): Promise<void> {
  const seconds = Math.ceil(600 * share);
  const before = vitals();
  const report = await putUnderLoad(url, telco, { clients: 200, seconds });
  const after = vitals();
  console.log(
    `  ${report.sent} requests of 200 clients in ${seconds} s: ${report.requestsPerSecond.toFixed(0)} a second, ` +
      `p50 ${report.p50Ms} ms, p99 ${report.p99Ms} ms, at most ${report.mostMs} ms; ${JSON.stringify(report.statuses)}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 20_000));
  console.log(
    `  memory ${before.residentMegabytes.toFixed(0)} MB before, ${after.residentMegabytes.toFixed(0)} MB at the end, ` +
      `${vitals().residentMegabytes.toFixed(0)} MB 20 s later; heap ${vitals().heapMegabytes.toFixed(0)} MB`,
  );
  expectThat(report.unanswered === 0, 'every request has an answer');
  const others = Object.keys(report.statuses).filter(
    (status) => !['200', '202', '429', '503'].includes(status),
  );
  expectThat(others.length === 0, `what is in order is refused for want of room only ${others.join(', ')}`);
}

const asked = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(name);
  await part();
}
process.exitCode = failures === 0 ? 0 : 1;
