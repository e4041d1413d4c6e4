import { browser } from '../browser';
import type { Configuration } from '../identity/configuration';
import type { TenantAnswer } from '../identity/tenant-answer';
import { readStored, type StorageRecord, toRecord } from '../storage/stored';
import { type TenantCheck, tenantCheck } from '../storage/tenant-check';

/** Asks a cloud whether it knows a tenant. Never rejects. */
export type CheckTenant = (place: Pick<Configuration, 'cloud' | 'tenant'>) => Promise<TenantAnswer>;

/**
 * Answers the settings page's questions about a tenant: pages ask nobody outside the browser themselves. To be called
 * in the worker's first turn.
 */
export function answerTenantChecks(check: CheckTenant): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const asked = checkIn({ [tenantCheck.key]: changes[tenantCheck.key]?.newValue });
    if (asked?.answer === null) answer(asked, check).catch(reportError);
  });
}

async function answer(asked: TenantCheck, check: CheckTenant): Promise<void> {
  const { local } = browser.storage;
  const found = await check(asked);
  // Whoever has asked something else meanwhile, or signed out, gets no answer to this.
  const last = checkIn(await local.get(tenantCheck.key));
  const isAwaited = JSON.stringify(last) === JSON.stringify(asked);
  if (isAwaited) await local.set(toRecord(tenantCheck, { ...asked, answer: found }));
}

function checkIn(record: StorageRecord): TenantCheck | null {
  return readStored(record, tenantCheck);
}
