import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isUsable, storedTokensSchema, type StoredTokens } from '../../src/identity/tokens';
import { CLIENT, TENANT } from './fake-directory';

const RECEIVED_MS = 1_700_000_000_000;
const someTokens: StoredTokens = {
  accountKey: 'k',
  cloud: 'global',
  tenantId: TENANT,
  clientId: CLIENT,
  accessToken: 'a',
  refreshToken: 'r',
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

describe('storedTokensSchema', () => {
  it('reads back what was stored', () => {
    expect(v.parse(storedTokensSchema, JSON.parse(JSON.stringify(someTokens)))).toEqual(someTokens);
    expect(v.is(storedTokensSchema, { ...someTokens, refreshToken: null })).toBe(true);
  });

  it.each([
    ['no token', { ...someTokens, accessToken: '' }],
    ['no account', { ...someTokens, accountKey: undefined }],
    ['an end that is no number', { ...someTokens, expiresAtMs: null }],
    ['a token of another type', { ...someTokens, accessToken: 1 }],
  ])('refuses %s', (_, value) => {
    expect(v.is(storedTokensSchema, value)).toBe(false);
  });
});
