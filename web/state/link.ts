import { text } from '../text.ts';
import type { OpenDocument } from './choice.ts';
import { mostBytes, openText } from './documents.ts';
import { type Room, rooms } from './place.ts';
import { type Teaching, teachingThatFits } from './teaching.ts';
import type { Trouble } from './trouble.ts';

// A link is `#kept1=` and, in base64url, the zlib stream (RFC 1950) of one line of JSON and the scenario's text. The
// stream ends in a checksum: a link that was damaged on its way is refused, never opened with other numbers.

/** What a link carries. */
export interface Shared {
  readonly file: string;
  readonly planIndex: number;
  /** Where it was made. */
  readonly room?: Room | undefined;
  readonly view?: string | undefined;
  /** What a trainer has set. */
  readonly teaching?: Teaching | undefined;
  /** Key under which the scenario is offered that this one was made of; null if of none. */
  readonly of?: string | null | undefined;
  /** Text of the scenario. */
  readonly content: string;
}

export type LinkOpening =
  | {
      readonly ok: true;
      readonly document: OpenDocument;
      readonly planIndex: number;
      readonly room?: Room | undefined;
      readonly view?: string | undefined;
      readonly teaching?: Teaching | undefined;
      readonly of: string | null;
    }
  | { readonly ok: false; readonly trouble: Trouble };

const version = '1';
const longestView = 100;
/** Inflating can make a thousand bytes of each; small slices keep what has to be held before the limit is seen. */
const slice = 1024;

/** The fragment of a link, from its `#`. */
export async function writeLink({ content, ...shared }: Shared): Promise<string> {
  const { file, planIndex, room, view, teaching, of } = shared;
  const head = JSON.stringify({ file, plan: planIndex, room, view, teaching, of: of ?? null });
  const bytes = new TextEncoder().encode(`${head}\n${content}`);
  const packed = await pass(bytes, new CompressionStream('deflate'), Number.POSITIVE_INFINITY);
  return `#kept${version}=${toBase64Url(packed ?? new Uint8Array())}`;
}

/** Reads the fragment of a link and checks the scenario in it; whatever is wrong comes back in words. */
export async function readLink(fragment: string): Promise<LinkOpening> {
  const parts = /^#kept(\d+)=(.*)$/s.exec(fragment);
  if (parts && parts[1] !== version) return refuse(text.linkOther, text.linkOtherAdvice);
  const packed = fromBase64Url(parts?.[2] ?? '');
  if (!packed) return damaged();
  let bytes: Uint8Array | null;
  try {
    bytes = await pass(packed, new DecompressionStream('deflate'), mostBytes);
  } catch {
    return damaged();
  }
  if (!bytes) return refuse(text.tooLarge(text.linkScenario), text.linkAdvice);
  const shared = readShared(bytes);
  return shared ? openShared(shared) : damaged();
}

async function openShared({
  file,
  planIndex,
  teaching,
  content,
  of = null,
  ...spot
}: Shared): Promise<LinkOpening> {
  const opening = await openText(file, content);
  if (!opening.ok) {
    const { problems } = opening.trouble;
    const title = text.problemsTitle(text.linkScenario, problems.length);
    return { ok: false, trouble: { title, advice: text.linkAdvice, problems } };
  }
  const { document } = opening;
  // A scenario without plans is shown as its plan 0.
  if (planIndex > 0 && planIndex >= document.scenario.plans.length) return damaged();
  const fitting = teachingThatFits(teaching, document.scenario);
  return { ok: true, document, planIndex, ...spot, teaching: fitting, of };
}

function readShared(bytes: Uint8Array): Shared | null {
  try {
    const all = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const end = all.indexOf('\n');
    const { file, plan, room, view, teaching, of } = JSON.parse(all.slice(0, end));
    if (typeof file !== 'string' || !Number.isSafeInteger(plan) || plan < 0) return null;
    const content = all.slice(end + 1);
    const name = safeName(file);
    return {
      ...{ file: name, planIndex: plan, teaching, content },
      room: rooms.find((known) => known === room),
      // Each room takes a view that it does not know for its first.
      view: typeof view === 'string' ? view.slice(0, longestView) : undefined,
      // Older links name nothing: what they were made of had the name of the file.
      of: of === undefined ? name : typeof of === 'string' ? of : null,
    };
  } catch {
    return null;
  }
}

/** The file is offered for download under this name: nothing but a plain name will do. */
function safeName(file: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._()+-]{0,98}\.(ya?ml|json)$/iu.test(file) ? file : 'scenario.yaml';
}

function refuse(title: string, advice: string): LinkOpening {
  return { ok: false, trouble: { title, advice, problems: [] } };
}

function damaged(): LinkOpening {
  return refuse(text.linkDamaged, text.linkDamagedAdvice);
}

/** Sends bytes through a stream. `null` as soon as more than `most` come out; rejects when the stream refuses them. */
async function pass(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array | null> {
  // What the stream refuses is told to the reader of its other end.
  feed(through.writable.getWriter(), bytes).catch(() => {});
  const reader: ReadableStreamDefaultReader<Uint8Array> = through.readable.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel().catch(() => {});
      return null;
    }
    parts.push(value);
  }
  return join(parts, size);
}

async function feed(
  writer: WritableStreamDefaultWriter<BufferSource>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  for (let at = 0; at < bytes.length; at += slice) await writer.write(bytes.subarray(at, at + slice));
  await writer.close();
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Spaces, line breaks and full stops that a mail program put into a link are no part of it. */
function fromBase64Url(written: string): Uint8Array<ArrayBuffer> | null {
  const plain = written.replaceAll(/%[0-9a-f]{2}|[^\w-]/gi, '');
  try {
    const binary = atob(plain.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}
