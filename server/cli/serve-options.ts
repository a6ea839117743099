import { BlockList, isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { usualLimits } from '../access/limits.ts';
import { isLoopback } from '../access/loopback.ts';
import { makeToken } from '../access/tokens.ts';
import { usualLimits as usualJobLimits } from '../jobs/limits.ts';
import type { LogLevel } from '../log.ts';
import type { ServerOptions } from '../main.ts';
import { type Arguments, type Option, UsageError } from './command.ts';
import { parseWhole } from './parse-arguments.ts';
import { readTokenFile } from './read-token-file.ts';

export const usualPort = 4173;

export const serveOptions: readonly Option[] = [
  {
    name: 'port',
    value: 'N',
    meaning: `Port to listen on; without it ${usualPort} or the next free one; 0: any`,
  },
  { name: 'host', value: 'H', meaning: 'Address to listen on (default 127.0.0.1)' },
  { name: 'folder', value: 'DIR', meaning: 'Folder of the scenarios (default: those that ship with Kept)' },
  { name: 'read-only', meaning: 'Never writes to that folder' },
  {
    name: 'token-file',
    value: 'FILE',
    meaning: 'Who may use the API: a token a line, read-only or read-write',
  },
  { name: 'name', value: 'HOST', meaning: 'A further host name it is reached by', repeats: true },
  { name: 'behind-proxy', value: 'ADDRESS', meaning: 'A proxy that says for whom it asks', repeats: true },
  { name: 'behind-tls', meaning: 'The proxy in front speaks https' },
  {
    name: 'log',
    value: 'LEVEL',
    meaning: 'error (default) or info: each request as a line of JSON on stderr',
  },
  { name: 'grace', value: 'S', meaning: 'How long a stop waits for running requests (default 10 s)' },
  {
    name: 'reads-per-minute',
    value: 'N',
    meaning: `Requests of one client that look (default ${usualLimits.readsPerMinute})`,
  },
  {
    name: 'writes-per-minute',
    value: 'N',
    meaning: `Requests of one client that compute or write (default ${usualLimits.writesPerMinute})`,
  },
  {
    name: 'threads',
    value: 'N',
    meaning: 'Long jobs worked on at the same time, each on a core of its own (default: all cores)',
  },
  {
    name: 'job-memory',
    value: 'MB',
    meaning: `Memory that one job may use (default ${usualJobLimits.memoryMegabytes})`,
  },
  {
    name: 'job-work',
    value: 'MILLIONS',
    meaning: `Cell-months that one job may take, in millions (default ${usualJobLimits.mostWork / 1e6}, about a quarter of an hour)`,
  },
  {
    name: 'open-jobs',
    value: 'N',
    meaning: `Jobs that may wait or run (default ${usualJobLimits.mostOpen})`,
  },
  {
    name: 'open-jobs-per-client',
    value: 'N',
    meaning: `The same of one client (default ${usualJobLimits.mostOpenOfClient})`,
  },
];

/** What the options of `kept serve` ask for. Throws UsageError, also where others would reach it without a token. */
export function parseServeOptions(args: Arguments): ServerOptions {
  const first = (name: string) => args.valuesOf(name)[0];
  const whole = (name: string, usual: number, lowest: number, highest: number) => {
    const written = first(name);
    return written === undefined ? usual : parseWhole(written, { name: `--${name}`, lowest, highest });
  };
  const host = first('host') ?? '127.0.0.1';
  const names = args.valuesOf('name').map(checkName);
  const proxies = args.valuesOf('behind-proxy').map(checkProxy);
  const behindTls = args.has('behind-tls');
  const tokenFile = first('token-file');
  const folder = first('folder');
  const opened = openedBy({ host, names, proxies, behindTls });
  if (tokenFile === undefined && opened !== undefined) throw tokenNeeded(opened);
  return {
    host,
    names,
    proxies,
    behindTls,
    tokens: tokenFile === undefined ? [] : readTokenFile(tokenFile),
    port: whole('port', usualPort, 0, 65_535),
    orNext: first('port') === undefined,
    ...(folder !== undefined && { folder }),
    readOnly: args.has('read-only'),
    graceSeconds: whole('grace', 10, 0, 3600),
    limits: {
      readsPerMinute: whole('reads-per-minute', usualLimits.readsPerMinute, 1, 1_000_000),
      writesPerMinute: whole('writes-per-minute', usualLimits.writesPerMinute, 1, 1_000_000),
    },
    jobLimits: {
      threads: whole('threads', availableParallelism(), 1, 256),
      memoryMegabytes: whole('job-memory', usualJobLimits.memoryMegabytes, 64, 65_536),
      mostWork: 1e6 * whole('job-work', usualJobLimits.mostWork / 1e6, 1, 1_000_000),
      mostOpen: whole('open-jobs', usualJobLimits.mostOpen, 1, 10_000),
      mostOpenOfClient: whole('open-jobs-per-client', usualJobLimits.mostOpenOfClient, 1, 10_000),
    },
    log: { level: checkLevel(first('log') ?? 'error'), stream: process.stderr },
  };
}

/** The option by which others than this machine's users reach the server. */
function openedBy({
  host,
  names,
  proxies,
  behindTls,
}: Required<Pick<ServerOptions, 'host' | 'names' | 'proxies' | 'behindTls'>>): string | undefined {
  if (!isLoopback(host)) return `--host ${host}`;
  const name = names.find((each) => !isLoopback(each));
  if (name !== undefined) return `--name ${name}`;
  if (proxies.length > 0) return '--behind-proxy';
  return behindTls ? '--behind-tls' : undefined;
}

function tokenNeeded(option: string): UsageError {
  return new UsageError(
    `${option} opens Kept to others, so it needs --token-file FILE`,
    `This makes one: ${makeToken}\nThen start with: --token-file kept.tokens`,
  );
}

function checkName(name: string): string {
  if (/^[a-z0-9._-]{1,253}$/i.test(name) || isIP(name) !== 0) return name;
  throw new UsageError(`--name takes a host name without scheme and port, not "${name}"`);
}

function checkProxy(address: string): string {
  const [base = '', prefix] = address.split('/');
  const family = isIP(base);
  try {
    if (family === 0 || (prefix !== undefined && !/^[1-9]\d{0,2}$/.test(prefix)))
      throw new Error('no address');
    if (prefix !== undefined) new BlockList().addSubnet(base, Number(prefix), family === 4 ? 'ipv4' : 'ipv6');
  } catch {
    throw new UsageError(`--behind-proxy takes an address such as 10.0.0.5 or 10.0.0.0/24, not "${address}"`);
  }
  return address;
}

function checkLevel(level: string): LogLevel {
  if (level === 'error' || level === 'info') return level;
  throw new UsageError(`--log is error or info, not "${level}"`);
}
