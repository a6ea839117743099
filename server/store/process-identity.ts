import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import process from 'node:process';

/** What tells a process from all others, earlier ones with the same number included. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Of this start of the machine; absent where the system has none. */
  readonly boot?: string;
  /** When the process began, in ticks since then; absent where the system does not say. */
  readonly started?: string;
}

export async function identifySelf(): Promise<ProcessIdentity> {
  const [boot, self] = await Promise.all([readBoot(), readProcess(process.pid)]);
  return {
    pid: process.pid,
    host: hostname(),
    ...(boot !== undefined && { boot }),
    ...(self !== undefined && { started: self.started }),
  };
}

/** Whether a process may still run. One on another machine may: nothing can be known of it here. */
export async function mayRun(other: ProcessIdentity): Promise<boolean> {
  if (other.host !== hostname()) return true;
  const boot = await readBoot();
  if (boot !== undefined && other.boot !== undefined && boot !== other.boot) return false;
  if (!isKnown(other.pid)) return false;
  const found = await readProcess(other.pid);
  // Known to the system, but hidden from this user, or no system that tells more.
  if (!found || other.started === undefined) return true;
  return found.started === other.started && !'ZX'.includes(found.state);
}

function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function readBoot(): Promise<string | undefined> {
  const text = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => undefined);
  return text?.trim();
}

async function readProcess(pid: number): Promise<{ state: string; started: string } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name, in brackets, may hold spaces and brackets; the state is the first field after it, the start the twentieth.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields && fields.length > 19 ? { state: fields[0], started: fields[19] } : undefined;
}
