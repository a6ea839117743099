import { isLoopback } from '../access/loopback.ts';
import { type RunningServer, startServer, untilStopped } from '../main.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { parseWhole } from './parse-arguments.ts';
import type { Terminal } from './terminal.ts';

const usualPort = 4173;

export const serve: Command = {
  name: 'serve',
  usage: '[--port N] [--host H]',
  summary: 'Serves the page, on this machine alone unless told otherwise',
  options: [
    {
      name: 'port',
      value: 'N',
      meaning: `Port to listen on; without it ${usualPort} or the next free one; 0: any`,
    },
    { name: 'host', value: 'H', meaning: 'Address to listen on (default 127.0.0.1)' },
  ],
  notes: [
    'On 127.0.0.1 nobody else can reach it. Any other address opens it to your network, without a password.',
  ],
  examples: [
    { line: 'kept serve', meaning: 'On this machine' },
    { line: 'kept serve --port 8080', meaning: 'On a port of your choice' },
    { line: 'kept serve --host 0.0.0.0', meaning: 'For your network' },
  ],
  run: async (args, terminal) => {
    const [operand] = args.operands;
    if (operand !== undefined)
      throw new UsageError(`serve takes no file; "${operand}" is opened in the page`);
    const [host = '127.0.0.1'] = args.valuesOf('host');
    const [written] = args.valuesOf('port');
    const server = await start(host, written);
    announce(server, host, written === undefined, terminal);
    await untilStopped();
    terminal.err('Stopping …\n');
    await server.close();
    return exitCodes.fine;
  },
};

async function start(host: string, written: string | undefined): Promise<RunningServer> {
  const port =
    written === undefined ? usualPort : parseWhole(written, { name: '--port', lowest: 0, highest: 65535 });
  try {
    return await startServer({ host, port, orNext: written === undefined });
  } catch (error) {
    throw explainListenFailure(error, host, port);
  }
}

function announce(server: RunningServer, host: string, byDefault: boolean, terminal: Terminal): void {
  if (byDefault && server.port !== usualPort) {
    terminal.err(`Port ${usualPort} is taken, so this is the next free one (--port N chooses another).\n`);
  }
  if (!isLoopback(host))
    terminal.err('Anyone who reaches this address can open the page; there is no password.\n');
  terminal.out(`Kept is at ${server.url}  (Ctrl+C stops it)\n`);
}

function explainListenFailure(error: unknown, host: string, port: number): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new UsageError(
        `port ${port} on ${host} is taken`,
        `Choose another: --port ${port === 65_535 ? usualPort : port + 1}`,
      );
    case 'EACCES':
      return new UsageError(`port ${port} may not be opened by you`, 'Choose one above 1023: --port 4173');
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new UsageError(
        `"${host}" is no address of this machine`,
        'Use 127.0.0.1, or 0.0.0.0 for all of them.',
      );
    default:
      return error;
  }
}
