import { resolveRef } from '../outbox/aliases';
import { type Edit, inState } from '../outbox/edit';
import type { LanguageLine } from '../outbox/fold';
import { joinAdds } from '../outbox/join-adds';
import { openEdits } from '../outbox/open-edits';
import type { PopupState } from './popup-state';
import { rebase } from './rebase';

/** What a person can say about an edit that waits for them. */

type Problem = NonNullable<LanguageLine['problem']>;

/** Sends a refused edit again, as it is. */
export function retry(state: PopupState, { edit }: Problem): void {
  sendAgain(state, inState(edit, { status: 'queued' }));
}

/** Answers "changed elsewhere" for the person's own value: the profile's value becomes the base. */
export function keepMine(state: PopupState, { edit, reason }: Problem): void {
  sendAgain(state, rebase(edit, reason.theirs));
}

/** Gives up every edit of the line that is not sent. */
export function discard(state: PopupState, line: LanguageLine): void {
  const { edits = [], undo = null, snapshot = null } = state.page.value.languages ?? {};
  const open = openEdits(snapshot, edits);
  const refs = joinAdds(snapshot, open);
  const given = open.filter(({ language }) => resolveRef(refs, language) === line.ref);
  state.decide(
    given.map((edit) => inState(edit, { status: 'done' })),
    // What is given up cannot be taken back.
    undo?.inverse && resolveRef(refs, undo.inverse.language) === line.ref ? null : undefined,
  );
}

/** It is the person's newest word: what another window said meanwhile comes before it. */
function sendAgain(state: PopupState, edit: Edit): void {
  state.decide([{ ...edit, seq: state.nextSeq() }]);
}
