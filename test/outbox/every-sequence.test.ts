import { expect, it } from 'vitest';
import { applyFields, FIELD_NAMES } from '../../src/languages/fields';
import type { LanguageFields } from '../../src/languages/language';
import { coalesce } from '../../src/outbox/coalesce';
import type { Edit } from '../../src/outbox/edit';
import { merge } from '../../src/outbox/merge';
import { aChange, anAdd, aRemoval, someFields } from '../support/builders';
import { recordProof } from '../support/proof';

/** A language on the profile, or none. */
type Profile = LanguageFields | null;

const VALUES = ['elementary', 'conversational'] as const;
const LANGUAGES = VALUES.flatMap((spoken) => VALUES.map((reading) => someFields({ spoken, reading })));
const CHANGES = VALUES.flatMap((value) => [{ spoken: value }, { reading: value }]);
const MAX_LENGTH = 6;

/** Every edit that a person can make of a language that is, or is not, on the profile. */
function editsOf(profile: Profile): Edit[] {
  if (profile === null) return LANGUAGES.map((fields) => anAdd({ fields }));
  return [...CHANGES.map((changes) => aChange(changes, { base: profile })), aRemoval({ base: profile })];
}

function afterEdit(profile: Profile, edit: Edit): Profile {
  if (edit.kind === 'remove') return null;
  if (edit.kind === 'add') return edit.fields;
  return profile && applyFields(profile, edit.changes);
}

type Visit = (edits: readonly [Edit, ...Edit[]], end: Profile) => void;

/** Shows the edits of every length up to six, each followed by each that is possible then, and what they lead to. */
function visitSequences(visit: Visit, now: Profile, edits: readonly Edit[] = []): void {
  if (edits.length === MAX_LENGTH) return;
  const [first, ...rest] = edits;
  for (const edit of editsOf(now)) {
    const longer: [Edit, ...Edit[]] = first === undefined ? [edit] : [first, ...rest, edit];
    const end = afterEdit(now, edit);
    visit(longer, end);
    visitSequences(visit, end, longer);
  }
}

/** What a profile that nobody else changed becomes by the net effect, and whether it was right to send that. */
function send(profile: Profile, net: Edit | null) {
  const nothing = { after: profile, isDoubled: false, isOverwritten: false };
  if (net === null) return nothing;
  if (net.kind === 'remove') return { ...nothing, after: null };
  if (net.kind === 'add') return { ...nothing, after: net.fields, isDoubled: profile !== null };
  if (profile === null) return { ...nothing, isOverwritten: true };
  const { changes, isClash } = merge(net.base, net.changes, profile);
  return { ...nothing, after: applyFields(profile, changes), isOverwritten: isClash };
}

const sameProfile = (a: Profile, b: Profile) =>
  a === null || b === null ? a === b : FIELD_NAMES.every((name) => a[name] === b[name]);

it('sends what the edits come to, for every sequence of up to six edits of two fields with two values', async () => {
  const found = { count: 0, lost: 0, doubled: 0, overwritten: 0 };
  for (const start of [null, ...LANGUAGES]) {
    visitSequences((edits, end) => {
      const { after, isDoubled, isOverwritten } = send(start, coalesce(edits));
      found.count += 1;
      found.lost += Number(!sameProfile(after, end));
      found.doubled += Number(isDoubled);
      found.overwritten += Number(isOverwritten);
    }, start);
  }
  await recordProof({ fault: 'coalesced sequences of edits', ...found });
  expect(found).toEqual({ count: 79_500, lost: 0, doubled: 0, overwritten: 0 });
});
