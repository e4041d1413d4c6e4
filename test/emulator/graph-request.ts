import type { IncomingMessage } from 'node:http';
import { badRequest, GraphRefusal } from './graph-refusal';
import { readText } from './node-http';

/** A request to Graph whose body has been read whole. */
export interface GraphRequest {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly parameters: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** Empty where there is none. */
  readonly text: string;
}

export async function readGraphRequest(request: IncomingMessage): Promise<GraphRequest> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  return {
    method: request.method ?? 'GET',
    path: url.pathname.replace('%24', '$'),
    parameters: url.searchParams,
    headers: request.headers,
    text: await readText(request),
  };
}

/** The parsed body. Throws a `GraphRefusal`: 415 for another content type, 400 for no content type or no JSON. */
export function readJson({ headers, text }: GraphRequest): unknown {
  const type = headers['content-type'];
  if (type !== undefined && !/^application\/json(;|$)/i.test(type)) {
    throw new GraphRefusal(415, 'UnsupportedMediaType', `The content type '${type}' is not supported.`);
  }
  const json = type === undefined ? undefined : tryParse(text);
  if (json === undefined) {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
  return json;
}

/** The body as the log shows it: JSON where it is JSON, else the text, null without one. */
export function loggedBody({ text }: GraphRequest): unknown {
  return text === '' ? null : (tryParse(text) ?? text);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // `undefined` is no JSON value: the caller decides what broken JSON means.
    return undefined;
  }
}
