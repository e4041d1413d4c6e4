/** One code per kind of failure that a request to Graph can meet; what each means for an edit is `decideRetry`'s. */
export type GraphFailureCode =
  /** No connection, or a network error before the whole answer was there. */
  | 'offline'
  /** No whole answer within the time budget. */
  | 'timed-out'
  /** An answer that is not Graph's, or not to this request: HTML, no JSON, another shape, too large, another address. */
  | 'not-graph'
  /** 401: the token is not accepted (any more); without a status, it cannot even be sent. */
  | 'signed-out'
  /** 403: this account may not do this, or not to this language. */
  | 'forbidden'
  /** 404 on one language: it is gone. */
  | 'not-found'
  /** 400, 413, 415, 422 and every other 4xx; without a status, it was not sent because nothing of it can be. */
  | 'refused'
  /** 409, 412: it clashes with what the service has. */
  | 'clash'
  /** 429, 509: too many requests. */
  | 'throttled'
  /** 408, 423, 425 and every other 5xx: the service cannot answer now. */
  | 'unavailable'
  /** 404 on anything but one language, 405, 410, 501: the service does not offer this (any more). */
  | 'unsupported';

/** What is known of a failed exchange beside its code; for the retry decision and for "Copy details". */
export interface GraphFailureFacts {
  /** HTTP status; null when there was no answer. */
  readonly status?: number | null;
  /** The most specific `code` of the service's error envelope, for support; never shown as a message. */
  readonly serviceCode?: string | null;
  /** `request-id` of the answer; null when there was none. */
  readonly requestId?: string | null;
  /** Milliseconds that the service asked to wait, counted from the answer; null where it did not ask. */
  readonly retryAfterMs?: number | null;
  /** The claims challenge of a 401, decoded JSON text; null where there is none. */
  readonly claims?: string | null;
  readonly cause?: unknown;
}

/** A request to Graph that did not do what was asked. Carries no token, no body and no text of the server. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';
  readonly code: GraphFailureCode;
  readonly status: number | null;
  readonly serviceCode: string | null;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
  readonly claims: string | null;

  constructor(code: GraphFailureCode, facts: GraphFailureFacts = {}) {
    super(`Graph: ${code}`, { cause: facts.cause });
    this.code = code;
    this.status = facts.status ?? null;
    this.serviceCode = facts.serviceCode ?? null;
    this.requestId = facts.requestId ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? null;
    this.claims = facts.claims ?? null;
  }
}
