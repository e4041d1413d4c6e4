import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { GraphRefusal } from './graph-refusal';

/** What a Graph route answers, before the headers that every answer has. */
export interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The headers that a page may read of Graph's answers: not `Date` and not `x-ms-ags-diagnostic`. */
const EXPOSED_HEADERS = [
  'ETag',
  'Location',
  'Preference-Applied',
  'Content-Range',
  'request-id',
  'client-request-id',
  'ReadWriteConsistencyToken',
  'Retry-After',
  'SdkVersion',
  'WWW-Authenticate',
  'x-ms-client-gcc-tenant',
  'X-Planner-Operationid',
  'x-ms-permissions-recommendations',
].join(', ');

const DIAGNOSTIC = JSON.stringify({ ServerInfo: { DataCenter: 'Emulator', Slice: 'E', Ring: '0' } });

/** Sets what every answer of Graph carries; the ids echo the caller's `client-request-id`. */
export function setCommonHeaders(request: IncomingMessage, response: ServerResponse): void {
  const requestId = randomUUID();
  response.setHeader('request-id', requestId);
  response.setHeader('client-request-id', request.headers['client-request-id'] ?? requestId);
  response.setHeader('x-ms-ags-diagnostic', DIAGNOSTIC);
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', EXPOSED_HEADERS);
  response.setHeader('Cache-Control', 'no-cache');
}

/** Answers a CORS preflight as Graph does: any method, any header. */
export function sendPreflight(request: IncomingMessage, response: ServerResponse): void {
  const wantedHeaders = request.headers['access-control-request-headers'];
  response.writeHead(200, {
    'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE',
    ...(wantedHeaders !== undefined && { 'Access-Control-Allow-Headers': wantedHeaders }),
    'Access-Control-Max-Age': '3600',
    'Content-Length': '0',
  });
  response.end();
}

/** Sends JSON, or nothing where there is no body. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  writeHead(response, answer);
  response.end(answer.body && JSON.stringify(answer.body));
}

/** Sends the head and not the body; of an answer without a body, the first line of the head. */
export function beginAnswer(response: ServerResponse, answer: Answer): void {
  if (answer.body === undefined) {
    response.socket?.write(`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n`);
  } else {
    writeHead(response, answer);
    response.flushHeaders();
  }
}

function writeHead(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    ...headers,
    ...(body !== undefined && {
      'Content-Type': 'application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8',
    }),
  });
}

/** The error envelope. Call after {@link setCommonHeaders}: it repeats the ids. */
export function refusalAnswer(
  response: ServerResponse,
  { status, code, message, headers }: GraphRefusal,
): Answer {
  return {
    status,
    headers,
    body: {
      error: {
        code,
        message,
        innerError: {
          // The service leaves the offset out.
          date: new Date().toISOString().slice(0, 19),
          'request-id': response.getHeader('request-id'),
          'client-request-id': response.getHeader('client-request-id'),
        },
      },
    },
  };
}
