import type { TenantAnswer } from '../../../src/identity/tenant-answer';
import type { StorageRecord } from '../../../src/storage/stored';
import type { Word } from '../../../src/ui/words';

/** A state that a page can be in, and what leads there. */
export interface Scenario {
  /** Which page shows it; left out: the popup. */
  readonly page?: 'settings';
  /** What `storage.local` holds when the page opens. */
  readonly stored: StorageRecord;
  /** What `storage.session` holds then; left out: nothing. */
  readonly remembered?: StorageRecord;
  /** What storage cannot do from then on. */
  readonly trouble?: 'unreadable' | 'full';
  /** True where a stand-in for the worker confirms edits; else whatever waits keeps waiting. */
  readonly lively?: true;
  /** True where the worker answers that it did not do what was asked. */
  readonly deaf?: true;
  /** What the worker learns when it is asked about a tenant; left out: it never does. */
  readonly tenant?: TenantAnswer;
  /** The languages that the person browses in; left out: that of the page, and Catalan. */
  readonly browserTags?: readonly string[];
  /** What is typed before anything is pressed: text by the id of the field. */
  readonly type?: Readonly<Record<string, string>>;
  /** The buttons that are pressed after the first paint, by their words, so that it works in every language. */
  readonly press?: readonly Button[];
  /** A selector of what is there once the state is reached; left out: anything at all. */
  readonly shows?: string;
}

/** The words of a button, with the values in them. */
export type Button = Word | readonly [Word, ...string[]];
