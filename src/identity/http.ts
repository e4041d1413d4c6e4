import { readRetryAfterMs } from '../retry-after';
import { SignInFailure } from './failure';

/** Asks the directory's login host. Rejects with {@link SignInFailure}; any answer of the host resolves, whatever its status. */
export type LoginFetch = (url: string, request?: RequestInit) => Promise<Response>;

/** The browser's `fetch`, as far as it is used. */
export type PlainFetch = (url: string, request: RequestInit) => Promise<Response>;

/** The service code of a host that did not answer in time. */
export const NO_ANSWER = 'no_answer';

const ANSWER_LIMIT_MS = 15_000;
const ANSWER_LIMIT_BYTES = 64 * 1024;

/** A fetch that reaches one login host and nothing else, without cookies, cache, redirects or referrer. */
export function createLoginFetch(fetch: PlainFetch, loginOrigin: string, nowMs: () => number): LoginFetch {
  return async (url, request) => {
    if (new URL(url).origin !== loginOrigin) throw new SignInFailure('not-trusted');
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
    try {
      const response = await fetch(url, {
        ...request,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal,
      });
      return await readWithinLimit(response, nowMs);
    } catch (error) {
      if (error instanceof SignInFailure) throw error;
      if (signal.aborted) throw new SignInFailure('unavailable', { serviceCode: NO_ANSWER });
      throw new SignInFailure('offline');
    }
  };
}

/** How long an answer of a {@link LoginFetch} asks to wait; null where it asks for nothing. */
export function askedWaitMs({ headers }: Response): number | null {
  const seconds = headers.get('retry-after');
  return seconds === null ? null : Number(seconds) * 1_000;
}

/** A copy with the whole body at hand; of the headers only what the body is and, in whole seconds, the asked wait. */
async function readWithinLimit(response: Response, nowMs: () => number): Promise<Response> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let sizeBytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    sizeBytes += part.value.byteLength;
    if (sizeBytes > ANSWER_LIMIT_BYTES) {
      await reader?.cancel();
      throw new SignInFailure('unavailable');
    }
    chunks.push(part.value);
  }
  const { status, headers: given } = response;
  const headers = new Headers({ 'content-type': given.get('content-type') ?? '' });
  const clocks = { nowMs: nowMs(), dateHeader: given.get('date') };
  const waitMs = readRetryAfterMs(given.get('retry-after'), clocks);
  if (waitMs !== null) headers.set('retry-after', `${Math.ceil(waitMs / 1_000)}`);
  return new Response(sizeBytes > 0 ? new Blob(chunks) : null, { status, headers });
}
