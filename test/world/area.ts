import type { Life } from './life';
import { openArea, type OpenArea } from './open-area';

/** Whether a `set` that was dispatched is kept although its caller was stopped before it resolved. */
export type AreaSemantics = 'chromium' | 'firefox';

/** How one call of a storage area goes wrong. */
export type AreaTrouble =
  /** Rejects, and nothing was stored. */
  | 'quota'
  | 'generic'
  /** Rejects, although everything was stored. */
  | 'commits-and-rejects';

/** What is asked of an area. */
export interface AreaCall {
  readonly verb: 'get' | 'set' | 'remove';
  /** The number of the worker, 0 for a page. */
  readonly worker: number;
  readonly keys: readonly string[];
}

/** What is stored, by key. */
export type Values = Readonly<Record<string, unknown>>;

/** What `storage.onChanged` tells, by key. */
export type Changes = Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>;

/** One storage area of the browser, seen from outside the extension. */
export interface Area {
  /** Everything in it, as it was stored. */
  readonly record: Values;
  /** Puts values there behind everybody's back: no event, no trouble. Undefined: removes the key. */
  write(values: Values): void;
  /** Asked for each call how it goes wrong; null: it does not. Replaced by tests. */
  trouble: (call: AreaCall) => AreaTrouble | null;
  /** Told of a change before anybody else is: starts the worker. */
  onChange: () => void;
  /** The area as code of one context sees it; `run` runs listeners there. */
  open(life: Life, run: (code: () => void) => void): OpenArea;
}

/** What an opened area works on. */
export interface AreaInside {
  readonly name: 'local' | 'session' | 'sync' | 'mirror';
  readonly read: () => Values;
  /** Makes another record of what is there; one step, then the events for what changed. */
  readonly commit: (make: (now: Values) => Values, keys: readonly string[]) => void;
  readonly troubleOf: (call: AreaCall) => AreaTrouble | null;
  readonly losesWrite: () => boolean;
  readonly hearers: Map<object, (changes: Changes) => void>;
}

/**
 * An empty area, as browsers have it. `losesWrite` decides whether a write is lost whose caller was stopped before it
 * resolved.
 */
export function createArea(name: AreaInside['name'], losesWrite: () => boolean): Area {
  let record: Values = {};
  const inside: AreaInside = {
    name,
    losesWrite,
    read: () => record,
    troubleOf: (call) => area.trouble(call),
    hearers: new Map(),
    commit(make, keys) {
      const before = record;
      record = make(before);
      const changed = keys.filter((key) => !isSame(before[key], record[key]));
      if (changed.length === 0) return;
      const changes = Object.fromEntries(changed.map((key) => [key, changeOf(before, record, key)]));
      queueMicrotask(() => {
        area.onChange();
        for (const hear of [...inside.hearers.values()]) hear(changes);
      });
    },
  };
  const area: Area = {
    get record() {
      return record;
    },
    write(values) {
      const all = Object.entries({ ...record, ...values });
      record = Object.fromEntries(all.filter(([, value]) => value !== undefined));
    },
    trouble: () => null,
    onChange: () => undefined,
    open: (life, run) => openArea(inside, life, run),
  };
  return area;
}

function changeOf(before: Values, after: Values, key: string): Changes[string] {
  return {
    ...(Object.hasOwn(before, key) && { oldValue: before[key] }),
    ...(Object.hasOwn(after, key) && { newValue: after[key] }),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  // Nearly all that is kept is text.
  if (typeof one === 'string' || typeof other === 'string') return false;
  return JSON.stringify(one) === JSON.stringify(other);
}
