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
export function createLoginFetch(fetch: PlainFetch, loginOrigin: string): LoginFetch {
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
      return await readWithinLimit(response);
    } catch (error) {
      if (error instanceof SignInFailure) throw error;
      if (signal.aborted) throw new SignInFailure('unavailable', { serviceCode: NO_ANSWER });
      throw new SignInFailure('offline');
    }
  };
}

/** A copy with the whole body at hand and only the header that says what the body is. */
async function readWithinLimit(response: Response): Promise<Response> {
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
  const { status } = response;
  const headers = { 'content-type': response.headers.get('content-type') ?? '' };
  return new Response(sizeBytes > 0 ? new Blob(chunks) : null, { status, headers });
}
