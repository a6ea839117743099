export interface WritersReport {
  readonly saved: number;
  /** Saves over what somebody else had changed. */
  readonly refused: number;
  readonly versions: number;
  readonly wrong: readonly string[];
}

const headers = { 'content-type': 'application/yaml' };

/**
 * Several writers of one file over HTTP. Each reads the file and saves it with a line of its own added; whoever is
 * refused reads again. In the end the file must hold every line that was confirmed.
 */
export async function writeTogether(
  url: string,
  name: string,
  { writers, rounds }: { readonly writers: number; readonly rounds: number },
): Promise<WritersReport> {
  const address = `${url}/api/scenarios/${encodeURIComponent(name)}`;
  const made = await fetch(address, {
    ...{ method: 'PUT', body: 'format: kept/1\n' },
    headers: { ...headers, 'if-none-match': '*' },
  });
  if (made.status !== 201) throw new Error(`${made.status} ${await made.text()}`);
  const confirmed: string[] = [];
  const wrong: string[] = [];
  let refused = 0;
  const write = async (writer: number) => {
    for (let round = 0; round < rounds; ) {
      const read = await fetch(address);
      const line = `# ${writer}:${round}`;
      const body = `${await read.text()}${line}\n`;
      const etag = read.headers.get('etag') ?? '';
      const saved = await fetch(address, { method: 'PUT', body, headers: { ...headers, 'if-match': etag } });
      await saved.text();
      if (saved.ok) {
        confirmed.push(line);
        round++;
      } else if (saved.status === 412) refused++;
      else {
        wrong.push(`${saved.status}`);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const lines = new Set((await (await fetch(address)).text()).split('\n'));
  wrong.push(...confirmed.filter((line) => !lines.has(line)).map((line) => `${line} is lost`));
  const history = (await (await fetch(`${address}/history`)).json()) as {
    readonly versions: readonly unknown[];
  };
  return { saved: confirmed.length, refused, versions: history.versions.length, wrong };
}
