import * as v from 'valibot';
import type { Inference, LanguageFields, ProfileLanguage } from '../languages/language';
import type { Attempt, Edit, EditContent, EditState, ParkReason } from '../outbox/edit';
import type { Gate } from '../outbox/gate';
import type { Snapshot } from '../outbox/snapshot';
import type { Undo } from '../outbox/undo';

/** Checks that a stored value is what the type says. Every check is strict: a damaged value is no value. */
type Reader<T> = v.GenericSchema<unknown, T>;

const text = v.string();
const word = v.nullable(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const timeMs = v.pipe(v.number(), v.minValue(0));

const fieldEntries = {
  displayName: text,
  tag: word,
  proficiency: word,
  spoken: word,
  written: word,
  reading: word,
  audience: word,
};

const fields: Reader<LanguageFields> = v.object(fieldEntries);

const changes: Reader<Partial<LanguageFields>> = v.object({
  displayName: v.exactOptional(text),
  tag: v.exactOptional(word),
  proficiency: v.exactOptional(word),
  spoken: v.exactOptional(word),
  written: v.exactOptional(word),
  reading: v.exactOptional(word),
  audience: v.exactOptional(word),
});

const inference: Reader<Inference> = v.object({
  confidence: v.nullable(v.number()),
  isVerified: v.boolean(),
});

const language: Reader<ProfileLanguage> = v.object({
  ...fieldEntries,
  id: text,
  source: v.picklist(['user', 'directory', 'organisation', 'sharepoint', 'inferred', 'other']),
  isEditable: v.boolean(),
  inference: v.nullable(inference),
  createdAt: word,
  modifiedAt: word,
});

export const snapshotSchema: Reader<Snapshot> = v.object({
  languages: v.array(language),
  aliases: v.record(text, text),
  fetchedAtMs: timeMs,
});

const attempt: Reader<Attempt> = v.object({
  requestId: text,
  knownIds: v.array(text),
  startedAtMs: timeMs,
});

const parkReason: Reader<ParkReason> = v.object({
  code: v.picklist(['refused', 'forbidden', 'not-found', 'clash', 'unsupported', 'changed-elsewhere']),
  theirs: v.nullable(fields),
  status: v.nullable(v.number()),
  serviceCode: word,
  requestId: word,
  atMs: timeMs,
});

const state: Reader<EditState> = v.variant('status', [
  v.object({ status: v.literal('queued') }),
  v.object({ status: v.literal('inflight'), attempt }),
  v.object({ status: v.literal('ambiguous'), attempt, notBeforeMs: timeMs, misses: count }),
  v.object({ status: v.literal('parked'), reason: parkReason }),
  v.object({ status: v.literal('done') }),
]);

const add = { kind: v.literal('add'), language: text, fields };
const change = { kind: v.literal('change'), language: text, base: fields, changes };
const remove = { kind: v.literal('remove'), language: text, base: fields };

const editContent: Reader<EditContent> = v.variant('kind', [
  v.object(add),
  v.object(change),
  v.object(remove),
]);

const common = { id: text, seq: count, account: text, madeAtMs: timeMs, state };

export const editSchema: Reader<Edit> = v.variant('kind', [
  v.object({ ...common, ...add }),
  v.object({ ...common, ...change }),
  v.object({ ...common, ...remove }),
]);

export const undoSchema: Reader<Undo> = v.object({
  did: v.picklist(['add', 'change', 'remove']),
  displayName: text,
  inverse: editContent,
});

export const gateSchema: Reader<Gate> = v.object({
  code: v.picklist([
    'offline',
    'throttled',
    'unavailable',
    'signed-out',
    'wrong-account',
    'forbidden',
    'unsupported',
  ]),
  count,
  setAtMs: timeMs,
  waitMs: v.nullable(timeMs),
  status: v.nullable(v.number()),
  serviceCode: word,
  requestId: word,
});
