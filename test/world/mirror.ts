import type { OutboxMirror } from '../../src/storage/outbox-mirror';
import type { Area } from './area';
import type { Life } from './life';

/** The mirror as one worker has it, over an area that stands for the database. */
export function openMirror(area: Area, life: Life): OutboxMirror {
  const open = area.open(life, () => undefined);
  return {
    readAll: async () => {
      const all = await open.get(null);
      return Object.fromEntries(Object.entries(all).map(([key, text]) => [key, String(text)]));
    },
    put: open.set,
    remove: open.remove,
    clear: (prefix = '') => open.remove(Object.keys(area.record).filter((key) => key.startsWith(prefix))),
  };
}
