import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRetry, type RequestKind, type RetryDecision } from '../../src/graph/decide-retry';
import { GraphFailure, type GraphFailureCode, type GraphFailureFacts } from '../../src/graph/failure';

const KINDS = ['read', 'add', 'change', 'remove'] as const;
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
const wait = (waitMs: number): RetryDecision => ({ next: 'wait', waitMs });
const reconcile = (waitMs: number): RetryDecision => ({ next: 'reconcile', waitMs });
const renew: RetryDecision = { next: 'renew' };
const park: RetryDecision = { next: 'park' };
const done: RetryDecision = { next: 'done' };

describe('decideRetry', () => {
  // A random number of 0.5 makes the first backoff 1 s. The columns: read, add, edit, remove.
  it.each<[GraphFailureCode, number | null, RetryDecision[]]>([
    ['signed-out', 401, [renew, renew, renew, renew]],
    ['refused', 400, [park, park, park, park]],
    ['forbidden', 403, [park, park, park, park]],
    ['clash', 409, [park, park, park, park]],
    ['clash', 412, [park, park, park, park]],
    ['unsupported', 405, [park, park, park, park]],
    ['unsupported', 404, [park, park, park, park]],
    ['not-found', 404, [park, park, park, done]],
    ['throttled', 429, [wait(1_000), wait(1_000), wait(1_000), wait(1_000)]],
    ['throttled', 509, [wait(1_000), wait(1_000), wait(1_000), wait(1_000)]],
    ['offline', null, [wait(1_000), reconcile(60_000), reconcile(1_000), reconcile(1_000)]],
    ['timed-out', null, [wait(1_000), reconcile(120_000), reconcile(1_000), reconcile(1_000)]],
    ['not-graph', 200, [wait(1_000), reconcile(60_000), reconcile(1_000), reconcile(1_000)]],
    ['unavailable', 408, [wait(1_000), reconcile(60_000), reconcile(1_000), reconcile(1_000)]],
    // Nothing was done: the resource is locked, or it is too early.
    ['unavailable', 423, [wait(1_000), wait(1_000), wait(1_000), wait(1_000)]],
    ['unavailable', 425, [wait(1_000), wait(1_000), wait(1_000), wait(1_000)]],
    ['unavailable', 500, [wait(1_000), reconcile(60_000), reconcile(1_000), reconcile(1_000)]],
    ['unavailable', 502, [wait(1_000), reconcile(60_000), reconcile(1_000), reconcile(1_000)]],
    ['unavailable', 503, [wait(1_000), reconcile(60_000), reconcile(1_000), reconcile(1_000)]],
    ['unavailable', 504, [wait(1_000), reconcile(120_000), reconcile(1_000), reconcile(1_000)]],
    ['unavailable', 507, [wait(1_000), reconcile(60_000), reconcile(1_000), reconcile(1_000)]],
  ])('knows what %s (%s) means for every kind of request', (code, status, expected) => {
    expect(KINDS.map((kind) => decide(code, kind, { status }))).toEqual(expected);
  });

  describe('when the service says how long to wait', () => {
    it.each([
      [0, 300_000],
      [0.5, 315_000],
      [1, 330_000],
    ])('waits that long and up to a tenth more (random %d)', (random, waitMs) => {
      const facts = { status: 429, retryAfterMs: 300_000, attempt: 12, random };
      expect(decide('throttled', 'change', facts)).toEqual(wait(waitMs));
    });

    it.each<[string, RequestKind, GraphFailureFacts & { attempt: number }, RetryDecision]>([
      [
        'the wait over the backoff',
        'change',
        { status: 503, retryAfterMs: 100_000, attempt: 1 },
        reconcile(105_000),
      ],
      [
        'the backoff over the wait',
        'change',
        { status: 503, retryAfterMs: 1_000, attempt: 9 },
        reconcile(256_000),
      ],
      [
        'the wait over the settle time',
        'add',
        { status: 503, retryAfterMs: 600_000, attempt: 1 },
        reconcile(630_000),
      ],
      [
        'the settle time over the wait',
        'add',
        { status: 503, retryAfterMs: 1_000, attempt: 1 },
        reconcile(60_000),
      ],
      [
        'the wait of a locked resource',
        'add',
        { status: 423, retryAfterMs: 100_000, attempt: 1 },
        wait(105_000),
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
    expect(decide('offline', 'read', { attempt, random: 1 })).toEqual(wait(waitMs));
    expect(decide('offline', 'read', { attempt, random: 0 })).toEqual(wait(1_000));
  });

  it('never waits less than it was asked to, nor less than 1 s, nor a time that is none', () => {
    const CODES = ['offline', 'timed-out', 'not-graph', 'throttled', 'unavailable'] as const;
    const facts = fc.record({
      status: fc.constantFrom(null, 200, 408, 423, 425, 429, 500, 503, 504, 509),
      retryAfterMs: fc.option(fc.integer({ min: 1_000, max: DAY_MS })),
      attempt: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...CODES), fc.constantFrom(...KINDS), facts, (code, kind, known) => {
        const waitMs = waitOf(decide(code, kind, known));
        expect(waitMs).toSatisfy(Number.isSafeInteger);
        expect(waitMs).toBeGreaterThanOrEqual(Math.max(1_000, known.retryAfterMs ?? 0));
        expect(waitMs).toBeLessThanOrEqual(Math.max(900_000, Math.ceil((known.retryAfterMs ?? 0) * 1.1)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('sends an add that may have been executed again only after a look', () => {
    const codes = fc.constantFrom<GraphFailureCode>('offline', 'timed-out', 'not-graph', 'unavailable');
    const statuses = fc.constantFrom(null, 200, 408, 500, 502, 503, 504, 507);
    fc.assert(
      fc.property(codes, statuses, fc.nat(), (code, status, attempt) => {
        const decision = decide(code, 'add', { status, attempt: attempt + 1 });
        expect(decision.next).toBe('reconcile');
        expect(waitOf(decision)).toBeGreaterThanOrEqual(60_000);
      }),
    );
  });
});
