import type { GraphFailure } from './failure';

/** What a failed request did: `read` changes nothing, the others are the kinds of edit. */
export type RequestKind = 'read' | 'add' | 'change' | 'remove';

/** What to do about a failed request. Waits are whole milliseconds, at least 1 s. */
export type RetryDecision =
  /** It was not executed, or may be executed twice: send the same again after `waitMs`. */
  | { readonly next: 'wait'; readonly waitMs: number }
  /** It may have been executed: after `waitMs` read and compare, before anything is sent. */
  | { readonly next: 'reconcile'; readonly waitMs: number }
  /** The token was refused: get another one and send the same again. Once per request: that is the caller's to count. */
  | { readonly next: 'renew' }
  /** Definitely refused: keep what was asked and tell the person. */
  | { readonly next: 'park' }
  /** Nothing is left to do. */
  | { readonly next: 'done' };

/** What the decision rests on. */
export interface FailedRequest {
  readonly failure: GraphFailure;
  readonly kind: RequestKind;
  /** 1 for the first failure of this request. */
  readonly attempt: number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/**
 * How long an add that may have been executed is left alone before its absence from the list means anything: the
 * service may still be at it. There is no key by which the service would know the same add again.
 */
export const SETTLE_MS = 60_000;
/** {@link SETTLE_MS} where the service was still at work when the connection was given up. */
export const LONG_SETTLE_MS = 120_000;

const BASE_WAIT_MS = 2_000;
const MIN_WAIT_MS = 1_000;
const MAX_WAIT_MS = 15 * 60_000;
/** 423 and 425 say that nothing was done. */
const NOT_EXECUTED: readonly (number | null)[] = [423, 425];

/** Decides what happens after a failure; never a wait shorter than the service asked for. */
export function decideRetry(request: FailedRequest): RetryDecision {
  const { failure, kind } = request;
  switch (failure.code) {
    case 'signed-out':
      return { next: 'renew' };
    case 'refused':
    case 'forbidden':
    case 'clash':
    case 'unsupported':
      return { next: 'park' };
    case 'not-found':
      return { next: kind === 'remove' ? 'done' : 'park' };
    case 'throttled':
      return { next: 'wait', waitMs: hintMs(request) ?? backoffMs(request) };
    case 'offline':
    case 'timed-out':
    case 'not-graph':
    case 'unavailable': {
      const waitMs = Math.max(backoffMs(request), hintMs(request) ?? 0);
      if (kind === 'read' || NOT_EXECUTED.includes(failure.status)) return { next: 'wait', waitMs };
      return { next: 'reconcile', waitMs: kind === 'add' ? Math.max(waitMs, settleMs(failure)) : waitMs };
    }
  }
}

/** The service's own wait with up to a tenth on top, so that not everyone returns at once; null where it gave none. */
function hintMs({ failure: { retryAfterMs }, random }: FailedRequest): number | null {
  return retryAfterMs === null ? null : Math.ceil(retryAfterMs * (1 + random() / 10));
}

/** Full jitter. @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
function backoffMs({ attempt, random }: FailedRequest): number {
  const ceilingMs = Math.min(MAX_WAIT_MS, BASE_WAIT_MS * 2 ** (attempt - 1));
  return Math.max(MIN_WAIT_MS, Math.ceil(ceilingMs * random()));
}

function settleMs({ code, status }: GraphFailure): number {
  return code === 'timed-out' || status === 504 ? LONG_SETTLE_MS : SETTLE_MS;
}
