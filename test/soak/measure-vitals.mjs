// Loaded into a server's process by --import: writes how long its event loop was held, and its memory, to a file.
import { renameSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const file = process.env.KEPT_VITALS;
if (isMainThread && file) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  // Starting is not what is measured.
  setTimeout(() => delay.enable(), 1000).unref();
  const write = () => {
    const { rss, heapUsed } = process.memoryUsage();
    const vitals = {
      mostDelayMs: delay.max / 1e6,
      residentMegabytes: rss / 2 ** 20,
      heapMegabytes: heapUsed / 2 ** 20,
    };
    writeFileSync(`${file}.new`, JSON.stringify(vitals));
    renameSync(`${file}.new`, file);
  };
  write();
  setInterval(write, 500).unref();
}
