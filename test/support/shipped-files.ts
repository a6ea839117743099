import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** Names of the shipped scenario files, from the folder of scenarios. */
export function listShippedFiles(): string[] {
  const yamlIn = (folder: string) =>
    readdirSync(new URL(`scenarios/${folder}`, root))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}${name}`);
  return [...yamlIn(''), ...yamlIn('lessons/'), ...yamlIn('backtests/')];
}

export function readShippedFile(name: string): string {
  return readFileSync(new URL(`scenarios/${name}`, root), 'utf8');
}

/** The page on the format, and the complete example on it. */
export function readFormatPage(): { readonly page: string; readonly example: string } {
  const page = readFileSync(new URL('docs/scenario-file.md', root), 'utf8');
  const example = /^```yaml\n(.*?)^```/ms.exec(page)?.[1] ?? '';
  return { page, example };
}
