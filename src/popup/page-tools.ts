import type { ReadonlySignal } from '@preact/signals';
import type { CommandName } from '../messages/contract';
import type { Edit } from '../outbox/edit';
import type { Undo } from '../outbox/undo';
import type { Draft } from '../storage/catalogue';

/** What the popup needs from outside; `main.tsx` gives it the browser's, tests give it fakes. */
export interface PageTools {
  readonly isOnline: ReadonlySignal<boolean>;
  /** The languages that the person browses in, most wanted first: BCP 47 tags. */
  readonly browserTags: ReadonlySignal<readonly string[]>;
  /** Asks the worker; what becomes of it is seen in storage. */
  readonly send: (command: CommandName) => void;
  /** Begins to store before it returns. Rejects where it could not be stored. */
  readonly appendEdit: (edit: Edit, undo: Undo | null) => Promise<void>;
  readonly decideEdits: (accountKey: string, edits: readonly Edit[]) => Promise<void>;
  readonly saveDraft: (draft: Draft) => Promise<void>;
  readonly openSettings: () => void;
  readonly newId: () => string;
  readonly nowMs: () => number;
}
