import { flag, milliseconds, oneOf, shape } from '../shape';
import { ofAccount, PENDING_SIGN_OUT } from './catalogue';
import { readStored, type Stored, type StorageRecord } from './stored';

/** A sign-out that comes about once Microsoft 365 has everything. It outlives the page that asked, and the worker. */
export interface PendingSignOut {
  /** `not-all-sent`: it did not come about; said to whoever looks next. */
  readonly status: 'sending' | 'not-all-sent';
  /** Whether the browser's session with Microsoft ends, too, for every site. */
  readonly ofMicrosoft: boolean;
  /** When it was asked for, epoch milliseconds: tells two of them apart. */
  readonly askedAtMs: number;
}

/** {@link PendingSignOut} of this account; absent: nobody has asked for one, or they stay. */
export function pendingSignOut(accountKey: string): Stored<PendingSignOut> {
  const read = shape({
    status: oneOf('sending', 'not-all-sent'),
    ofMicrosoft: flag,
    askedAtMs: milliseconds,
  });
  return ofAccount(accountKey, PENDING_SIGN_OUT, read);
}

/** True where changes of storage have one that nobody has seen to. */
export function holdsPendingSignOut(
  changes: Readonly<Record<string, { readonly newValue?: unknown }>>,
): boolean {
  return Object.entries(changes).some(([key, { newValue }]) => {
    const [, accountKey = ''] = key.split('/');
    const stored = pendingSignOut(accountKey);
    const record: StorageRecord = { [key]: newValue };
    return key === stored.key && readStored(record, stored)?.status === 'sending';
  });
}
