import { describe, expect, it } from 'vitest';
import type { GraphFailureCode } from '../../src/graph/failure';
import { readFailure } from '../../src/graph/read-failure';
import { COLLECTION, NOW_MS, REQUEST_ID } from './fake-fetch';

function answer(status: number, headers: Record<string, string> = {}, text: string | null = '') {
  return { status, url: COLLECTION, headers: new Headers(headers), text, receivedAtMs: NOW_MS };
}

/** Every status with a meaning of its own, and some without. */
const CODES: [number, GraphFailureCode][] = [
  [400, 'refused'],
  [401, 'signed-out'],
  [402, 'refused'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'unsupported'],
  [406, 'refused'],
  [408, 'unavailable'],
  [409, 'clash'],
  [410, 'unsupported'],
  [412, 'clash'],
  [413, 'refused'],
  [415, 'refused'],
  [422, 'refused'],
  [423, 'unavailable'],
  [425, 'unavailable'],
  [429, 'throttled'],
  [431, 'refused'],
  [451, 'refused'],
  [500, 'unavailable'],
  [501, 'unsupported'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
  [507, 'unavailable'],
  [509, 'throttled'],
  [511, 'unavailable'],
  [599, 'unavailable'],
];

describe('readFailure', () => {
  it.each(CODES)('reads %i of Graph as %s', (status, code) => {
    const failure = readFailure(answer(status, { 'request-id': REQUEST_ID }), 'not-found');
    expect(failure).toMatchObject({ code, status, requestId: REQUEST_ID });
  });

  it.each(CODES)('believes %i without a request id only where it says "not now"', (status, code) => {
    const failure = readFailure(answer(status, {}, '<html>'), 'not-found');
    const isBelieved = code === 'throttled' || code === 'unavailable';
    expect(failure).toMatchObject({ code: isBelieved ? code : 'not-graph', status, requestId: null });
  });

  it('reads 404 on anything but one language as not offered', () => {
    const gone = answer(404, { 'request-id': REQUEST_ID });
    expect(readFailure(gone, 'unsupported').code).toBe('unsupported');
  });

  it('carries the code of the envelope and nothing of its text', () => {
    const text = JSON.stringify({
      error: { code: 'ErrorAccessDeniedForRole', message: 'Exception of type' },
    });
    const failure = readFailure(answer(403, { 'request-id': REQUEST_ID }, text), 'not-found');
    expect(failure.serviceCode).toBe('ErrorAccessDeniedForRole');
    expect(JSON.stringify(failure) + String(failure)).not.toContain('Exception of type');
  });

  it('carries the wait, measured by the clock of the service where it is readable', () => {
    const until = { 'retry-after': 'Thu, 15 Jan 2026 12:01:00 GMT' };
    expect(readFailure(answer(503, until), 'not-found').retryAfterMs).toBe(60_000);
    const withDate = { ...until, date: 'Thu, 15 Jan 2026 12:00:50 GMT' };
    expect(readFailure(answer(503, withDate), 'not-found').retryAfterMs).toBe(10_000);
    expect(readFailure(answer(503), 'not-found').retryAfterMs).toBeNull();
  });

  it('carries the claims of a 401 and of nothing else', () => {
    const headers = {
      'request-id': REQUEST_ID,
      'www-authenticate': `Bearer error="insufficient_claims", claims="${btoa('{"access_token":{}}')}"`,
    };
    expect(readFailure(answer(401, headers), 'not-found').claims).toBe('{"access_token":{}}');
    expect(readFailure(answer(403, headers), 'not-found').claims).toBeNull();
  });
});
