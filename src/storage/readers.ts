import type { Inference, LanguageFields, ProfileLanguage } from '../languages/language';
import type { Attempt, Edit, EditContent, EditState, ParkReason } from '../outbox/edit';
import type { Gate } from '../outbox/gate';
import type { KnownWrite } from '../outbox/known-writes';
import type { Removed } from '../outbox/removed';
import type { Snapshot } from '../outbox/snapshot';
import type { Creation } from '../outbox/twins';
import type { Undo } from '../outbox/undo';
import {
  anyOf,
  both,
  count,
  flag,
  listOf,
  milliseconds,
  nothing,
  nullable,
  number,
  oneOf,
  partial,
  type Read,
  recordOf,
  shape,
  text,
} from '../shape';

/** Readers of everything that is kept of an account. All are strict: a damaged value is no value. */

const word = nullable(text);

const fieldParts = {
  displayName: text,
  tag: word,
  proficiency: word,
  spoken: word,
  written: word,
  reading: word,
  audience: word,
};

const guessParts = { isVerified: flag };

const readFields: Read<LanguageFields> = both(shape(fieldParts), partial(guessParts));
const readChanges: Read<Partial<LanguageFields>> = partial({ ...fieldParts, ...guessParts });
const readInference: Read<Inference> = shape({ confidence: nullable(number) });

const readLanguage: Read<ProfileLanguage> = both(
  shape({
    ...fieldParts,
    id: text,
    source: oneOf('user', 'directory', 'organisation', 'sharepoint', 'inferred', 'other'),
    isEditable: flag,
    inference: nullable(readInference),
    createdAt: word,
    modifiedAt: word,
  }),
  partial(guessParts),
);

const readKnownWrite: Read<KnownWrite> = shape({
  id: text,
  asked: readChanges,
  answered: nullable(readLanguage),
  replaced: listOf(nullable(readLanguage)),
  atMs: milliseconds,
});

const readCreation: Read<Creation> = shape({
  id: text,
  knownIds: listOf(text),
  atMs: milliseconds,
  isDoubtful: flag,
  lookAtMs: nullable(milliseconds),
});

/** {@link Snapshot}: every language, or none at all. */
export const readSnapshot: Read<Snapshot> = shape({
  languages: listOf(readLanguage),
  aliases: recordOf(text),
  met: listOf(text),
  knownWrites: listOf(readKnownWrite),
  creations: listOf(readCreation),
  fetchedAtMs: milliseconds,
  looksAtMs: listOf(milliseconds),
});

const readAttempt: Read<Attempt> = shape({
  sent: oneOf('create', 'update', 'remove'),
  requestId: text,
  knownIds: nullable(listOf(text)),
  startedAtMs: milliseconds,
});

const readReason: Read<ParkReason> = shape({
  code: oneOf('refused', 'forbidden', 'clash', 'unsupported', 'changed-elsewhere'),
  theirs: nullable(readFields),
  status: nullable(number),
  serviceCode: word,
  requestId: word,
  atMs: milliseconds,
});

const readState: Read<EditState> = anyOf<Read<EditState>>(
  shape({ status: oneOf('queued', 'done') }),
  shape({ status: oneOf('inflight'), attempt: readAttempt }),
  shape({
    status: oneOf('ambiguous'),
    attempt: readAttempt,
    notBeforeMs: milliseconds,
    settledAtMs: milliseconds,
    misses: count,
  }),
  shape({ status: oneOf('parked'), reason: readReason }),
);

const add = { kind: oneOf('add'), language: text, fields: readFields };
const beside = partial({ isBeside: flag });
const change = { kind: oneOf('change'), language: text, base: readFields, changes: readChanges };
const remove = { kind: oneOf('remove'), language: text, base: readFields };
const common = {
  id: text,
  seq: count,
  account: text,
  madeAtMs: milliseconds,
  tries: count,
  state: readState,
};

const readContent: Read<EditContent> = anyOf<Read<EditContent>>(
  both(shape(add), beside),
  shape(change),
  shape(remove),
);

/** {@link Edit} of any kind, in any state. */
export const readEdit: Read<Edit> = anyOf<Read<Edit>>(
  both(shape({ ...common, ...add }), beside),
  shape({ ...common, ...change }),
  shape({ ...common, ...remove }),
);

/** {@link Undo}. */
export const readUndo: Read<Undo> = anyOf<Read<Undo>>(
  shape({ did: oneOf('add', 'change', 'remove'), displayName: text, inverse: readContent }),
  shape({ did: oneOf('put-aside'), displayName: text, tag: word, question: text, inverse: nothing }),
);

/** {@link Removed}, latest first. */
export const readRemoved: Read<Removed[]> = listOf(shape({ fields: readFields, atMs: milliseconds }));

/** {@link Gate} that is closed, or was. */
export const readGate: Read<Gate> = shape({
  code: oneOf(
    'offline',
    'throttled',
    'emptied',
    'unavailable',
    'signed-out',
    'wrong-account',
    'forbidden',
    'unsupported',
  ),
  count,
  setAtMs: milliseconds,
  waitMs: nullable(milliseconds),
  status: nullable(number),
  serviceCode: word,
  requestId: word,
});
