import { browser } from '../browser';
import { checkTenant } from '../identity/check-tenant';
import type { PlainFetch } from '../identity/http';
import { readStored, type StorageRecord, toRecord } from '../storage/stored';
import { type TenantCheck, tenantCheck } from '../storage/tenant-check';

/**
 * Answers the settings page's questions about a tenant: pages ask nobody outside the browser themselves. To be called
 * in the worker's first turn.
 */
export function answerTenantChecks(fetch: PlainFetch, nowMs: () => number): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const asked = checkIn({ [tenantCheck.key]: changes[tenantCheck.key]?.newValue });
    if (asked?.answer === null) answer(asked, fetch, nowMs).catch(reportError);
  });
}

async function answer(asked: TenantCheck, fetch: PlainFetch, nowMs: () => number): Promise<void> {
  const { local } = browser.storage;
  const found = await checkTenant(asked, fetch, nowMs);
  // Whoever has asked something else meanwhile, or signed out, gets no answer to this.
  const last = checkIn(await local.get(tenantCheck.key));
  const isAwaited = JSON.stringify(last) === JSON.stringify(asked);
  if (isAwaited) await local.set(toRecord(tenantCheck, { ...asked, answer: found }));
}

function checkIn(record: StorageRecord): TenantCheck | null {
  return readStored(record, tenantCheck);
}
