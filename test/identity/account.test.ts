import { describe, expect, it } from 'vitest';
import { readAccount, type Account } from '../../src/identity/account';
import { TENANT } from './fake-directory';

const anAccount: Account = {
  key: 'abcdefghijklmnopqrst_-',
  cloud: 'global',
  tenantId: TENANT,
  name: 'Ada',
  username: 'ada@contoso.com',
  loginHint: 'hint',
  organisation: null,
};

describe('readAccount', () => {
  it('reads back what was stored', () => {
    expect(readAccount(JSON.parse(JSON.stringify(anAccount)))).toEqual(anAccount);
  });

  it.each([
    ['nothing', undefined],
    ['another key', { ...anAccount, key: 'a/b' }],
    ['a directory without id', { ...anAccount, tenantId: 'contoso.com' }],
    ['a missing name', { ...anAccount, name: undefined }],
  ])('refuses %s', (_, value) => {
    expect(readAccount(value)).toBeUndefined();
  });
});
