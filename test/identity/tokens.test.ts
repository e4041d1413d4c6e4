import { describe, expect, it } from 'vitest';
import { isUsable, readTokens, type StoredTokens } from '../../src/identity/tokens';
import { CLIENT } from './fake-directory';

const RECEIVED_MS = 1_700_000_000_000;
const someTokens: StoredTokens = {
  accountKey: 'k',
  clientId: CLIENT,
  accessToken: 'a',
  refreshToken: 'r',
  challenge: null,
  receivedAtMs: RECEIVED_MS,
  expiresAtMs: RECEIVED_MS + 3_600_000,
};

describe('isUsable', () => {
  it.each([
    [0, true],
    [3_479_999, true],
    [3_480_000, false], // two minutes before the end
    [3_600_000, false],
    [-1, false], // the clock was put back: nobody knows how old the token is
  ])('after %i ms is %s', (ageMs, expected) => {
    expect(isUsable(someTokens, RECEIVED_MS + ageMs)).toBe(expected);
  });
});

describe('readTokens', () => {
  it('reads back what was stored', () => {
    expect(readTokens(JSON.parse(JSON.stringify(someTokens)))).toEqual(someTokens);
    expect(readTokens({ ...someTokens, refreshToken: null })).toBeDefined();
  });

  it.each([
    ['no token', { ...someTokens, accessToken: '' }],
    ['no account', { ...someTokens, accountKey: undefined }],
    ['an end that is no number', { ...someTokens, expiresAtMs: null }],
    ['a token of another type', { ...someTokens, accessToken: 1 }],
  ])('refuses %s', (_, value) => {
    expect(readTokens(value)).toBeUndefined();
  });
});
