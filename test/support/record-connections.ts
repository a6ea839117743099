import { type AddressInfo, connect, createServer } from 'node:net';

/** Stands between a browser and a server, and keeps every byte that the browser sent. */
export interface Recorder {
  readonly url: string;
  readonly sent: () => string;
  close(): void;
}

export async function recordConnections(port: number): Promise<Recorder> {
  const parts: Buffer[] = [];
  const server = createServer((browser) => {
    const beyond = connect(port, '127.0.0.1');
    browser.on('data', (part) => parts.push(part));
    browser.on('error', () => beyond.destroy());
    beyond.on('error', () => browser.destroy());
    browser.pipe(beyond).pipe(browser);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent: () => Buffer.concat(parts).toString('latin1'),
    close: () => void server.close(),
  };
}
