import { browser } from '../browser';
import type { Account } from '../identity/account';
import type { Removed } from '../outbox/removed';
import { readAccountState } from './account-record';
import type { AccountState } from './account-state';
import * as catalogue from './catalogue';
import type { Preferences } from './preferences';
import { readStored, type StorageRecord } from './stored';

/** All that a page paints from, out of one read of `storage.local`. */
export interface PageState {
  /** All that was read, for parts of a page that are loaded later. */
  readonly record: StorageRecord;
  readonly signIn: catalogue.SignInStatus;
  readonly draft: catalogue.Draft;
  /** Null while nobody is signed in. */
  readonly account: Account | null;
  readonly languages: AccountState | null;
  /** What the person removed here lately, latest first. */
  readonly removed: readonly Removed[];
  /** What the person chose here, and what elsewhere, as far as anything: of each part the latest counts. */
  readonly choices: readonly Preferences[];
}

/** Reads the page's state out of all that `storage.local` holds. What is damaged or of a later version counts as absent. */
export function readPageState(record: StorageRecord): PageState {
  const account = readStored(record, catalogue.account);
  return {
    record,
    signIn: readStored(record, catalogue.signInStatus) ?? { status: 'idle' },
    draft: (account && readStored(record, catalogue.draft(account.key))) ?? catalogue.EMPTY_DRAFT,
    account,
    languages: account && readAccountState(record, account.key),
    removed: (account && readStored(record, catalogue.removed(account.key))) ?? [],
    choices: [catalogue.preferences, catalogue.preferencesElsewhere].flatMap(
      (declare) => (account && readStored(record, declare(account.key))) ?? [],
    ),
  };
}

/**
 * Gives the state now and again after every change of it but that of a draft alone, until the signal ends it.
 * The changes are put onto what was read before, so that there is one read only. Rejects where the first read fails.
 */
export async function watchPageState(show: (state: PageState) => void, signal: AbortSignal): Promise<void> {
  const { local } = browser.storage;
  const record: StorageRecord = {};
  let isRead = false;
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    for (const [key, { newValue }] of Object.entries(changes)) record[key] = newValue;
    // What was begun in a page goes its own way there: no letter of it needs all to be read and shown again.
    if (isRead && !Object.keys(changes).every((key) => key.endsWith('/draft'))) show(readPageState(record));
  };
  local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    local.onChanged.removeListener(onChanged);
  });
  // What changed while the read was under way is newer than what it gives.
  Object.assign(record, { ...(await local.get(null)), ...record });
  isRead = true;
  show(readPageState(record));
}
