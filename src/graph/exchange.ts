import { GraphFailure } from './failure';
import type { GraphCall } from './graph';
import { readText } from './read-text';

/** How long one exchange may take, body included: well below the 30 s after which Chrome stops a worker. */
export const BUDGET_MS = 20_000;

/** What an exchange needs from outside. */
export interface Http {
  readonly graphOrigin: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly nowMs: () => number;
  /** {@link BUDGET_MS} unless a test says otherwise. */
  readonly budgetMs?: number;
  /** Aborts after so many milliseconds: `AbortSignal.timeout` unless a test has its own clock. */
  readonly timeoutSignal?: (waitMs: number) => AbortSignal;
}

/** One request: the address comes from `resources.ts` or is a checked link to the next page. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: object;
}

/** An answer of whoever answered, read whole and not judged yet. */
export interface Answer {
  readonly status: number;
  /** Where it came from. */
  readonly url: string;
  readonly headers: Headers;
  /** The body; null where it is larger than anything Graph has to say. */
  readonly text: string | null;
  readonly receivedAtMs: number;
}

/**
 * Sends one request and reads the answer. Rejects with {@link GraphFailure} `offline`, `timed-out`, or `signed-out`
 * for a token that cannot be sent. Every status is an answer: judging is `read-answer.ts`.
 */
export async function exchange(http: Http, call: GraphCall, request: GraphRequest): Promise<Answer> {
  // Browsers quote an invalid header in the error they throw: such a token must not get there.
  if (!/^[\x21-\x7e]+$/.test(call.token)) throw new GraphFailure('signed-out');
  // Called on its own: as a method of `http` the browser's fetch throws "Illegal invocation".
  const { fetch, nowMs, budgetMs = BUDGET_MS, timeoutSignal } = http;
  const signal = timeoutSignal ? timeoutSignal(budgetMs) : AbortSignal.timeout(budgetMs);
  const init = toInit(call, request, signal);
  try {
    const response = await fetch(request.url, init);
    const receivedAtMs = nowMs();
    const { status, url, headers } = response;
    return { status, url, headers, text: await readText(response, signal), receivedAtMs };
  } catch (cause) {
    throw new GraphFailure(signal.aborted ? 'timed-out' : 'offline', { cause });
  }
}

function toInit(call: GraphCall, { method, body }: GraphRequest, signal: AbortSignal): RequestInit {
  const headers = { Authorization: `Bearer ${call.token}`, 'client-request-id': call.requestId };
  const content = body && {
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  return {
    method,
    headers,
    signal,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    ...content,
  };
}
