import type { OutboxMirror } from '../../src/storage/outbox-mirror';

/** A mirror in memory, with what it holds in sight. */
export interface MemoryMirror extends OutboxMirror {
  readonly texts: Map<string, string>;
}

export function aMemoryMirror(): MemoryMirror {
  const texts = new Map<string, string>();
  return {
    texts,
    readAll: () => Promise.resolve(Object.fromEntries(texts)),
    put: (added) => {
      for (const [key, text] of Object.entries(added)) texts.set(key, text);
      return Promise.resolve();
    },
    remove: (keys) => {
      for (const key of keys) texts.delete(key);
      return Promise.resolve();
    },
    clear: (prefix = '') => {
      for (const key of [...texts.keys()]) if (key.startsWith(prefix)) texts.delete(key);
      return Promise.resolve();
    },
  };
}
