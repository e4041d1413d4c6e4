import { type Reply, readEnvelope } from '../../src/messages/contract';
import * as catalogue from '../../src/storage/catalogue';
import { readAccountState } from '../../src/storage/account-record';
import { pendingSignOut } from '../../src/storage/pending-sign-out';
import { readStored, toRecord } from '../../src/storage/stored';
import { tenantCheck } from '../../src/storage/tenant-check';
import { ACCOUNT_KEY } from '../support/builders';
import type { FakeStorageArea } from '../support/fake-storage-area';
import { confirmEdits } from './confirm-edits';
import { typical } from './scenarios/languages';
import type { Scenario } from './scenarios/scenario';
import { configured, signedIn } from './scenarios/stored';

const PAUSE_MS = 500;

/** Answers messages in the worker's place. Only in a lively scenario something comes of them, and of edits. */
export function createWorker(local: FakeStorageArea, { lively, deaf, tenant }: Scenario) {
  if (lively) confirmEdits(local, PAUSE_MS);
  local.onChanged.addListener((changes) => {
    const asked = readStored({ [tenantCheck.key]: changes[tenantCheck.key]?.newValue }, tenantCheck);
    if (asked?.answer === null && tenant) {
      local.set(toRecord(tenantCheck, { ...asked, answer: tenant })).catch(reportError);
    }
  });

  // In a world where nothing is sent, a sign-out that sends first does not come about.
  const pending = pendingSignOut(ACCOUNT_KEY);
  local.onChanged.addListener((changes) => {
    const asked = readStored({ [pending.key]: changes[pending.key]?.newValue }, pending);
    if (asked?.status !== 'sending') return;
    const answer = lively
      ? replaceAll(configured)
      : local.set(toRecord(pending, { ...asked, status: 'not-all-sent' }));
    answer.catch(reportError);
  });

  async function replaceAll(stored: Record<string, unknown>): Promise<void> {
    const before = Object.keys(await local.get(null));
    await local.remove(before.filter((key) => !(key in stored)));
    await local.set(stored);
  }

  return async (message: unknown): Promise<Reply> => {
    if (deaf) return { ok: false };
    if (!lively) return { ok: true };
    switch (readEnvelope(message)?.command) {
      case 'session/sign-in':
        await local.set(toRecord(catalogue.signInStatus, { status: 'running' }));
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        await replaceAll(signedIn({ languages: typical }));
        break;
      case 'session/sign-out':
        await replaceAll(configured);
        break;
      case 'sync/discard-unreadable': {
        const { unreadable } = readAccountState(await local.get(null), ACCOUNT_KEY);
        await local.remove(unreadable.map(({ key }) => key));
        break;
      }
      case 'sync/look':
      case 'sync/retry':
      case undefined:
    }
    return { ok: true };
  };
}
