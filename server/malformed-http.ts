import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { bareHeaders } from './problems.ts';

/** Answers bytes that are no request, or not the whole of one in time, and closes the connection. */
export function answerMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const { status, detail } = describe(error.code);
  const { headers, body } = write(status, detail);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'), () =>
    socket.destroy(),
  );
}

/** Answers a request that expects something other than 100-continue. */
export function answerExpectation(_: IncomingMessage, response: ServerResponse): void {
  const { headers, body } = write(417, 'The server knows no expectation but 100-continue.');
  response.writeHead(417, headers).end(body);
}

function write(status: number, detail: string) {
  const body = JSON.stringify({ status, title: STATUS_CODES[status], detail });
  const headers = {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
    ...bareHeaders,
  };
  return { headers, body };
}

function describe(code: string | undefined): { readonly status: number; readonly detail: string } {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, detail: 'The request did not arrive in time.' };
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, detail: 'The headers of the request, its address included, exceed 16 kB.' };
    default:
      return { status: 400, detail: 'This is no request of HTTP/1.1.' };
  }
}
