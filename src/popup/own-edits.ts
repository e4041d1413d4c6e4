import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { naturalKey } from '../languages/tags';
import type { LanguageFields } from '../languages/language';
import { resolveRef } from '../outbox/aliases';
import { type Edit, type EditContent, isNewRef, isOpen, type LanguageRef } from '../outbox/edit';
import type { PageState } from '../storage/page-state';
import type { PageTools } from './page-tools';

/** The edits of one page. */
export interface OwnEdits {
  /** Those on their way into storage, where the page does not see them yet. */
  readonly unseen: ReadonlySignal<readonly Edit[]>;
  /** A new edit of the account that is signed in; null while nobody is. */
  readonly make: (content: EditContent) => Edit | null;
  /** The number of what the person says next: above all that the page has seen. */
  readonly nextSeq: () => number;
  /**
   * What to call a language that is added: as it was called where the profile has it and its removal is not confirmed
   * yet, so that it is brought back rather than added beside it; else anew.
   */
  readonly refFor: (fields: LanguageFields) => LanguageRef;
  /** Whether an add of that language is on its way into storage and cannot be seen in the list yet. */
  readonly isAdding: (fields: LanguageFields) => boolean;
  /** To be called for an edit that could not be stored. */
  readonly forget: (edit: Edit) => void;
}

/** Makes the edits of one page, and remembers each until storage shows it. */
export function createOwnEdits(
  page: ReadonlySignal<PageState>,
  { newId, nowMs }: Pick<PageTools, 'newId' | 'nowMs'>,
): OwnEdits {
  let lastSeq = 0;
  const made = signal<readonly Edit[]>([]);
  const unseen = computed(() => {
    const { account, languages } = page.value;
    const seen = new Set(languages?.edits.map(({ id }) => id));
    return made.value.filter((edit) => edit.account === account?.key && !seen.has(edit.id));
  });
  // What was seen once is never looked for again: the worker removes it when it is done.
  page.subscribe(() => {
    const left = unseen.value;
    if (left.length < made.value.length) made.value = left;
  });

  function nextSeq(): number {
    const seen = (page.value.languages?.edits ?? []).map(({ seq }) => seq);
    lastSeq = Math.max(lastSeq + 1, nowMs(), ...seen.map((seq) => seq + 1));
    return lastSeq;
  }

  return {
    unseen,
    nextSeq,
    make: (content) => {
      const { account } = page.value;
      if (account === null) return null;
      const place = { id: newId(), seq: nextSeq(), account: account.key, madeAtMs: nowMs(), tries: 0 };
      const edit: Edit = { ...content, ...place, state: { status: 'queued' } };
      made.value = [...made.value, edit];
      return edit;
    },
    refFor: (fields) => {
      const { edits = [], snapshot } = page.value.languages ?? {};
      const refs = [...edits, ...unseen.value]
        .filter((edit) => isOpen(edit) && edit.kind === 'remove' && isAlike(edit.base, fields))
        .map(({ language }) => resolveRef(snapshot?.aliases ?? {}, language));
      return refs.findLast((ref) => !isNewRef(ref)) ?? `new:${newId()}`;
    },
    isAdding: (fields) => unseen.value.some((edit) => edit.kind === 'add' && isAlike(edit.fields, fields)),
    forget: ({ id }) => {
      made.value = made.value.filter((edit) => edit.id !== id);
    },
  };
}

function isAlike(one: LanguageFields, other: LanguageFields): boolean {
  return naturalKey(one) === naturalKey(other);
}
