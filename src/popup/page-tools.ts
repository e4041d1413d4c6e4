import type { ReadonlySignal } from '@preact/signals';
import type { Send } from '../messages/send';
import type { Edit } from '../outbox/edit';
import type { Removed } from '../outbox/removed';
import type { Undo } from '../outbox/undo';
import type { Draft } from '../storage/catalogue';
import type { PendingSignOut } from '../storage/pending-sign-out';
import type { Preferences } from '../storage/preferences';
import type * as later from './later';

/** The parts of the popup that are loaded after its first paint. */
export type Later = typeof later;

/** What the popup needs from outside; `main.tsx` gives it the browser's, tests give it fakes. */
export interface PageTools {
  readonly isOnline: ReadonlySignal<boolean>;
  /** The languages that the person browses in, most wanted first: BCP 47 tags. */
  readonly browserTags: ReadonlySignal<readonly string[]>;
  /** Null until it is loaded. */
  readonly later: ReadonlySignal<Later | null>;
  /** Asks the worker; what became of it is seen in storage. Rejects where the worker could not do it. */
  readonly send: Send;
  /** Begins to store before it returns. Rejects where it could not be stored. */
  readonly appendEdit: (edit: Edit, undo: Undo | null, removed?: Removed[]) => Promise<void>;
  readonly decideEdits: (accountKey: string, edits: readonly Edit[], undo?: null) => Promise<void>;
  readonly saveDraft: (accountKey: string, draft: Draft) => Promise<void>;
  readonly savePreferences: (accountKey: string, chosen: Preferences, undo?: Undo | null) => Promise<void>;
  /** Asks for a sign-out once everything is sent, or (null) takes it back. Rejects where it could not be stored. */
  readonly savePendingSignOut: (accountKey: string, pending: PendingSignOut | null) => Promise<void>;
  readonly openSettings: () => void;
  /** Opens the same page as a tab, where it stays open. */
  readonly openInTab: () => void;
  readonly newId: () => string;
  readonly nowMs: () => number;
}
