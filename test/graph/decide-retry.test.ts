import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRetry, type RequestKind, type RetryDecision, retryWaitMs } from '../../src/graph/decide-retry';
import { GraphFailure, type GraphFailureCode, type GraphFailureFacts } from '../../src/graph/failure';

const KINDS = ['create', 'update', 'remove'] as const;
const DAY_MS = 24 * 60 * 60 * 1_000;

function decide(
  code: GraphFailureCode,
  kind: RequestKind,
  facts: GraphFailureFacts & { attempt?: number; random?: number } = {},
): RetryDecision {
  const { attempt = 1, random = 0.5, ...rest } = facts;
  return decideRetry({ failure: new GraphFailure(code, rest), kind, attempt, random: () => random });
}
const waitOf = (decision: RetryDecision) => ('waitMs' in decision ? decision.waitMs : null);
const putOff: RetryDecision = { next: 'put-off' };
/** A second's backoff, and how long it may still be executed. */
const reconcile = (settleMs: number, waitMs = 1_000): RetryDecision => ({
  next: 'reconcile',
  waitMs,
  settleMs,
});
const park: RetryDecision = { next: 'park' };
const reread: RetryDecision = { next: 'reread' };
const gone: RetryDecision = { next: 'gone' };
const done: RetryDecision = { next: 'done' };

/** Every code: one that is new does not compile without a place here, and is missed by the test without a row below. */
const CODES = {
  offline: true,
  'timed-out': true,
  'not-graph': true,
  'signed-out': true,
  forbidden: true,
  'not-found': true,
  refused: true,
  clash: true,
  throttled: true,
  unavailable: true,
  unsupported: true,
} as const satisfies Record<GraphFailureCode, true>;

// A random number of 0.5 makes the first backoff 1 s. The columns: create, update, remove.
const TABLE: [GraphFailureCode, number | null, RetryDecision[]][] = [
  ['signed-out', 401, [putOff, putOff, putOff]],
  // A token that cannot be sent, and an id that cannot be an address: nothing left the browser.
  ['signed-out', null, [putOff, putOff, putOff]],
  ['refused', null, [park, park, park]],
  ['refused', 400, [park, park, park]],
  ['refused', 413, [park, park, park]],
  ['refused', 422, [park, park, park]],
  ['forbidden', 403, [park, park, park]],
  ['clash', 409, [reread, reread, reread]],
  ['clash', 412, [reread, reread, reread]],
  ['unsupported', 405, [park, park, park]],
  ['unsupported', 404, [park, park, park]],
  ['unsupported', 410, [park, park, park]],
  ['unsupported', 501, [park, park, park]],
  ['not-found', 404, [park, gone, done]],
  ['throttled', 429, [putOff, putOff, putOff]],
  ['throttled', 509, [putOff, putOff, putOff]],
  ['offline', null, [reconcile(120_000), reconcile(120_000), reconcile(120_000)]],
  ['timed-out', null, [reconcile(120_000), reconcile(120_000), reconcile(120_000)]],
  ['not-graph', 200, [reconcile(60_000), reconcile(60_000), reconcile(60_000)]],
  ['unavailable', 408, [reconcile(60_000), reconcile(60_000), reconcile(60_000)]],
  // One language may be locked for long: it waits by itself, as what is unclear does.
  ['unavailable', 423, [reconcile(60_000), reconcile(60_000), reconcile(60_000)]],
  ['unavailable', 425, [reconcile(60_000), reconcile(60_000), reconcile(60_000)]],
  ['unavailable', 500, [reconcile(60_000), reconcile(60_000), reconcile(60_000)]],
  ['unavailable', 502, [reconcile(60_000), reconcile(60_000), reconcile(60_000)]],
  ['unavailable', 503, [reconcile(60_000), reconcile(60_000), reconcile(60_000)]],
  ['unavailable', 504, [reconcile(120_000), reconcile(120_000), reconcile(120_000)]],
  ['unavailable', 507, [reconcile(60_000), reconcile(60_000), reconcile(60_000)]],
];

