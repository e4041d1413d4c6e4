import type { Http } from '../../src/graph/exchange';
import { GraphFailure } from '../../src/graph/failure';

export const GRAPH = 'https://graph.example';
export const COLLECTION = `${GRAPH}/beta/me/profile/languages`;
export const REQUEST_ID = '11111111-2222-4333-8444-555555555555';
/** Shaped like the real thing, so that a search for a part of it finds it anywhere. */
export const TOKEN = 'eyJhbGciOiJub25lIn0.c2VjcmV0LXRva2Vu.c2lnbmF0dXJl';
export const CALL = { token: TOKEN, requestId: '99999999-8888-4777-8666-555555555555' };
export const NOW_MS = Date.UTC(2026, 0, 15, 12);

/** A literal Response with an address, which the constructor cannot give it. */
export function respond(body: BodyInit | null, init: ResponseInit & { url?: string } = {}): Response {
  const response = new Response(body, init);
  Object.defineProperty(response, 'url', { value: init.url ?? COLLECTION });
  return response;
}

/** An answer as Graph gives it: JSON with a request id. */
export function respondJson(
  body: unknown,
  { headers, ...init }: { status?: number; headers?: Record<string, string>; url?: string } = {},
): Response {
  const own = { 'content-type': 'application/json;odata.metadata=minimal', 'request-id': REQUEST_ID };
  return respond(JSON.stringify(body), {
    ...init,
    headers: { ...own, ...headers },
  });
}

/** A language as Graph stores one that was written through this API. */
export function aWireLanguage(fields: object = {}) {
  return {
    id: '0fb4c1e3-c1e3-0fb4-e3c1-b40fe3c1b40f',
    displayName: 'Norwegian Bokmål',
    tag: 'nb-NO',
    proficiency: null,
    spoken: 'nativeOrBilingual',
    written: 'fullProfessional',
    reading: 'nativeOrBilingual',
    allowedAudiences: 'organization',
    inference: null,
    createdDateTime: '2020-07-06T06:34:12.2294868Z',
    lastModifiedDateTime: '2020-07-07T06:34:12.2294868Z',
    createdBy: { application: null, device: null, user: { displayName: 'Ada', id: 'ada' } },
    source: { type: ['User'] },
    sources: [{ sourceId: '46a57efc-33f8-4eec-a512-b90039ad6187', isDefaultSource: true, properties: [] }],
    ...fields,
  };
}

export interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

/**
 * A Graph that gives the next of its answers to each request and remembers the requests. An answer is a Response, an
 * error to fail with, or 'silence'. As in a browser, a signal ends the wait, and nothing comes after the last answer.
 */
export function fakeGraph(answers: readonly (Response | Error | 'silence')[], options: Partial<Http> = {}) {
  const sent: SentRequest[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const answer = answers[sent.length];
    sent.push({ url, init, headers: new Headers(init.headers) });
    if (answer === undefined) throw new Error(`No answer left for ${url}`);
    if (answer instanceof Error) throw answer;
    if (answer !== 'silence') return answer;
    return new Promise((_, reject) => {
      init.signal?.addEventListener('abort', () => {
        reject(new DOMException('The operation was aborted', 'AbortError'));
      });
    });
  };
  const http: Http = { graphOrigin: GRAPH, fetch, nowMs: () => NOW_MS, ...options };
  return { http, sent };
}

/** The failure that a call ends in; fails the test where it ends in anything else. */
export async function failureOf(work: Promise<unknown>): Promise<GraphFailure> {
  const end = await work.then(
    (value) => new Error('It did not fail', { cause: value }),
    (error: unknown) => error,
  );
  if (end instanceof GraphFailure) return end;
  throw end instanceof Error ? end : new Error('It failed with something else', { cause: end });
}
