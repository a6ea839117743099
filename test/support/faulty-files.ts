import { constants } from 'node:fs';
import type * as Files from 'node:fs/promises';

/** What goes wrong with the disk, and when. */
export interface Fault {
  /** Which call fails, from 1. */
  readonly at: number;
  readonly code: string;
  /** Only calls that change something count, and all later calls fail too, as when the process is gone. */
  readonly lasting: boolean;
}

const changing = new Set(['link', 'rename', 'rm', 'rmdir', 'mkdir', 'writeFile', 'chmod']);

const state: { calls: number; fault: Fault | undefined } = { calls: 0, fault: undefined };

/** Does a work while the disk has a fault. Says whether it came to that. */
export async function withFault<T>(
  fault: Fault,
  work: () => Promise<T>,
): Promise<{ readonly outcome: PromiseSettledResult<T>; readonly happened: boolean }> {
  Object.assign(state, { calls: 0, fault });
  const [outcome] = await Promise.allSettled([work()]);
  const happened = state.calls >= fault.at;
  state.fault = undefined;
  return { outcome, happened };
}

function isFaulty(name: string, args: readonly unknown[]): boolean {
  const { fault } = state;
  if (!fault) return false;
  const creates = name === 'open' && (Number(args[1]) & constants.O_CREAT) !== 0;
  if (!fault.lasting || creates || changing.has(name)) state.calls++;
  return fault.lasting ? state.calls >= fault.at : state.calls === fault.at;
}

function fail(): never {
  const code = state.fault?.code ?? 'EIO';
  throw Object.assign(new Error(`${code}: at /some/where`), { code });
}

/** `node:fs/promises` with faults; for vi.mock. */
export function withFaults(real: typeof Files): typeof Files {
  const entries = Object.entries(real).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value];
    const call = async (...args: unknown[]) => {
      if (isFaulty(name, args)) fail();
      const result = await (value as (...args: unknown[]) => unknown)(...args);
      return name === 'open' ? withFaultyMethods(result as Files.FileHandle) : result;
    };
    return [name, call];
  });
  return Object.fromEntries(entries);
}

/** What was written before the disk was full stays written. A file is closed even when closing fails. */
function withFaultyMethods(handle: Files.FileHandle): Files.FileHandle {
  return new Proxy(handle, {
    get(target, name) {
      const method = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        if (!isFaulty(String(name), args)) return method.apply(target, args);
        const [bytes] = args;
        if (name === 'writeFile' && bytes instanceof Uint8Array)
          await method.call(target, bytes.subarray(0, bytes.length / 2));
        if (name === 'close') await method.call(target);
        return fail();
      };
    },
  });
}
