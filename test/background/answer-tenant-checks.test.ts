import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerTenantChecks } from '../../src/background/answer-tenant-checks';
import { checkTenant } from '../../src/identity/check-tenant';
import { readStored } from '../../src/storage/stored';
import { askTenantCheck, tenantCheck } from '../../src/storage/tenant-check';
import { json, TENANT } from '../identity/fake-directory';
import { fakeBrowser, resetBrowser } from '../support/browser';

const { local } = fakeBrowser.storage;
const place = { cloud: 'global', tenant: 'contoso.com' } as const;
const known = async () => readStored(await local.get(null), tenantCheck);
const found = { outcome: 'found', tenantId: TENANT, region: null };
const metadata = () => json(200, { issuer: `https://login.microsoftonline.com/${TENANT}/v2.0` });

/** A worker whose requests are answered one by one. */
function startWorker() {
  const waiting: { readonly url: string; readonly answer: (response: Response) => void }[] = [];
  const fetch = (url: string) => new Promise<Response>((answer) => waiting.push({ url, answer }));
  answerTenantChecks((place) => checkTenant(place, fetch, Date.now));
  return waiting;
}

beforeEach(() => {
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error;
  });
  resetBrowser();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a question about a tenant', () => {
  it('is answered where it was asked', async () => {
    const waiting = startWorker();
    await askTenantCheck(place, 7);
    await vi.waitFor(() => {
      expect(waiting).toHaveLength(1);
    });
    waiting[0]?.answer(metadata());
    await vi.waitFor(async () => {
      expect(await known()).toEqual({ ...place, askedAtMs: 7, answer: found });
    });
    // The answer is a change of the same key, and no new question.
    expect(waiting).toHaveLength(1);
  });

  it('is not answered any more once something else was asked', async () => {
    const waiting = startWorker();
    await askTenantCheck(place, 7);
    await askTenantCheck({ ...place, tenant: 'fabrikam.com' }, 8);
    await vi.waitFor(() => {
      expect(waiting).toHaveLength(2);
    });
    waiting[1]?.answer(metadata());
    await vi.waitFor(async () => {
      expect((await known())?.answer).toEqual(found);
    });
    waiting[0]?.answer(json(400, { error: 'invalid_tenant' }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await known()).toEqual({ ...place, tenant: 'fabrikam.com', askedAtMs: 8, answer: found });
  });

  it('leaves nothing behind a sign-out that came meanwhile', async () => {
    const waiting = startWorker();
    await askTenantCheck(place, 7);
    await vi.waitFor(() => {
      expect(waiting).toHaveLength(1);
    });
    await local.remove(tenantCheck.key);
    waiting[0]?.answer(metadata());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await local.get(null)).toEqual({});
  });

  it('asks nobody where it cannot be read', async () => {
    const waiting = startWorker();
    await local.set({
      [tenantCheck.key]: JSON.stringify({
        version: 1,
        value: { ...place, tenant: '../x', askedAtMs: 7, answer: null },
      }),
    });
    await local.set({ another: 'thing' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(waiting).toEqual([]);
  });
});
