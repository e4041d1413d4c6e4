import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request, in its own time. */
export type AsyncHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A server that listens on 127.0.0.1 only. */
export interface LocalServer {
  /** Without a trailing slash. */
  readonly origin: string;
  /** Who answers; until then every request gets 503. */
  answerWith(handler: AsyncHandler): void;
  /** Stops listening and drops every connection. */
  close(): Promise<void>;
}

/**
 * Listens; port 0 takes any free one. Fails with an error that names the port when it is taken.
 * `portVariable` is the environment variable with which a person can choose another.
 */
export async function listen(port: number, portVariable: string): Promise<LocalServer> {
  let answer: AsyncHandler = (_, response) => {
    response.writeHead(503).end();
    return Promise.resolve();
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A caller who went away is no failure of the server.
      if (request.socket.destroyed) return;
      console.error(error);
      response.statusCode = 500;
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portTaken(port, portVariable, error) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    answerWith(handler) {
      answer = handler;
    },
    close: () => close(server),
  };
}

/** The whole body as text. Fails when the connection ends early. */
export async function readText(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** Sends a web page as a proxy or a captive portal does, in place of what was asked for. */
export function sendForeignPage(response: ServerResponse, status: number, title: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Access-Control-Allow-Origin': '*',
  });
  response.end(`<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`);
}

function portTaken(port: number, portVariable: string, cause: Error): Error {
  return new Error(
    `Port ${port} on 127.0.0.1 is taken. Stop what uses it, or choose another with ${portVariable}.`,
    { cause },
  );
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server does not listen on a port.');
  return address.port;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}
