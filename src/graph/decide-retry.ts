import type { GraphFailure } from './failure';

/** What was sent, whatever the edit behind it asks for. A read changes nothing: it is tried again after a while. */
export type RequestKind = 'create' | 'update' | 'remove';

/** What to do about a failed request. Waits are whole milliseconds from 1 s to 24 h, never less than was asked for. */
export type RetryDecision =
  /** Not executed, and nothing is wrong with it: send it again when the gate opens that this failure closes. */
  | { readonly next: 'put-off' }
  /**
   * It may have been executed, or may yet be: after `waitMs` read and compare, before anything is sent; where it is not
   * found before `settleMs` have passed, that means nothing.
   */
  | { readonly next: 'reconcile'; readonly waitMs: number; readonly settleMs: number }
  /** Not executed, since the profile is not as it was thought to be: read it and plan anew; the same plan is parked. */
  | { readonly next: 'reread' }
  /** The language is not on the profile any more: whether it shall be is the person's to say. */
  | { readonly next: 'gone' }
  /** Definitely refused: keep what was asked and tell the person. */
  | { readonly next: 'park' }
  /** Nothing is left to do. */
  | { readonly next: 'done' };

/** What the decision rests on. */
export interface FailedRequest {
  readonly failure: GraphFailure;
  readonly kind: RequestKind;
  /** 1 for the first failure of this edit. */
  readonly attempt: number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/**
 * How long a request that may have been executed is left alone before its absence from the profile means anything: the
 * service may still be at it. There is no key by which the service would know the same request again.
 */
export const SETTLE_MS = 60_000;
/** {@link SETTLE_MS} where the service may still have been at work when the connection ended. */
export const LONG_SETTLE_MS = 120_000;

const BASE_WAIT_MS = 2_000;
const MIN_WAIT_MS = 1_000;
const MAX_BACKOFF_MS = 15 * 60_000;
const MAX_WAIT_MS = 24 * 60 * 60_000;
/** Only what names one language can miss it. */
const NOT_FOUND = { create: 'park', update: 'gone', remove: 'done' } as const;

/** Decides what happens after a change that failed; never a wait shorter than the service asked for. */
export function decideRetry({ failure, kind, attempt, random }: FailedRequest): RetryDecision {
  const { retryAfterMs } = failure;
  switch (failure.code) {
    case 'refused':
    case 'forbidden':
    case 'unsupported':
      return { next: 'park' };
    case 'clash':
      return { next: 'reread' };
    case 'not-found':
      return { next: NOT_FOUND[kind] };
    case 'throttled':
    case 'signed-out':
      return { next: 'put-off' };
    case 'offline':
    case 'timed-out':
    case 'not-graph':
    case 'unavailable': {
      const waitMs = Math.max(backoffMs(attempt, random), hintMs(retryAfterMs, random) ?? 0);
      return { next: 'reconcile', waitMs, settleMs: Math.max(waitMs, settleMs(failure)) };
    }
  }
}

/**
 * How long to leave the service alone, in milliseconds: as long as it asks for (`retryAfterMs`), else a backoff that
 * grows with the attempt, 1 for the first failure.
 */
export function retryWaitMs(retryAfterMs: number | null, attempt: number, random: () => number): number {
  return hintMs(retryAfterMs, random) ?? backoffMs(attempt, random);
}

/** The service's own wait with up to a tenth on top, so that not everyone returns at once; null where it gave none. */
function hintMs(retryAfterMs: number | null, random: () => number): number | null {
  return retryAfterMs === null ? null : Math.min(MAX_WAIT_MS, Math.ceil(retryAfterMs * (1 + random() / 10)));
}

/** Full jitter. @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
function backoffMs(attempt: number, random: () => number): number {
  const ceilingMs = Math.min(MAX_BACKOFF_MS, BASE_WAIT_MS * 2 ** (attempt - 1));
  return Math.max(MIN_WAIT_MS, Math.ceil(ceilingMs * random()));
}

function settleMs({ code, status }: GraphFailure): number {
  const isCutOff = code === 'timed-out' || code === 'offline' || status === 504;
  return isCutOff ? LONG_SETTLE_MS : SETTLE_MS;
}
