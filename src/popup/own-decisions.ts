import type { ReadonlySignal } from '@preact/signals';
import { resolveRef } from '../outbox/aliases';
import { type Edit, inState } from '../outbox/edit';
import type { LanguageLine } from '../outbox/fold';
import { joinAdds } from '../outbox/join-adds';
import { openEdits } from '../outbox/open-edits';
import type { PageState } from '../storage/page-state';
import { rebase } from './rebase';

type Problem = NonNullable<LanguageLine['problem']>;

/** What a person can say about an edit that waits for them. */
export interface OwnDecisions {
  /** Sends a refused edit again, as it is. */
  readonly retry: (line: LanguageLine, problem: Problem) => void;
  /** Gives up every edit of the line that is not sent. */
  readonly discard: (line: LanguageLine) => void;
  /** Answers "changed elsewhere" for the person's own value: the profile's value becomes the base. */
  readonly keepMine: (line: LanguageLine, problem: Problem) => void;
}

/** `decide` stores what was decided about a line; `nextSeq` is the number of what the person says next. */
export function createOwnDecisions(
  page: ReadonlySignal<PageState>,
  decide: (line: LanguageLine, edits: readonly Edit[], undo?: null) => void,
  nextSeq: () => number,
): OwnDecisions {
  /** It is the person's newest word: what another window said meanwhile comes before it. */
  function sendAgain(line: LanguageLine, edit: Edit): void {
    decide(line, [{ ...edit, seq: nextSeq() }]);
  }

  return {
    retry: (line, { edit }) => {
      sendAgain(line, inState(edit, { status: 'queued' }));
    },
    discard: (line) => {
      const { edits = [], undo = null, snapshot = null } = page.value.languages ?? {};
      const open = openEdits(snapshot, edits);
      const refs = joinAdds(snapshot, open);
      const given = open.filter(({ language }) => resolveRef(refs, language) === line.ref);
      decide(
        line,
        given.map((edit) => inState(edit, { status: 'done' })),
        // What is given up cannot be taken back.
        undo && resolveRef(refs, undo.inverse.language) === line.ref ? null : undefined,
      );
    },
    keepMine: (line, { edit, reason }) => {
      sendAgain(line, rebase(edit, reason.theirs));
    },
  };
}
