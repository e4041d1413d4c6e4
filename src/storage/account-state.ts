import { browser } from '../browser';
import type { Account } from '../identity/account';
import { type Edit, isOpen } from '../outbox/edit';
import type { Gate } from '../outbox/gate';
import type { Snapshot } from '../outbox/snapshot';
import type { Undo } from '../outbox/undo';
import { readAccountState, toAccountRecord, toEditRecord } from './account-record';
import * as catalogue from './catalogue';
import type { OutboxMirror } from './outbox-mirror';
import { removeForGood, succeeds } from './remove-for-good';
import { examineStored, readStored, type StorageRecord } from './stored';
import { readEditAt } from './stored-edits';
import { accountOfKey, editOfKey, singles } from './worker-keys';

/** An edit that nobody can send: it stays where it is, as it is, until the person discards it. */
export interface UnreadableEdit {
  readonly key: string;
  /** What is stored, for "Copy details". */
  readonly text: string;
  /** `newer`: a later version of the extension wrote it, and will read it. */
  readonly reason: 'damaged' | 'newer';
}

/** Everything that is kept of one account's languages. */
export interface AccountState {
  readonly snapshot: Snapshot | null;
  /** Every edit that is still stored, finished ones included, in no order. */
  readonly edits: readonly Edit[];
  readonly unreadable: readonly UnreadableEdit[];
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

/** The store of one account over `storage.local`, with the mirror beside it. */
export function openAccountStore(accountKey: string, mirror: OutboxMirror): AccountStore {
  const { local } = browser.storage;
  return {
    read: async () => readAccountState(await local.get(null), accountKey),
    commit: async (changes) => {
      const open = toEditRecord(accountKey, (changes.edits ?? []).filter(isOpen));
      // Both copies are under way before either is waited for, so that nothing comes between the caller's last look
      // and the write; a request leaves after both are there. Killed between them, `storage.local` has the say.
      const copied = Object.keys(open).length > 0 ? succeeds(mirror.put(open)) : null;
      await local.set(toAccountRecord(accountKey, changes));
      await copied;
    },
    removeEdits: async (ids) => {
      const keys = ids.map((id) => catalogue.edit(accountKey, id).key);
      await removeForGood(keys, mirror);
    },
  };
}

/**
 * Removes what no version can read of an account's edits, because the person said so; where a later version can read
 * all that is left, that.
 */
export async function discardUnreadable(accountKey: string, mirror: OutboxMirror): Promise<void> {
  const { unreadable } = readAccountState(await browser.storage.local.get(null), accountKey);
  const damaged = unreadable.filter(({ reason }) => reason === 'damaged');
  const gone = damaged.length > 0 ? damaged : unreadable;
  await removeForGood(
    gone.map(({ key }) => key),
    mirror,
  );
}

/**
 * Removes everything that is kept of an account. Settings stay, and what another account has not sent yet.
 * First the mirror: killed between the two, the account is still there, and the mirror is filled again.
 */
export async function wipeAccount(accountKey: string, mirror: OutboxMirror): Promise<void> {
  const { local } = browser.storage;
  const prefix = catalogue.accountPrefix(accountKey);
  // Nobody is kept signed in by a mirror that fails: what it may bring back waits for the same person.
  await succeeds(mirror.clear(prefix));
  const own = Object.keys(await local.get(null)).filter((key) => key.startsWith(prefix));
  const wiped = singles.filter(({ onSignOut }) => onSignOut === 'wipe').map(({ key }) => key);
  await local.remove([...own, ...wiped]);
}

/** Removes what is kept of other accounts, but for those with edits that still wait for their owner. */
export async function tidyOtherAccounts(accountKey: string, mirror: OutboxMirror): Promise<void> {
  const record = await browser.storage.local.get(null);
  const waiting = Object.keys(record).filter((key) => isWaiting(record, key));
  const kept = new Set([null, accountKey, ...waiting.map(accountOfKey)]);
  const keys = Object.keys(record).filter((key) => !kept.has(accountOfKey(key)));
  await removeForGood(keys, mirror);
}

/** True where one of the changes of `storage.local` is an edit that shall be sent. */
export function holdsQueuedEdit(changes: Readonly<Record<string, { newValue?: unknown }>>): boolean {
  return Object.entries(changes).some(
    ([key, { newValue }]) => readEditAt({ [key]: newValue }, key)?.state.status === 'queued',
  );
}

/** True for an edit that is open, or cannot be read. */
function isWaiting(record: StorageRecord, key: string): boolean {
  const stored = editOfKey(key);
  const reading = stored && examineStored(record, stored);
  return reading !== null && (reading.status !== 'readable' || isOpen(reading.value));
}
