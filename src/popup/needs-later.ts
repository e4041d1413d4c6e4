import { accountPrefix, PENDING_SIGN_OUT, POLICY_KEY } from '../storage/catalogue';
import type { PageState } from '../storage/page-state';

/** Whether what is stored shows something of `later.ts` in the first paint: then that paint waits for it. */
export function needsLater(
  { account, languages, draft, signIn, choices, record }: PageState,
  isOnline: boolean,
): boolean {
  if (account === null || languages === null) return true;
  return (
    draft.openLine !== null ||
    choices.length > 0 ||
    POLICY_KEY in record ||
    languages.gate !== null ||
    !isOnline ||
    (languages.snapshot?.languages ?? []).some(({ isVerified }) => isVerified === false) ||
    signIn.status !== 'idle' ||
    accountPrefix(account.key) + PENDING_SIGN_OUT in record ||
    languages.unreadable.length > 0 ||
    languages.undo?.inverse === null ||
    languages.edits.some(({ state }) => state.status === 'parked')
  );
}
