import { count, type Read, shape } from '../shape';

/** Makes a value of one version out of one of the version before. Pure; never throws. */
export type Upgrade = (value: unknown) => unknown;

/**
 * One kind of value kept in the browser, declared once: in `catalogue.ts`, which names the other places.
 * A value is stored as the JSON text of `{ version, value }`: both always change together, and text outlives the page
 * that wrote it. (Firefox reads the objects of a `set` only after it has looked up the old values; by then a popup that
 * closed at once is gone, its objects with it, and with them the whole write. Text is copied right away.)
 */
export interface Stored<T> {
  readonly key: string;
  /** Grows when the shape changes, from 1. */
  readonly version: number;
  /** The step from version 1, the one from version 2, and so on up to `version`: what older versions left stays readable. */
  readonly upgrades?: readonly Upgrade[];
  readonly read: Read<T>;
}

/** One kind of value in `storage.local` that belongs to no account: what is of one goes with it. */
export interface Single<T> extends Stored<T> {
  /** What becomes of it when the person signs out. */
  readonly onSignOut: 'wipe' | 'keep';
}

/** What `storage.get` gives and `storage.set` takes. */
export type StorageRecord = Record<string, unknown>;

/** A value, with the version that it is stored in; or why there is none. */
export type Reading<T> =
  | { readonly status: 'readable'; readonly value: T; readonly version: number }
  | { readonly status: 'absent' | 'damaged' | 'newer' };

const readEnvelope = shape({
  version: (value) => (value === 0 ? undefined : count(value)),
  value: (value: unknown): unknown => value,
});

/**
 * Reads a value out of a record that was read from the area, whatever is there. Never throws. A value of an older
 * version is upgraded on the way; reading neither removes nor overwrites what it cannot read.
 */
export function examineStored<T>(record: StorageRecord, stored: Stored<T>): Reading<T> {
  const kept = record[stored.key];
  if (kept === undefined) return { status: 'absent' };
  const envelope = readEnvelope(parse(kept));
  if (!envelope) return { status: 'damaged' };
  const { version } = envelope;
  if (version > stored.version) return { status: 'newer' };
  const steps = stored.upgrades?.slice(version - 1) ?? [];
  const value = stored.read(steps.reduce((older, upgrade) => upgrade(older), envelope.value));
  return value === undefined ? { status: 'damaged' } : { status: 'readable', value, version };
}

/** The value in a record that was read from the area; null where it is absent, damaged, or of a newer version. */
export function readStored<T>(record: StorageRecord, stored: Stored<T>): T | null {
  const reading = examineStored(record, stored);
  return reading.status === 'readable' ? reading.value : null;
}

/** The record that stores a value. Records of one area are joined and written by ONE `set`, which is atomic. */
export function toRecord<T>(stored: Stored<T>, value: T): Record<string, string> {
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
