import { fileURLToPath } from 'node:url';
import { createApp } from '../server/app.ts';

/** The description of the API, from the schemas of its routes, as the file that is published. */
export async function formatOpenapi(): Promise<string> {
  const pageFolder = fileURLToPath(new URL('../web', import.meta.url));
  const app = await createApp({ pageFolder, host: '127.0.0.1' });
  await app.ready();
  const description = app.swagger();
  await app.close();
  return `${JSON.stringify(description, null, 2)}\n`;
}