describe('decideRetry', () => {
  it.each(TABLE)('knows what %s (%s) means for every kind of change', (code, status, expected) => {
    expect(KINDS.map((kind) => decide(code, kind, { status }))).toEqual(expected);
  });

  it('is told of every failure here', () => {
    expect(TABLE.map(([code]) => code)).toEqual(expect.arrayContaining(Object.keys(CODES)));
  });

  describe('when the service says how long to wait', () => {
    it.each([
      [0, 300_000],
      [0.5, 315_000],
      [1, 330_000],
    ])('waits that long and up to a tenth more (random %d)', (random, waitMs) => {
      expect(retryWaitMs(300_000, 12, () => random)).toBe(waitMs);
    });

    it.each<[string, RequestKind, GraphFailureFacts & { attempt: number }, RetryDecision]>([
      [
        'the wait over the backoff',
        'update',
        { status: 503, retryAfterMs: 100_000, attempt: 1 },
        reconcile(105_000, 105_000),
      ],
      [
        'the backoff over the wait',
        'update',
        { status: 503, retryAfterMs: 1_000, attempt: 9 },
        reconcile(256_000, 256_000),
      ],
      [
        'the wait over the settle time',
        'create',
        { status: 503, retryAfterMs: 600_000, attempt: 1 },
        reconcile(630_000, 630_000),
      ],
      [
        'the settle time over the wait',
        'create',
        { status: 503, retryAfterMs: 1_000, attempt: 1 },
        reconcile(60_000, 1_050),
      ],
      [
        'the wait of a locked resource over the settle time',
        'create',
        { status: 423, retryAfterMs: 100_000, attempt: 1 },
        reconcile(105_000, 105_000),
      ],
    ])('prefers %s', (_, kind, facts, expected) => {
      expect(decide('unavailable', kind, facts)).toEqual(expected);
    });
  });

  it.each([
    [1, 2_000],
    [2, 4_000],
    [3, 8_000],
    [9, 512_000],
    [10, 900_000],
    [5_000, 900_000],
  ])('doubles the longest backoff up to 15 minutes (attempt %d)', (attempt, waitMs) => {
    expect(retryWaitMs(null, attempt, () => 1)).toBe(waitMs);
    expect(retryWaitMs(null, attempt, () => 0)).toBe(1_000);
  });

  it('never waits less than it was asked to, nor less than 1 s, nor a time that is none', () => {
    const waiting = ['offline', 'timed-out', 'not-graph', 'unavailable'] as const;
    const facts = fc.record({
      status: fc.constantFrom(null, 200, 408, 423, 425, 500, 503, 504, 507),
      retryAfterMs: fc.option(fc.integer({ min: 1_000, max: DAY_MS })),
      attempt: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...waiting), fc.constantFrom(...KINDS), facts, (code, kind, known) => {
        const waitMs = waitOf(decide(code, kind, known));
        expect(waitMs).toSatisfy(Number.isSafeInteger);
        expect(waitMs).toBeGreaterThanOrEqual(Math.max(1_000, known.retryAfterMs ?? 0));
        expect(waitMs).toBeLessThanOrEqual(
          Math.min(DAY_MS, Math.max(900_000, (known.retryAfterMs ?? 0) * 1.1 + 1)),
        );
      }),
      { numRuns: 5_000 },
    );
  });

  it('sends nothing again that may be executed yet', () => {
    const codes = fc.constantFrom<GraphFailureCode>('offline', 'timed-out', 'not-graph', 'unavailable');
    const statuses = fc.constantFrom(null, 200, 408, 500, 502, 503, 504, 507);
    fc.assert(
      fc.property(codes, statuses, fc.constantFrom(...KINDS), fc.nat(), (code, status, kind, attempt) => {
        const decision = decide(code, kind, { status, attempt: attempt + 1 });
        expect(decision.next === 'reconcile' && decision.settleMs).toBeGreaterThanOrEqual(60_000);
      }),
    );
  });
});
