import type { AreaCall, AreaInside, AreaTrouble, Changes, Values } from './area';
import { type Life, never } from './life';

/** `browser.storage.local` and its kind, as one context has it. */
export interface OpenArea {
  get(keys: string | readonly string[] | null): Promise<Values>;
  readonly set: (values: Values) => Promise<void>;
  readonly remove: (keys: string | readonly string[]) => Promise<void>;
  readonly onChanged: {
    addListener(listener: (changes: Changes) => void): void;
    removeListener(listener: (changes: Changes) => void): void;
  };
}

const ERRORS: Readonly<Record<AreaTrouble, string>> = {
  quota: 'QuotaExceededError: storage.local quota exceeded',
  generic: 'An unexpected error occurred',
  'commits-and-rejects': 'An unexpected error occurred',
};

/** Values are copied in and out, one `set` is one step, an event comes after it and only for values that changed. */
export function openArea(inside: AreaInside, life: Life, run: (code: () => void) => void): OpenArea {
  const { name, read, commit, troubleOf, losesWrite, hearers } = inside;
  const { worker } = life;

  async function change(call: AreaCall, make: (now: Values) => Values): Promise<void> {
    const trouble = troubleOf(call);
    await Promise.resolve();
    if (!life.isAlive && losesWrite()) return never();
    if (trouble === null || trouble === 'commits-and-rejects') commit(make, call.keys);
    if (trouble !== null) throw new Error(ERRORS[trouble]);
  }

  return {
    get: (given) =>
      life.call({ point: `${name}.get`, about: listOf(given) }, async () => {
        const trouble = troubleOf({ verb: 'get', worker, keys: listOf(given) });
        await Promise.resolve();
        if (trouble !== null) throw new Error(ERRORS[trouble]);
        const now = read();
        return copy(given === null ? now : pick(now, listOf(given)));
      }),
    set: (given) => {
      const values = copy(given);
      const keys = Object.keys(values);
      return life.call({ point: `${name}.set`, about: keys, values }, () =>
        change({ verb: 'set', worker, keys }, (now) => ({ ...now, ...values })),
      );
    },
    remove: (given) => {
      const keys = listOf(given);
      return life.call({ point: `${name}.remove`, about: keys }, () =>
        change({ verb: 'remove', worker, keys }, (now) => {
          const kept = Object.keys(now).filter((key) => !keys.includes(key));
          return pick(now, kept);
        }),
      );
    },
    onChanged: {
      addListener: (listener) => {
        hearers.set(listener, (changes) => {
          if (life.isAlive) run(() => listener(copyChanges(changes)));
        });
        life.onEnd(() => hearers.delete(listener));
      },
      removeListener: (listener) => void hearers.delete(listener),
    },
  };
}

function listOf(keys: string | readonly string[] | null): readonly string[] {
  return typeof keys === 'string' ? [keys] : (keys ?? []);
}

function pick(record: Values, keys: readonly string[]): Values {
  const found = keys.filter((key) => Object.hasOwn(record, key));
  return Object.fromEntries(found.map((key) => [key, record[key]]));
}

/** A copy, as browsers make one of what comes in and of what goes out; text is none that anybody could change. */
function copy<T extends object>(values: T): T {
  const isText = Object.values(values).every((value) => typeof value === 'string');
  return isText ? { ...values } : structuredClone(values);
}

function copyChanges(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).map(([key, change]) => [key, copy(change)]));
}
