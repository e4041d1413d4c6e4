/**
 * What stands in the popup only now and then. It is not among what the first paint waits for, unless that paint shows
 * something of it (`needs-later.ts`); components take it from `PopupState.later` and show nothing until it is there.
 */
export { AccountMenu } from './AccountMenu';
export { chooseAgain } from './choose-again';
export { closeByEscape } from './close-by-escape';
export { ContactMark } from './ContactMark';
export { ElsewhereNews } from './ElsewhereNews';
export { FailureNote } from './FailureNote';
export { Guess } from './Guess';
export { guessesOf } from './guesses';
export { LanguageDetails } from './LanguageDetails';
export { LineProblem } from './LineProblem';
export { Manners } from './Manners';
export { MoveHandle } from './MoveHandle';
export { NotConfigured } from './NotConfigured';
export { odditiesOf } from './oddities';
export { ownNameByTable } from './own-names';
export { pausedLine } from '../ui/paused-line';
export { askAgain, isBrowsedAside, putBrowsedAside } from './put-aside';
export { createPlaces } from './place-lines';
export { asPrescribed } from './prescribed';
export { SearchFailed } from './SearchFailed';
export { SignedOut } from './SignedOut';
export { SignInNotice } from './SignInNotice';
export { SignOutNotice } from './SignOutNotice';
export { undoTitle } from './undo-title';
export { UnreadableNote } from './UnreadableNote';
export { WayForward } from './WayForward';
export { configurationInForce } from '../storage/configuration-in-force';
export { mergePreferences } from '../storage/merge-preferences';
export { savePendingSignOut } from '../storage/save-pending-sign-out';
export { savePreferences } from '../storage/save-preferences';
