import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRetry, retryWaitMs } from '../src/graph/decide-retry';
import { readFailure } from '../src/graph/read-failure';
import { readRetryAfterMs } from '../src/retry-after';
import { fuzzRuns } from './support/fuzz-runs';

const nowMs = Date.UTC(1994, 10, 6, 8, 49, 7);
const DAY_MS = 24 * 60 * 60 * 1_000;
const UNTIL = 'Sun, 06 Nov 1994 08:49:37 GMT';

describe('readRetryAfterMs', () => {
  it.each<[string | null, number | null]>([
    ['120', 120_000],
    ['007', 7_000],
    ['0', 1_000],
    ['1', 1_000],
    ['86400', DAY_MS],
    ['86401', DAY_MS],
    ['9'.repeat(400), DAY_MS],
    [UNTIL, 30_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 30_000],
    ['Sun Nov  6 08:49:37 1994', 30_000],
    // Already past, and far ahead.
    ['Sat, 05 Nov 1994 08:49:37 GMT', 1_000],
    ['Sun, 06 Nov 2094 08:49:37 GMT', DAY_MS],
    [null, null],
    ['', null],
    ['2.128', null],
    ['-5', null],
    ['+5', null],
    ['5s', null],
    ['1e3', null],
    ['0x10', null],
    ['5, 10', null],
    ['NaN', null],
    ['Infinity', null],
    ['soon', null],
    ['1994-11-06T08:49:37Z', null],
  ])('of %j is %j', (header, waitMs) => {
    expect(readRetryAfterMs(header, { nowMs, dateHeader: null })).toBe(waitMs);
  });

  it.each<[string, string | null, number]>([
    ["counts from the service's own date", 'Sun, 06 Nov 1994 08:49:27 GMT', 10_000],
    ['counts from now where that date is hidden', null, 30_000],
    ['counts from now where that date is odd', 'yesterday', 30_000],
  ])('%s', (_, dateHeader, waitMs) => {
    expect(readRetryAfterMs(UNTIL, { nowMs, dateHeader })).toBe(waitMs);
  });

  it('does not mind a local clock that is years off, where the date is readable', () => {
    const wait = { nowMs: Date.UTC(2031, 0, 1), dateHeader: 'Sun, 06 Nov 1994 08:49:27 GMT' };
    expect(readRetryAfterMs(UNTIL, wait)).toBe(10_000);
  });

  it('is null, or whole milliseconds from 1 s to 24 h and never less than was asked for, whatever the header', () => {
    const date = fc.date({ noInvalidDate: true }).map((instant) => instant.toUTCString());
    const good = fc.oneof(date, fc.nat().map(String), fc.bigInt({ min: 0n, max: 10n ** 40n }).map(String));
    const text = fc.oneof(
      good,
      fc.string(),
      fc.integer().map(String),
      fc.double().map(String),
      fc.stringMatching(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/),
      // One character of a good one is another, or is missing.
      fc.tuple(good, fc.nat(), fc.string({ maxLength: 1 })).map(([whole, at, other]) => {
        const place = at % whole.length;
        return whole.slice(0, place) + other + whole.slice(place + 1);
      }),
    );
    fc.assert(
      fc.property(text, fc.option(text), (header, dateHeader) => {
        const waitMs = readRetryAfterMs(header, { nowMs, dateHeader });
        if (waitMs === null) return !/^\d+$/.test(header);
        const askedMs = /^\d+$/.test(header) ? Number(header) * 1_000 : 0;
        return (
          Number.isInteger(waitMs) && waitMs >= Math.max(1_000, Math.min(askedMs, DAY_MS)) && waitMs <= DAY_MS
        );
      }),
      { numRuns: fuzzRuns(10_000) },
    );
  });

  it('makes an edit wait that long, whatever else is known', () => {
    const header = fc.oneof(fc.nat().map(String), fc.constantFrom(UNTIL, '0', '86401', 'soon'));
    const status = fc.constantFrom(408, 423, 425, 429, 500, 502, 503, 504, 507, 509);
    const kind = fc.constantFrom('create', 'update', 'remove');
    const facts = fc.record({
      header,
      status,
      kind,
      attempt: fc.integer({ min: 1 }),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(facts, ({ header, status, kind, attempt, random }) => {
        const headers = new Headers({ 'retry-after': header });
        const failure = readFailure(
          { status, url: '', headers, text: null, receivedAtMs: nowMs },
          'not-found',
        );
        const decision = decideRetry({ failure, kind, attempt, random: () => random });
        const putOffMs = retryWaitMs(failure.retryAfterMs, attempt, () => random);
        const waitMs = 'waitMs' in decision ? decision.waitMs : putOffMs;
        return (
          Number.isInteger(waitMs) && waitMs >= Math.max(1_000, failure.retryAfterMs ?? 0) && waitMs <= DAY_MS
        );
      }),
      { numRuns: fuzzRuns(1_000) },
    );
  });
});
