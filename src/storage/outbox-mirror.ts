import { createStore, delMany, entries, keys, setMany } from 'idb-keyval';

/**
 * A second copy of the edits that are not confirmed yet, in another database than `storage.local`: browsers repair a
 * damaged one by dropping parts of it. Keys are those of `storage.local`, values the texts that are stored there.
 *
 * What is in the mirror but not in `storage.local` was lost there and is restored by `mend-storage.ts`. That holds
 * because whatever is removed leaves the mirror first. Every method rejects where the browser's database fails.
 */
export interface OutboxMirror {
  readAll(): Promise<Readonly<Record<string, string>>>;
  put(texts: Readonly<Record<string, string>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Removes every entry whose key begins like this; all without a prefix. */
  clear(prefix?: string): Promise<void>;
}

/** A database that does not answer within this counts as one that fails: no edit waits longer for its second copy. */
const LIMIT_MS = 5_000;

const store = createStore('outbox', 'edits');

/** The mirror over IndexedDB. */
export const outboxMirror: OutboxMirror = {
  readAll: async () => {
    const all = await withinLimit(entries<IDBValidKey, unknown>(store));
    return Object.fromEntries(all.filter((entry): entry is [string, string] => entry.every(isText)));
  },
  put: (texts) => withinLimit(setMany(Object.entries(texts), store)),
  remove: (gone) => withinLimit(delMany([...gone], store)),
  clear: async (prefix = '') => {
    const own = (await withinLimit(keys(store))).filter(
      (key) => typeof key === 'string' && key.startsWith(prefix),
    );
    await withinLimit(delMany(own, store));
  },
};

function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('IndexedDB does not answer'));
    }, LIMIT_MS);
  });
  return Promise.race([work, limit]).finally(() => {
    clearTimeout(timer);
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
