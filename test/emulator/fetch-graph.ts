import * as v from 'valibot';
import type { Emulator } from './emulator';

const entity = v.looseObject({ id: v.string() });
const list = v.looseObject({ value: v.array(entity), '@odata.nextLink': v.optional(v.string()) });
const envelope = v.object({
  error: v.object({
    code: v.string(),
    message: v.string(),
    innerError: v.object({
      date: v.string(),
      'request-id': v.string(),
      'client-request-id': v.string(),
    }),
  }),
});

/** Where the languages are. */
export const LANGUAGES = '/beta/me/profile/languages';

export interface GraphFetchOptions {
  readonly method?: string;
  /** An object is sent as JSON, text as it is. */
  readonly body?: object | string;
  /** Replaces the headers that are sent otherwise; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** Sends one request to the emulated Graph, as the extension does. */
export function fetchGraph(
  { graphOrigin }: Emulator,
  token: string,
  path: string,
  { method = 'GET', body, headers = {} }: GraphFetchOptions = {},
): Promise<Response> {
  const wanted = {
    Authorization: `Bearer ${token}`,
    'Content-Type': body === undefined ? null : 'application/json',
    ...headers,
  };
  return fetch(path.startsWith('/') ? graphOrigin + path : path, {
    method,
    headers: Object.entries(wanted).filter((pair): pair is [string, string] => pair[1] !== null),
    // A Blob without a type brings no content type of its own.
    ...(body !== undefined && { body: new Blob([typeof body === 'string' ? body : JSON.stringify(body)]) }),
  });
}

export async function readEntity(response: Response): Promise<v.InferOutput<typeof entity>> {
  return v.parse(entity, await response.json());
}

export async function readList(response: Response): Promise<v.InferOutput<typeof list>> {
  return v.parse(list, await response.json());
}

export async function readError(response: Response): Promise<v.InferOutput<typeof envelope>['error']> {
  return v.parse(envelope, await response.json()).error;
}
