import { browser } from '../browser';
import type { Account } from '../identity/account';
import { type Edit, isOpen } from '../outbox/edit';
import type { Gate } from '../outbox/gate';
import type { Snapshot } from '../outbox/snapshot';
import type { Undo } from '../outbox/undo';
import { readAccountState, toAccountRecord, toEditRecord } from './account-record';
import * as catalogue from './catalogue';
import { isFull } from './is-full';
import { makeRoom } from './make-room';
import type { OutboxMirror } from './outbox-mirror';
import { removeForGood, succeeds } from './remove-for-good';
import { readStored } from './stored';

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
  /** One `set`. Where the storage is full, it makes room for the next try before it rejects. */
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
      try {
        await local.set(toAccountRecord(accountKey, changes));
      } catch (error) {
        // For the next try: whoever has stopped meanwhile must not store anything any more.
        if (isFull(error)) await makeRoom(mirror);
        throw error;
      }
      await copied;
    },
    removeEdits: async (ids) => {
      const keys = ids.map((id) => catalogue.edit(accountKey, id).key);
      await removeForGood(keys, mirror);
    },
  };
}
