import * as v from 'valibot';

/** The areas that the extension uses. `session` is memory of the browser: it never reaches a disk. */
export type AreaName = 'local' | 'session';

/**
 * One kind of value kept in the browser, declared once in `catalogue.ts`.
 * A value is stored as `{ version, value }`, so that both always change together.
 */
export interface Stored<T> {
  readonly area: AreaName;
  readonly key: string;
  /** Grows when the shape changes; a value of another version is not touched. */
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, T>;
  /** What becomes of it when the person signs out. */
  readonly onSignOut: 'wipe' | 'keep';
}

/** What `storage.get` gives and `storage.set` takes. */
export type StorageRecord = Record<string, unknown>;

const envelopeSchema = v.object({ version: v.number(), value: v.unknown() });

/**
 * The value in a record that was read from the area; null where it is absent, damaged, or of another version.
 * Nothing that cannot be read is ever removed or overwritten because of that.
 */
export function readStored<T>(record: StorageRecord, stored: Stored<T>): T | null {
  const envelope = v.safeParse(envelopeSchema, record[stored.key]);
  if (!envelope.success || envelope.output.version !== stored.version) return null;
  const value = v.safeParse(stored.schema, envelope.output.value);
  return value.success ? value.output : null;
}

/** The record that stores a value. Records of one area are joined and written by ONE `set`, which is atomic. */
export function toRecord<T>(stored: Stored<T>, value: T): StorageRecord {
  return { [stored.key]: { version: stored.version, value } };
}
