import { flag, milliseconds, oneOf, shape } from '../shape';
import { ofAccount, PENDING_SIGN_OUT } from './catalogue';
import type { Stored } from './stored';

/** A sign-out that comes about once Microsoft 365 has everything: it outlives the page that asked, and the worker. */
export interface PendingSignOut {
  /** `not-all-sent`: it did not come about; said to whoever looks next. */
  readonly status: 'sending' | 'not-all-sent';
  readonly ofMicrosoft: boolean;
  /** Since when, epoch milliseconds. */
  readonly atMs: number;
}

/** {@link PendingSignOut} of this account; absent: nobody has asked for one. */
export function pendingSignOut(accountKey: string): Stored<PendingSignOut> {
  const read = shape({ status: oneOf('sending', 'not-all-sent'), ofMicrosoft: flag, atMs: milliseconds });
  return ofAccount(accountKey, PENDING_SIGN_OUT, read);
}
