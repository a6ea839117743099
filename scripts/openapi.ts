import { fileURLToPath } from 'node:url';
import { createApp } from '../server/app.ts';
import { usualLimits } from '../server/jobs/limits.ts';
import { createServerJobs } from '../server/jobs/server-jobs.ts';
import { openScenarioStore } from '../server/store/scenario-store.ts';

/** The description of the whole API, from the schemas of its routes, as the file that is published. */
export async function formatOpenapi(): Promise<string> {
  const [pageFolder, folder] = ['../web', '../scenarios'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  ) as [string, string];
  const store = await openScenarioStore({ folder, readOnly: true });
  const jobs = createServerJobs(usualLimits, () => {});
  const app = await createApp({ pageFolder, host: '127.0.0.1', store, jobs });
  await app.ready();
  const description = app.swagger();
  await Promise.all([app.close(), jobs.close(0), store.close()]);
  return `${JSON.stringify(description, null, 2)}\n`;
}
