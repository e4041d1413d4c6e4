import type { StoredLanguage } from '../emulator/graph-entity';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A request as it arrives, before anything is done with it. */
export interface Asked {
  /** 1 for the first request of this service, writes and reads alike. */
  readonly nth: number;
  /** On the service's clock. */
  readonly atMs: number;
  /** Whose token it carries: the account's key; null for a token that is not accepted. */
  readonly account: string | null;
  readonly method: Method;
  readonly path: string;
  /** The language it names, null for the list. */
  readonly id: string | null;
  /** The parsed body, undefined without one. */
  readonly body: unknown;
  readonly requestId: string | null;
}

/** One request and what became of it. */
export interface LoggedRequest extends Asked {
  /** The status that was sent back; null where none was (yet). */
  readonly status: number | null;
  /** `open` until it ends; `lost` also where its sender lost patience. */
  readonly outcome: 'open' | 'answered' | 'lost';
}

/** One change really made to a profile. */
export interface Execution {
  readonly atMs: number;
  /** Key of the account whose profile it is. */
  readonly account: string;
  readonly kind: 'create' | 'update' | 'remove';
  readonly id: string;
  readonly before: StoredLanguage | null;
  readonly after: StoredLanguage | null;
  /** `client`: a request of the extension; `elsewhere`: another device. */
  readonly by: 'client' | 'elsewhere';
  /** The request's `client-request-id`; null for `elsewhere`. */
  readonly requestId: string | null;
}

/** An answer before it is sent. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where it says that it comes from; the request's address where it is left out. */
  readonly url?: string;
}

/** What becomes of one request; what is left out goes well. */
export interface Fate {
  /** False: it is never executed. A number: executed so many milliseconds after it arrived. */
  readonly executes?: boolean | number;
  /**
   * What comes back: the true answer, a network error, nothing until the sender's patience ends, or whatever is made of
   * the true answer. A request that is not executed at once has no true answer: it is `lost` unless said otherwise.
   */
  readonly answer?: 'truth' | 'lost' | 'hang' | ((truth: PlainAnswer) => PlainAnswer);
  /** From sending to the answer; it arrives at the half of it. 100 ms where it is left out. */
  readonly latencyMs?: number;
  /** A read shows the profile as it was so long before. */
  readonly lagMs?: number;
}
