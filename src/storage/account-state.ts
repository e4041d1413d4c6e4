import { browser } from '../browser';
import type { Account } from '../identity/account';
import { type Edit, isOpen } from '../outbox/edit';
import type { Gate } from '../outbox/gate';
import type { Snapshot } from '../outbox/snapshot';
import type { Undo } from '../outbox/undo';
import * as catalogue from './catalogue';
import { readStored, type StorageRecord, toRecord } from './stored';

/** Everything that is kept of one account's languages. */
export interface AccountState {
  readonly snapshot: Snapshot | null;
  /** Every edit that is still stored, finished ones included, in no order. */
  readonly edits: readonly Edit[];
  readonly gate: Gate | null;
  readonly undo: Undo | null;
  readonly facts: catalogue.ServiceFacts;
}

/** What one step changes; it is written by one `set`, all or nothing. */
export interface AccountChanges {
  readonly snapshot?: Snapshot;
  readonly edits?: readonly Edit[];
  readonly gate?: Gate | null;
  readonly undo?: Undo | null;
  readonly facts?: catalogue.ServiceFacts;
}

/** Reads one account's state out of all that `storage.local` holds. */
export function readAccountState(record: StorageRecord, accountKey: string): AccountState {
  const prefix = catalogue.editPrefix(accountKey);
  const edits = Object.keys(record)
    .filter((key) => key.startsWith(prefix))
    .map((key) => readStored(record, catalogue.edit(accountKey, key.slice(prefix.length))))
    .filter((edit): edit is Edit => edit?.account === accountKey);
  return {
    snapshot: readStored(record, catalogue.snapshot(accountKey)),
    edits,
    gate: readStored(record, catalogue.gate(accountKey)),
    undo: readStored(record, catalogue.undo(accountKey)),
    facts: readStored(record, catalogue.serviceFacts(accountKey)) ?? { refusesProficiency: false },
  };
}

/** The one record that makes the changes. */
export function toAccountRecord(accountKey: string, changes: AccountChanges): StorageRecord {
  return {
    ...(changes.snapshot && toRecord(catalogue.snapshot(accountKey), changes.snapshot)),
    ...(changes.gate !== undefined && toRecord(catalogue.gate(accountKey), changes.gate)),
    ...(changes.undo !== undefined && toRecord(catalogue.undo(accountKey), changes.undo)),
    ...(changes.facts && toRecord(catalogue.serviceFacts(accountKey), changes.facts)),
    ...Object.fromEntries(
      (changes.edits ?? []).flatMap((edit) =>
        Object.entries(toRecord(catalogue.edit(accountKey, edit.id), edit)),
      ),
    ),
  };
}

/** Who is signed in; null while nobody is. Rejects where the browser cannot read its storage. */
export async function readAccount(): Promise<Account | null> {
  return readStored(await browser.storage.local.get(catalogue.account.key), catalogue.account);
}

/** The stored state of one account, as the engine uses it. Every method rejects where the browser's storage fails. */
export interface AccountStore {
  read(): Promise<AccountState>;
  commit(changes: AccountChanges): Promise<void>;
  /** Removes finished edits; safe to repeat and to leave out. */
  removeEdits(ids: readonly string[]): Promise<void>;
}

/** The store of one account over `storage.local`. */
export function openAccountStore(accountKey: string): AccountStore {
  const { local } = browser.storage;
  return {
    read: async () => readAccountState(await local.get(null), accountKey),
    commit: (changes) => local.set(toAccountRecord(accountKey, changes)),
    removeEdits: async (ids) => {
      if (ids.length > 0) await local.remove(ids.map((id) => catalogue.edit(accountKey, id).key));
    },
  };
}

/** Removes everything that is kept of an account. Settings stay, and what another account has not sent yet. */
export async function wipeAccount(accountKey: string): Promise<void> {
  const { local } = browser.storage;
  const prefix = catalogue.accountPrefix(accountKey);
  const own = Object.keys(await local.get(null)).filter((key) => key.startsWith(prefix));
  const singles = catalogue.singles.filter(({ onSignOut }) => onSignOut === 'wipe').map(({ key }) => key);
  await local.remove([...own, ...singles]);
}

/** Removes what is kept of other accounts, but for those with edits that still wait for their owner. */
export async function tidyOtherAccounts(accountKey: string): Promise<void> {
  const { local } = browser.storage;
  const record = await local.get(null);
  const waiting = Object.keys(record).flatMap((key) => {
    const stored = catalogue.editOfKey(key);
    const edit = stored && readStored(record, stored);
    return edit !== null && isOpen(edit) ? [edit.account] : [];
  });
  const kept = [accountKey, ...waiting].map(catalogue.accountPrefix);
  const keys = Object.keys(record)
    .filter((key) => key.startsWith(catalogue.ACCOUNT_PREFIX))
    .filter((key) => !kept.some((prefix) => key.startsWith(prefix)));
  await local.remove(keys);
}

/** True where one of the changes of `storage.local` is an edit that shall be sent. */
export function holdsQueuedEdit(changes: Readonly<Record<string, { newValue?: unknown }>>): boolean {
  return Object.entries(changes).some(([key, { newValue }]) => {
    const stored = catalogue.editOfKey(key);
    return stored !== null && readStored({ [key]: newValue }, stored)?.state.status === 'queued';
  });
}
