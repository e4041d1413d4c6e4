import { fieldsOf } from '../../../src/languages/fields';
import type { Attempt, Edit, EditState, ParkReason } from '../../../src/outbox/edit';
import { inState } from '../../../src/outbox/edit';
import { edit as storedEdit } from '../../../src/storage/catalogue';
import { ACCOUNT_KEY, aChange, anAdd, aRemoval, refusal } from '../../support/builders';
import { german, own, typical } from './languages';
import type { Scenario } from './scenario';
import { MINUTE_MS, signedIn } from './stored';

const attempt: Attempt = {
  sent: 'update',
  requestId: '00000000-0000-4000-8000-0000000000cc',
  knownIds: [],
  startedAtMs: Date.now(),
};
const unclear: EditState = {
  status: 'ambiguous',
  attempt,
  notBeforeMs: Date.now() + MINUTE_MS,
  settledAtMs: Date.now() + 2 * MINUTE_MS,
  misses: 0,
};
const about = { language: german.id, base: fieldsOf(german) };
const french = { displayName: 'French', tag: 'fr-FR' };

/** A change of German's level, an add of French, and a removal of German: one of each kind. */
export const change = aChange({ proficiency: 'fullProfessional', spoken: 'fullProfessional' }, about);
export const add = anAdd({ fields: { ...fieldsOf(german), ...french } });
const audienceChange = aChange({ audience: 'everyone' }, about);
const removal = aRemoval(about);

const theirs = { ...fieldsOf(german), proficiency: 'elementary', spoken: 'elementary' };
const elsewhere = { ...refusal, code: 'changed-elsewhere', status: null } as const;

/** Where an edit can stand, and everything that can keep it from going through. */
export const editScenarios = {
  'edit-waiting': withEdits(change, add),
  'edit-sending': withEdits(inState(change, { status: 'inflight', attempt })),
  'edit-checking': withEdits(inState(change, unclear)),
  'refused-change': parked(change, refused('refused')),
  'refused-audience': parked(audienceChange, refused('refused')),
  'refused-add': parked(add, refused('refused')),
  'refused-removal': parked(removal, refused('refused')),
  'refused-forbidden': parked(change, refused('forbidden')),
  'refused-clash': parked(change, refused('clash')),
  'refused-unsupported': parked(change, refused('unsupported')),
  'changed-elsewhere': parked(change, { ...elsewhere, theirs }),
  'changed-elsewhere-skill': parked(aChange({ written: 'elementary' }, about), {
    ...elsewhere,
    theirs: { ...fieldsOf(german), written: 'conversational' },
  }),
  'changed-elsewhere-audience': parked(audienceChange, {
    ...elsewhere,
    theirs: { ...fieldsOf(german), audience: 'me' },
  }),
  'changed-elsewhere-removal': parked(removal, { ...elsewhere, theirs }),
  'removed-elsewhere': {
    stored: signedIn({ languages: typical.filter(({ id }) => id !== german.id), edits: [park(change)] }),
  },
  'unreadable-damaged': unreadable('{ "version": 2, "value": { "kind": "ad'),
  'unreadable-newer': unreadable('{ "version": 9, "value": {} }'),
} as const satisfies Record<string, Scenario>;

function withEdits(...edits: readonly Edit[]): Scenario {
  const madeAtMs = Date.parse('2026-07-06T08:05:00Z');
  return { stored: signedIn({ languages: typical, edits: edits.map((edit) => ({ ...edit, madeAtMs })) }) };
}

function parked(edit: Edit, reason: ParkReason): Scenario {
  return withEdits(inState(edit, { status: 'parked', reason }));
}

function park(edit: Edit): Edit {
  return inState(edit, { status: 'parked', reason: elsewhere });
}

function refused(code: ParkReason['code']): ParkReason {
  return { ...refusal, code, serviceCode: 'UnprocessableEntity', requestId: attempt.requestId };
}

/** One edit that cannot be read, beside one that can. */
function unreadable(text: string): Scenario {
  const { key } = storedEdit(ACCOUNT_KEY, 'of-somebody');
  const languages = [german, own('Welsh', 'cy-GB', 'elementary')];
  return { stored: { ...signedIn({ languages, edits: [change] }), [key]: text }, lively: true };
}
