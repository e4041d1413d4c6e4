import * as v from 'valibot';

const positive = v.pipe(v.number(), v.minValue(1));
const milliseconds = v.pipe(v.number(), v.minValue(0));

/** One kind of fault: how often it strikes, on which requests, and what else it needs to know. */
function fault<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.optional(
    v.strictObject({
      /** How often; 1 when left out, null (or Infinity) until it is reset. */
      times: v.optional(
        v.pipe(
          v.nullable(positive),
          v.transform((times) => times ?? Infinity),
        ),
        1,
      ),
      /** Only requests of this HTTP method; every one when left out. */
      method: v.optional(v.string()),
      ...entries,
    }),
  );
}

const settings = v.strictObject({
  /** Graph: answers with this status instead of doing what was asked. */
  status: fault({
    status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
    /** `error.code` of the answer. */
    code: v.optional(v.string()),
    retryAfterSeconds: v.optional(v.number()),
    /** How `Retry-After` is written. */
    retryAfterAs: v.optional(v.picklist(['seconds', 'date']), 'seconds'),
  }),
  /** Graph: waits before it does anything. */
  latency: fault({ latencyMs: milliseconds }),
  /** Graph: does what was asked, then drops the connection. */
  lostAnswer: fault({}),
  /** Graph: drops the connection at once, and does what was asked later. */
  lateExecution: fault({ afterMs: milliseconds }),
  /** Graph: reads show the profile as it was so long ago. */
  readLag: fault({ lagMs: milliseconds }),
  /** Graph: lists come in pages of this size. */
  pageSize: fault({ pageSize: positive }),
  /** Graph: enum values in answers are numbers in strings. */
  numericEnums: fault({}),
  /** Graph: 400 for a body with `proficiency`. */
  refuseProficiency: fault({}),
  /** Graph: a web page with status 200, as from a captive portal. */
  html: fault({}),
  /** Graph: 401; with `claims` (JSON text) as a claims challenge, until a token is asked for that satisfies them. */
  expiredToken: fault({ claims: v.optional(v.string()) }),
  /** Graph: drops the connection without doing anything. */
  offline: fault({}),

  /** Sign-in: the token endpoint answers with this error. */
  tokenError: fault({
    status: v.optional(v.number(), 400),
    error: v.string(),
    errorDescription: v.optional(v.string(), ''),
    /** The claims (JSON text) that a sign-in has to satisfy. */
    claims: v.optional(v.string()),
    /** Sent as `Retry-After`, and pages may read it. */
    retryAfterSeconds: v.optional(v.number()),
  }),
  /** Sign-in: the token endpoint answers 502 with a web page. */
  tokenHtml: fault({}),
  /** Sign-in: the authorize endpoint redirects back with this error. */
  authorizeError: fault({
    error: v.string(),
    errorDescription: v.optional(v.string(), ''),
    errorSubcode: v.optional(v.string()),
  }),
  /** Sign-in: the authorize endpoint shows a page about this error and leads nowhere. */
  authorizePage: fault({ text: v.string(), status: v.optional(v.number(), 200) }),
  /** Sign-in: a page goes on by script after so long, as Entra's does to ask a managed device who uses it. */
  scriptRedirect: fault({ afterMs: milliseconds }),
  /** Sign-in: the redirect address is registered for the platform "Web": no page may read the tokens. */
  wrongPlatform: fault({}),
  /** Sign-in: access tokens live so long. */
  accessTokenLifetime: fault({ lifetimeSeconds: v.pipe(positive, v.integer()) }),
  /** Sign-in: refresh tokens count as past their end (`invalid_grant`). */
  rejectRefreshTokens: fault({}),
  /** Sign-in: what the directory publishes says that it is one of this cloud (`microsoftonline.us`). */
  otherCloud: fault({ instance: v.string() }),
  /** Sign-in: waits before it does anything. */
  loginLatency: fault({ latencyMs: milliseconds }),
  /** Sign-in: drops the connection without doing anything. */
  loginOffline: fault({}),
  /** Sign-in: asks each person once to accept the permissions. Counts the answers that people give. */
  askConsent: fault({}),
  /** Sign-in: renews nothing until each person has typed a code, once. Counts the answers that people give. */
  askCode: fault({}),
  /** Sign-in: an administrator has to approve first, and can be asked to on the page. Counts the answers of people. */
  needApproval: fault({ canBeAsked: v.optional(v.boolean(), false) }),
});

/** What may go wrong, by name; as JSON it is also the body of `POST /-/faults`. */
export type FaultSettings = v.InferInput<typeof settings>;
type ActiveFaults = v.InferOutput<typeof settings>;
type FaultName = keyof ActiveFaults;

/** The faults that wait to strike. */
export interface Faults {
  /** Adds these to those already set. Throws for an unknown name or value. */
  set(added: FaultSettings): void;
  reset(): void;
  /** The fault if it strikes now, which counts; undefined if it does not. */
  take<Name extends FaultName>(name: Name, method?: string): ActiveFaults[Name];
  /** The fault if it is set, without counting. */
  peek<Name extends FaultName>(name: Name): ActiveFaults[Name];
}

/** No faults yet. */
export function createFaults(): Faults {
  let active: ActiveFaults = {};
  return {
    set(added) {
      active = { ...active, ...v.parse(settings, added) };
    },
    reset() {
      active = {};
    },
    take(name, method) {
      const found = active[name];
      if (!found || (found.method !== undefined && found.method !== method)) return undefined;
      found.times -= 1;
      if (found.times < 1) active = { ...active, [name]: undefined };
      return found;
    },
    peek: (name) => active[name],
  };
}

/** Reads what came over HTTP. Throws for anything that is not {@link FaultSettings}. */
export function readFaultSettings(value: unknown): FaultSettings {
  v.assert(settings, value);
  return value;
}
