import { readAccount, type Account } from '../identity/account';
import { readTrace, SIGN_IN_FAILURE_CODES, type SignInFailureCode, type Trace } from '../identity/failure';
import type { Edit } from '../outbox/edit';
import type { Gate } from '../outbox/gate';
import type { Removed } from '../outbox/removed';
import type { Snapshot } from '../outbox/snapshot';
import type { Undo } from '../outbox/undo';
import {
  anyOf,
  both,
  flag,
  milliseconds,
  nullable,
  number,
  oneOf,
  partial,
  type Read,
  shape,
  text,
} from '../shape';
import { type Preferences, readPreferences } from './preferences';
import { readEdit, readGate, readRemoved, readSnapshot, readUndo } from './readers';
import type { Single, Stored, Upgrade } from './stored';
import { toDraft2, toEdit2, toPreferences2, toSnapshot2, toSnapshot3 } from './upgrades';

/**
 * Every key that the popup reads for its list: of `storage.local`, where nothing else is said. With which registration
 * to sign in is declared in `registration-keys.ts`, what was asked about a tenant in `tenant-check.ts`, a sign-out that
 * waits in `pending-sign-out.ts`, the log in `log-entry.ts`, what only the worker reads in `worker-keys.ts`, and the
 * tokens in `secrets.ts`.
 */

/** Where `registration-keys.ts` keeps the policy: whether there is one tells pages what to wait for. */
export const POLICY_KEY = 'policy';

/** Where `pending-sign-out.ts` keeps that, after the prefix of the account: for the same. */
export const PENDING_SIGN_OUT = 'pending-sign-out';

/** Who is signed in; absent: nobody. */
export const account: Single<Account> = {
  key: 'account',
  version: 1,
  read: readAccount,
  onSignOut: 'wipe',
};

/** Where the last sign-in stands, for a popup that was closed meanwhile. */
export type SignInStatus =
  | { readonly status: 'idle' }
  | { readonly status: 'running' }
  | {
      readonly status: 'failed';
      readonly code: SignInFailureCode;
      readonly serviceCode: string | null;
      readonly atMs: number;
      readonly trace?: Trace;
    };

/** {@link SignInStatus}; absent is idle. */
export const signInStatus: Single<SignInStatus> = {
  key: 'sign-in',
  version: 1,
  read: anyOf<Read<SignInStatus>>(
    shape({ status: oneOf('idle', 'running') }),
    both(
      shape({
        status: oneOf('failed'),
        code: oneOf(...SIGN_IN_FAILURE_CODES),
        serviceCode: nullable(text),
        atMs: milliseconds,
      }),
      partial({ trace: readTrace }),
    ),
  ),
  onSignOut: 'wipe',
};

/** What the person had begun in the popup: it is there when they open it again. */
export interface Draft {
  /** The half-typed search. */
  readonly query: string;
  /** Key of the line whose details are open. */
  readonly openLine: string | null;
  /** How far the list is scrolled down, in CSS pixels. */
  readonly scrollTop: number;
}

export const EMPTY_DRAFT: Draft = { query: '', openLine: null, scrollTop: 0 };

/** What was learned about the service while talking to it for this account. */
export interface ServiceFacts {
  /** True once a request with `proficiency` was refused and went through without. */
  readonly refusesProficiency: boolean;
}

/** The prefix of every key of one account: whatever begins with it goes when the account signs out. */
export function accountPrefix(accountKey: string): string {
  return `a/${accountKey}/`;
}

/** What Microsoft 365 last said about this account's languages. */
export function snapshot(accountKey: string): Stored<Snapshot> {
  return ofAccount(accountKey, 'snapshot', readSnapshot, [toSnapshot2, toSnapshot3]);
}

/** Why nothing is sent for this account; null while the gate is open. */
export function gate(accountKey: string): Stored<Gate | null> {
  return ofAccount(accountKey, 'gate', nullable(readGate));
}

/** What the Undo button takes back; null where there is nothing. */
export function undo(accountKey: string): Stored<Undo | null> {
  return ofAccount(accountKey, 'undo', nullable(readUndo));
}

/** What the person removed lately, to be put back; absent: nothing. */
export function removed(accountKey: string): Stored<Removed[]> {
  return ofAccount(accountKey, 'removed', readRemoved);
}

/**
 * How the person wants to see this account's list, as they chose it here, which only pages write; absent: nothing was
 * chosen. `storage.sync` has what all their browsers chose under the same key.
 */
export function preferences(accountKey: string): Stored<Preferences> {
  return ofAccount(accountKey, 'preferences', readPreferences, [toPreferences2]);
}

/** The same as they chose it in other browsers, which only the worker writes; absent: nothing has arrived. */
export function preferencesElsewhere(accountKey: string): Stored<Preferences> {
  return { ...preferences(accountKey), key: `${accountPrefix(accountKey)}preferences-elsewhere` };
}

/** {@link Draft} of this account; absent: {@link EMPTY_DRAFT}. */
export function draft(accountKey: string): Stored<Draft> {
  const read = shape({ query: text, openLine: nullable(text), scrollTop: number });
  return ofAccount(accountKey, 'draft', read, [toDraft2]);
}

/** What one browser tells the others of the same person: random ids that mean nothing, only that they are new. */
export interface Ring {
  /** Which worker it was. */
  readonly ringer: string;
  readonly id: string;
}

/** The last {@link Ring} for this account, in `storage.sync` only. */
export function doorbell(accountKey: string): Stored<Ring> {
  return ofAccount(accountKey, 'doorbell', shape({ ringer: text, id: text }));
}

/** {@link ServiceFacts} for this account; absent: nothing was learned yet. */
export function serviceFacts(accountKey: string): Stored<ServiceFacts> {
  return ofAccount(accountKey, 'service', shape({ refusesProficiency: flag }));
}

/** The prefix of the keys of one account's edits: one key each, so that windows never write over each other. */
export function editPrefix(accountKey: string): string {
  return `${accountPrefix(accountKey)}edit/`;
}

/** One edit of this account; `id` is the edit's own. What stands under the key of another edit is damaged. */
export function edit(accountKey: string, id: string): Stored<Edit> {
  const read: Read<Edit> = (value) => {
    const found = readEdit(value);
    return found?.account === accountKey && found.id === id ? found : undefined;
  };
  return ofAccount(accountKey, `edit/${id}`, read, [toEdit2]);
}

/** The declaration of a value of one account: it goes with the account's sign-out. */
export function ofAccount<T>(
  accountKey: string,
  name: string,
  read: Read<T>,
  upgrades: readonly Upgrade[] = [],
): Stored<T> {
  const key = accountPrefix(accountKey) + name;
  return { key, version: upgrades.length + 1, upgrades, read };
}
