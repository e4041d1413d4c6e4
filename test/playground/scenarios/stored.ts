import type { ProfileLanguage } from '../../../src/languages/language';
import type { Edit } from '../../../src/outbox/edit';
import { type Undo, undoOf } from '../../../src/outbox/undo';
import type { Gate } from '../../../src/outbox/gate';
import type { Removed } from '../../../src/outbox/removed';
import { toAccountRecord } from '../../../src/storage/account-record';
import * as catalogue from '../../../src/storage/catalogue';
import { NO_POLICY, type Policy } from '../../../src/storage/policy';
import * as registration from '../../../src/storage/registration-keys';
import { NO_PREFERENCES, type Preferences } from '../../../src/storage/preferences';
import { type StorageRecord, toRecord } from '../../../src/storage/stored';
import type { Account } from '../../../src/identity/account';
import { ACCOUNT_KEY, anAccount, aSnapshot } from '../../support/builders';

export const MINUTE_MS = 60_000;

export const configured: StorageRecord = toRecord(registration.settings, {
  cloud: 'global',
  tenant: 'contoso.example',
  clientId: '00000000-0000-4000-8000-000000000001',
});

/** What an organisation prescribes. */
export function prescribed(policy: Partial<Policy>): StorageRecord {
  return toRecord(registration.policy, { ...NO_POLICY, ...policy });
}

/** Another registration, that the person chose in another browser. */
export const configuredElsewhere: StorageRecord = toRecord(registration.settingsElsewhere, {
  cloud: 'us-gov-l4',
  tenant: 'fabrikam.example',
  clientId: '00000000-0000-4000-8000-000000000002',
});

/** What is kept of Ada; what is left out is empty or absent. */
export interface Kept {
  readonly account?: Partial<Account>;
  /** Null: Microsoft 365 has not answered yet. */
  readonly languages?: readonly ProfileLanguage[] | null;
  readonly edits?: readonly Edit[];
  readonly gate?: Gate;
  /** Left out: what takes back the last edit. */
  readonly undo?: Undo;
  readonly removed?: Removed[];
  readonly draft?: Partial<catalogue.Draft>;
  readonly preferences?: Partial<Preferences>;
  readonly signIn?: catalogue.SignInStatus;
}

/** The storage of somebody who is signed in, read five minutes ago. */
export function signedIn({ languages = [], edits = [], ...kept }: Kept = {}): StorageRecord {
  const last = edits.at(-1);
  const undo = kept.undo ?? (last && last.state.status !== 'parked' ? undoOf(last) : null);
  // It knows of a creation, which cannot be read again: so it is not given up where storage is full.
  const creation = { id: 'earlier', knownIds: [], atMs: Date.now(), isDoubtful: false, lookAtMs: null };
  const snapshot = languages && {
    ...aSnapshot(languages),
    creations: [creation],
    fetchedAtMs: Date.now() - 5 * MINUTE_MS,
  };
  return {
    ...configured,
    ...toRecord(catalogue.account, anAccount({ cloud: 'global', ...kept.account })),
    ...toAccountRecord(ACCOUNT_KEY, { ...(snapshot && { snapshot }), edits, undo, gate: kept.gate ?? null }),
    ...toRecord(catalogue.removed(ACCOUNT_KEY), kept.removed ?? []),
    ...(kept.preferences &&
      toRecord(catalogue.preferences(ACCOUNT_KEY), {
        ...NO_PREFERENCES,
        placedAtMs: 1,
        contactAtMs: 1,
        ...kept.preferences,
      })),
    ...toRecord(catalogue.draft(ACCOUNT_KEY), { ...catalogue.EMPTY_DRAFT, ...kept.draft }),
    ...(kept.signIn && toRecord(catalogue.signInStatus, kept.signIn)),
  };
}
