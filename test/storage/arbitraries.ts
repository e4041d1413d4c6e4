import fc from 'fast-check';
import type { LanguageFields, ProfileLanguage } from '../../src/languages/language';
import type { Attempt, Edit, EditState, ParkReason } from '../../src/outbox/edit';
import type { Snapshot } from '../../src/outbox/snapshot';
import { ACCOUNT_KEY } from '../support/builders';

/** Good values of everything that an outbox is made of, with odd texts and numbers in them. */

const text = fc.string({ unit: 'binary', maxLength: 5 });
const word = fc.option(text);
const time = fc.nat();
const texts = fc.array(text, { maxLength: 3 });

const fieldParts = {
  displayName: text,
  tag: word,
  proficiency: word,
  spoken: word,
  written: word,
  reading: word,
  audience: word,
};
const guessParts = { isVerified: fc.boolean() };
const optionally = fc.record(guessParts, { requiredKeys: [], noNullPrototype: true });
const fields: fc.Arbitrary<LanguageFields> = fc
  .tuple(fc.record(fieldParts), optionally)
  .map(([known, guess]) => ({ ...known, ...guess }));
const changes: fc.Arbitrary<Partial<LanguageFields>> = fc.record(
  { ...fieldParts, ...guessParts },
  { requiredKeys: [] },
);

const language: fc.Arbitrary<ProfileLanguage> = fc
  .tuple(
    fields,
    fc.record({
      id: text,
      source: fc.constantFrom('user', 'directory', 'organisation', 'sharepoint', 'inferred', 'other'),
      isEditable: fc.boolean(),
      inference: fc.option(fc.record({ confidence: fc.option(fc.integer()) }, { noNullPrototype: true })),
      createdAt: word,
      modifiedAt: word,
    }),
  )
  .map(([said, rest]) => ({ ...said, ...rest }));

const attempt: fc.Arbitrary<Attempt> = fc.record({
  sent: fc.constantFrom('create', 'update', 'remove'),
  requestId: text,
  knownIds: fc.option(texts),
  startedAtMs: time,
});
const reason: fc.Arbitrary<ParkReason> = fc.record({
  code: fc.constantFrom('refused', 'forbidden', 'clash', 'unsupported', 'changed-elsewhere'),
  theirs: fc.option(fields),
  status: fc.option(fc.integer()),
  serviceCode: word,
  requestId: word,
  atMs: time,
});
const openState: fc.Arbitrary<EditState> = fc.oneof(
  fc.constant({ status: 'queued' } as const),
  attempt.map((given) => ({ status: 'inflight', attempt: given }) as const),
  fc
    .tuple(attempt, time, time, fc.nat(2))
    .map(
      ([given, notBeforeMs, settledAtMs, misses]) =>
        ({ status: 'ambiguous', attempt: given, notBeforeMs, settledAtMs, misses }) as const,
    ),
  reason.map((given) => ({ status: 'parked', reason: given }) as const),
);

/** An edit of the account that the builders are of, open, with an id of its own. */
export const anyOpenEdit: fc.Arbitrary<Edit> = fc
  .record({
    id: fc.uuid(),
    seq: fc.nat(),
    madeAtMs: time,
    tries: fc.nat(9),
    language: text,
    state: openState,
  })
  .map((place) => ({ ...place, account: ACCOUNT_KEY }))
  .chain((common) =>
    fc.oneof(
      fields.map((given): Edit => ({ ...common, kind: 'add', fields: given })),
      fc
        .tuple(fields, changes)
        .map(([base, given]): Edit => ({ ...common, kind: 'change', base, changes: given })),
      fields.map((base): Edit => ({ ...common, kind: 'remove', base })),
    ),
  );

export const anySnapshot: fc.Arbitrary<Snapshot> = fc.record({
  languages: fc.array(language, { maxLength: 4 }),
  aliases: fc.dictionary(text, text, { maxKeys: 4 }),
  met: fc.array(text, { maxLength: 2 }),
  knownWrites: fc.array(
    fc.record({
      id: text,
      asked: changes,
      answered: fc.option(language),
      replaced: fc.array(fc.option(language), { maxLength: 2 }),
      atMs: time,
    }),
    { maxLength: 2 },
  ),
  creations: fc.array(
    fc.record({
      id: text,
      knownIds: texts,
      atMs: time,
      isDoubtful: fc.boolean(),
      lookAtMs: fc.option(time),
    }),
    { maxLength: 2 },
  ),
  fetchedAtMs: time,
  looksAtMs: fc.array(time, { maxLength: 2 }),
});
