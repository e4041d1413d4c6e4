import { readAccount, type Account } from '../identity/account';
import { readConfiguration, type Configuration } from '../identity/configuration';
import { SIGN_IN_FAILURE_CODES, type SignInFailureCode } from '../identity/failure';
import type { Edit } from '../outbox/edit';
import type { Gate } from '../outbox/gate';
import type { Snapshot } from '../outbox/snapshot';
import type { Undo } from '../outbox/undo';
import { anyOf, flag, milliseconds, nullable, oneOf, type Read, shape, text } from '../shape';
import { readEdit, readGate, readSnapshot, readUndo } from './readers';
import type { Stored } from './stored';

/** Every key that the extension keeps, beside the tokens, which `secrets.ts` declares away from the pages. */

/** The person's own choice of registration; null while they left it to the build. */
export const settings: Stored<Configuration | null> = {
  area: 'local',
  key: 'settings',
  version: 1,
  read: nullable(readConfiguration),
  onSignOut: 'keep',
};

/** Who is signed in; null while nobody is. */
export const account: Stored<Account | null> = {
  area: 'local',
  key: 'account',
  version: 1,
  read: nullable(readAccount),
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
    };

/** {@link SignInStatus}; absent is idle. */
export const signInStatus: Stored<SignInStatus> = {
  area: 'local',
  key: 'sign-in',
  version: 1,
  read: anyOf<Read<SignInStatus>>(
    shape({ status: oneOf('idle', 'running') }),
    shape({
      status: oneOf('failed'),
      code: oneOf(...SIGN_IN_FAILURE_CODES),
      serviceCode: nullable(text),
      atMs: milliseconds,
    }),
  ),
  onSignOut: 'wipe',
};

/** What the person had begun in the popup: it is there when they open it again. */
export interface Draft {
  /** The half-typed search. */
  readonly query: string;
  /** Key of the line whose details are open. */
  readonly openLine: string | null;
}

/** {@link Draft}; absent is an empty one. */
export const draft: Stored<Draft> = {
  area: 'local',
  key: 'draft',
  version: 1,
  read: shape({ query: text, openLine: nullable(text) }),
  onSignOut: 'wipe',
};

/** What was learned about the service while talking to it for this account. */
export interface ServiceFacts {
  /** True once a create with `proficiency` was refused and went through without. */
  readonly refusesProficiency: boolean;
}

/** Every value that there is once, whoever is signed in. */
export const singles: readonly Stored<unknown>[] = [settings, account, signInStatus, draft];

/** What the keys of every account begin with. */
export const ACCOUNT_PREFIX = 'a/';

/** The prefix of every key of one account: whatever begins with it goes when the account signs out. */
export function accountPrefix(accountKey: string): string {
  return `${ACCOUNT_PREFIX}${accountKey}/`;
}

/** What Microsoft 365 last said about this account's languages. */
export function snapshot(accountKey: string): Stored<Snapshot> {
  return ofAccount(accountKey, 'snapshot', readSnapshot);
}

/** Why nothing is sent for this account; null while the gate is open. */
export function gate(accountKey: string): Stored<Gate | null> {
  return ofAccount(accountKey, 'gate', nullable(readGate));
}

/** What the Undo button takes back; null where there is nothing. */
export function undo(accountKey: string): Stored<Undo | null> {
  return ofAccount(accountKey, 'undo', nullable(readUndo));
}

/** {@link ServiceFacts} for this account; absent: nothing was learned yet. */
export function serviceFacts(accountKey: string): Stored<ServiceFacts> {
  return ofAccount(accountKey, 'service', shape({ refusesProficiency: flag }));
}

/** The prefix of the keys of one account's edits: one key each, so that windows never write over each other. */
export function editPrefix(accountKey: string): string {
  return `${accountPrefix(accountKey)}edit/`;
}

/** One edit of this account; `id` is the edit's own. */
export function edit(accountKey: string, id: string): Stored<Edit> {
  return ofAccount(accountKey, `edit/${id}`, readEdit);
}

/** The declaration behind a key, if it is one of an edit. */
export function editOfKey(key: string): Stored<Edit> | null {
  const [, accountKey, id] = /^a\/([^/]+)\/edit\/(.+)$/.exec(key) ?? [];
  return accountKey === undefined || id === undefined ? null : edit(accountKey, id);
}

function ofAccount<T>(accountKey: string, name: string, read: Read<T>): Stored<T> {
  return { area: 'local', key: accountPrefix(accountKey) + name, version: 1, read, onSignOut: 'wipe' };
}
