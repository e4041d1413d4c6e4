import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accountKey } from '../../src/identity/account-key';
import { ada, bo, OTHER_TENANT, TENANT } from './fake-directory';

describe('accountKey', () => {
  it('is 22 characters of the base64url SHA-256', async () => {
    const hash = createHash('sha256').update(`global|${TENANT}|${ada.oid}`).digest('base64url');
    expect(await accountKey('global', TENANT, ada.oid)).toBe(hash.slice(0, 22));
  });

  it('does not depend on the case in which ids are written', async () => {
    const key = await accountKey('global', TENANT, ada.oid);
    expect(await accountKey('global', TENANT.toUpperCase(), ada.oid.toUpperCase())).toBe(key);
  });

  it('differs by cloud, directory and person', async () => {
    const keys = await Promise.all([
      accountKey('global', TENANT, ada.oid),
      accountKey('china', TENANT, ada.oid),
      accountKey('global', OTHER_TENANT, ada.oid),
      accountKey('global', TENANT, bo.oid),
    ]);
    expect(new Set(keys).size).toBe(4);
  });
});
