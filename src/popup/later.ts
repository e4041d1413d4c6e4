/**
 * What stands in the popup only now and then. It is not among what the first paint waits for, unless that paint shows
 * something of it (`needs-later.ts`); components take it from `PopupState.later` and show nothing until it is there.
 */
export { FailureNote } from './FailureNote';
export { LanguageDetails } from './LanguageDetails';
export { LineProblem } from './LineProblem';
export { NotConfigured } from './NotConfigured';
export { RemovedDialog } from './RemovedDialog';
export { SignedOut } from './SignedOut';
export { SignInFailureNote } from './SignInFailureNote';
export { SignOutDialog } from './SignOutDialog';
export { UnreadableNote } from './UnreadableNote';
