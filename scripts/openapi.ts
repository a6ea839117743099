import { fileURLToPath } from 'node:url';
import { createApp } from '../server/app.ts';
import { usualLimits } from '../server/jobs/limits.ts';
import { createServerJobs } from '../server/jobs/server-jobs.ts';

/** The description of the whole API, from the schemas of its routes, as the file that is published. */
export async function formatOpenapi(): Promise<string> {
  const pageFolder = fileURLToPath(new URL('../web', import.meta.url));
  const jobs = createServerJobs(usualLimits, () => {});
  const app = await createApp({ pageFolder, host: '127.0.0.1', jobs });
  await app.ready();
  const description = app.swagger();
  await Promise.all([app.close(), jobs.close(0)]);
  return `${JSON.stringify(description, null, 2)}\n`;
}
