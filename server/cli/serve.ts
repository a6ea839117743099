import { type RunningServer, type ServerOptions, startServer, untilStopped } from '../main.ts';
import { FolderInUse } from '../store/lock.ts';
import { FolderUnusable } from '../store/scenario-store.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { parseServeOptions, serveOptions, usualPort } from './serve-options.ts';
import type { Terminal } from './terminal.ts';

export const serve: Command = {
  name: 'serve',
  usage: '[--port N] [--host H --token-file FILE] ...',
  summary: 'Serves the page and the API, on this machine alone unless told otherwise',
  options: serveOptions,
  notes: [
    'On 127.0.0.1 nobody else can reach it. Where others can, each needs a token of the token file; docs/server.md tells more.',
  ],
  examples: [
    { line: 'kept serve', meaning: 'On this machine' },
    { line: 'kept serve --port 8080', meaning: 'On a port of your choice' },
    { line: 'kept serve --folder plans', meaning: 'With scenarios of your own' },
    { line: 'kept serve --host 0.0.0.0 --token-file kept.tokens', meaning: 'For your network' },
  ],
  run: async (args, terminal) => {
    const [operand] = args.operands;
    if (operand !== undefined)
      throw new UsageError(`serve takes no file; "${operand}" is opened in the page`);
    const options = parseServeOptions(args);
    const server = await start(options);
    announce(server, options, terminal);
    await untilStopped();
    terminal.err(`Stopping, within ${options.graceSeconds} s … (once more ends it at once)\n`);
    await server.close();
    return exitCodes.fine;
  },
};

async function start(options: ServerOptions): Promise<RunningServer> {
  try {
    return await startServer(options);
  } catch (error) {
    if (error instanceof FolderInUse) throw explainHolder(error, options);
    if (error instanceof FolderUnusable) throw explainFolder(error, options);
    throw explainListenFailure(error, options);
  }
}

function explainHolder({ holder }: FolderInUse, { folder }: ServerOptions): UsageError {
  const held = holder
    ? `another Kept: process ${holder.pid} on ${holder.host}, since ${holder.since}${holder.url ? `, at ${holder.url}` : ''}`
    : 'something unknown; its lock cannot be read';
  return new UsageError(
    `${nameFolder(folder)} is in use by ${held}`,
    'Stop that one, take another folder with --folder DIR, or start with --read-only. When it surely runs no more, as after the end of another machine, remove .kept/lock in the folder.',
  );
}

function explainFolder({ message }: FolderUnusable, { folder }: ServerOptions): UsageError {
  return new UsageError(`${nameFolder(folder)} ${message}`, 'Name a folder of scenarios: --folder DIR');
}

function nameFolder(folder: string | undefined): string {
  return folder === undefined ? 'the folder of the shipped scenarios' : `the folder "${folder}"`;
}

function announce(
  server: RunningServer,
  { orNext, tokens = [], folder, readOnly = false }: ServerOptions,
  terminal: Terminal,
): void {
  if (server.readOnly && !readOnly)
    terminal.err(`Nothing can be written to ${nameFolder(folder)}, so scenarios cannot be saved.\n`);
  if (orNext && server.port !== usualPort) {
    terminal.err(`Port ${usualPort} is taken, so this is the next free one (--port N chooses another).\n`);
  }
  if (tokens.length > 0) terminal.err(`The API asks for one of ${tokens.length} tokens.\n`);
  terminal.out(`Kept is at ${server.url}  (Ctrl+C stops it)\n`);
}

function explainListenFailure(error: unknown, { host, port }: ServerOptions): unknown {
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
