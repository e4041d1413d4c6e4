import { number, type Read, shape } from '../shape';

/** The areas that the extension uses. `session` is memory of the browser: it never reaches a disk. */
export type AreaName = 'local' | 'session';

/**
 * One kind of value kept in the browser, declared once in `catalogue.ts`.
 * A value is stored as the JSON text of `{ version, value }`: both always change together, and text outlives the page
 * that wrote it. (Firefox reads the objects of a `set` only after it has looked up the old values; by then a popup that
 * closed at once is gone, its objects with it, and with them the whole write. Text is copied right away.)
 */
export interface Stored<T> {
  readonly area: AreaName;
  readonly key: string;
  /** Grows when the shape changes; a value of another version is not touched. */
  readonly version: number;
  readonly read: Read<T>;
  /** What becomes of it when the person signs out. */
  readonly onSignOut: 'wipe' | 'keep';
}

/** What `storage.get` gives and `storage.set` takes. */
export type StorageRecord = Record<string, unknown>;

const readEnvelope = shape({ version: number, value: (value: unknown): unknown => value });

/**
 * The value in a record that was read from the area; null where it is absent, damaged, or of another version.
 * Nothing that cannot be read is ever removed or overwritten because of that.
 */
export function readStored<T>(record: StorageRecord, stored: Stored<T>): T | null {
  const envelope = readEnvelope(parse(record[stored.key]));
  if (envelope?.version !== stored.version) return null;
  return stored.read(envelope.value) ?? null;
}

/** The record that stores a value. Records of one area are joined and written by ONE `set`, which is atomic. */
export function toRecord<T>(stored: Stored<T>, value: T): StorageRecord {
  return { [stored.key]: JSON.stringify({ version: stored.version, value }) };
}

function parse(kept: unknown): unknown {
  if (typeof kept !== 'string') return undefined;
  try {
    return JSON.parse(kept);
  } catch {
    // Damaged: no value.
    return undefined;
  }
}
