import { smallScenario } from './small-scenario.ts';

/** A payload as links have it, which can be told to be anything. */
export function payload(
  content: string | Uint8Array<ArrayBuffer> = smallScenario,
  head: unknown = { file: 'club.yaml', plan: 0 },
): Blob {
  return new Blob([`${typeof head === 'string' ? head : JSON.stringify(head)}\n`, content]);
}

/** The fragment of a link with this payload, made with other code than the page's. */
export async function fragmentOf(content: Blob): Promise<string> {
  const packed = content.stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `#kept1=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** Changes one character of what follows `#kept1=` into another of the alphabet. */
export function withFlip(fragment: string, index: number, by: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const at = '#kept1='.length + index;
  const next = alphabet[(alphabet.indexOf(fragment[at]) + by) % alphabet.length];
  return fragment.slice(0, at) + next + fragment.slice(at + 1);
}
