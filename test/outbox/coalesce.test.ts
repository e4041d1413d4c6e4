import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFields } from '../../src/languages/fields';
import type { LanguageFields } from '../../src/languages/language';
import { coalesce } from '../../src/outbox/coalesce';
import { type Edit, inState } from '../../src/outbox/edit';
import { aChange, anAdd, aRemoval, someFields, refusal } from '../support/builders';

const none: Partial<LanguageFields> = {};

describe('coalesce', () => {
  it('leaves a single edit as it is', () => {
    const edit = aChange({ spoken: 'elementary' });
    expect(coalesce([edit])).toEqual(edit);
  });

  it('puts a change of a new language into its add', () => {
    const net = coalesce([anAdd({ id: 'first' }), aChange({ spoken: 'elementary' })]);
    expect(net).toMatchObject({
      id: 'first',
      kind: 'add',
      fields: { spoken: 'elementary', reading: 'conversational' },
    });
  });

  it('drops a new language that was removed again', () => {
    expect(coalesce([anAdd(), aRemoval({ language: 'new:1' })])).toBeNull();
  });

  it('keeps the first base when a language is changed twice', () => {
    const first = aChange({ spoken: 'elementary' });
    const second = aChange(
      { spoken: 'fullProfessional', audience: 'me' },
      { base: someFields({ spoken: 'elementary' }) },
    );
    expect(coalesce([first, second])).toMatchObject({
      id: first.id,
      base: first.base,
      changes: { spoken: 'fullProfessional', audience: 'me' },
    });
  });

  it('drops a change that was taken back', () => {
    const back = aChange({ spoken: 'conversational' }, { base: someFields({ spoken: 'elementary' }) });
    expect(coalesce([aChange({ spoken: 'elementary' }), back])).toBeNull();
  });

  it('removes what was changed before, on the base of the change', () => {
    const change = aChange({ spoken: 'elementary' });
    const net = coalesce([change, aRemoval({ base: someFields({ spoken: 'elementary' }) })]);
    expect(net).toMatchObject({ kind: 'remove', base: change.base });
  });

  it('drops a removal that was undone, and sends what the way back changed', () => {
    expect(coalesce([aRemoval(), anAdd({ fields: someFields() })])).toBeNull();
    expect(coalesce([aRemoval(), anAdd({ fields: someFields({ audience: 'me' }) })])).toMatchObject({
      kind: 'change',
      changes: { audience: 'me' },
    });
  });

  it('keeps a language that was changed in a window which had not seen its removal', () => {
    expect(coalesce([aRemoval(), aChange({ spoken: 'elementary' })])).toMatchObject({
      kind: 'change',
      changes: { spoken: 'elementary' },
    });
    expect(coalesce([aRemoval(), aChange({ spoken: 'conversational' })])).toBeNull();
  });

  it('wants what was added last, whatever was wanted before', () => {
    const again = anAdd({ fields: someFields({ audience: 'me' }) });
    const add = anAdd();
    expect(coalesce([add, again])).toMatchObject({ id: add.id, kind: 'add', fields: again.fields });
    const change = aChange({ spoken: 'elementary' });
    expect(coalesce([change, again])).toMatchObject({ kind: 'add', fields: again.fields });
  });

  it('mends a refused edit with a newer one', () => {
    const refused = inState(aChange({ spoken: 'elementary' }), { status: 'parked', reason: refusal });
    expect(coalesce([refused, aChange({ spoken: 'limitedWorking' })])).toMatchObject({
      state: { status: 'queued' },
      changes: { spoken: 'limitedWorking' },
    });
  });

  it('lets nobody see more because another window has added the language', () => {
    const hidden = aChange({ audience: 'me' });
    expect(coalesce([hidden, anAdd()])).toMatchObject({ fields: { audience: 'me' } });
    expect(coalesce([anAdd(), anAdd({ fields: someFields({ audience: 'me' }) })])).toMatchObject({
      fields: { audience: 'me' },
    });
  });

  it('leaves what an add does not say as it was', () => {
    const later = anAdd({ fields: someFields({ spoken: null, reading: 'elementary' }) });
    expect(coalesce([anAdd(), later])).toMatchObject({
      fields: { spoken: 'conversational', reading: 'elementary' },
    });
    expect(coalesce([aRemoval(), later])).toMatchObject({ changes: { spoken: null, reading: 'elementary' } });
  });

  it('removes what an add has met on the profile', () => {
    const add = anAdd();
    const removal = aRemoval();
    expect(coalesce([add, removal], 'german', someFields())).toEqual({
      ...removal,
      id: add.id,
      seq: add.seq,
    });
    expect(coalesce([add, removal], 'german')).toMatchObject({ kind: 'remove', base: removal.base });
    expect(coalesce([add, aRemoval({ language: add.language })])).toBeNull();
  });

  it('removes on the base of a change, although another window has added the language meanwhile', () => {
    const change = aChange({ spoken: 'elementary' });
    const removal = aRemoval({ base: someFields({ spoken: 'elementary' }) });
    expect(coalesce([change, anAdd(), removal], 'german', someFields())).toMatchObject({
      kind: 'remove',
      base: change.base,
    });
    expect(coalesce([change, anAdd(), removal], 'german')).toMatchObject({ base: removal.base });
  });

  it('brings an add back with its own wishes, although what it had met was removed', () => {
    const met = someFields({ spoken: 'elementary' });
    const removal = coalesce([anAdd(), aRemoval()], 'german', met);
    expect(removal).toMatchObject({ kind: 'remove', base: { spoken: null, reading: 'conversational' } });
    const back = anAdd({ language: 'german', fields: someFields() });
    expect(removal && coalesce([removal, back], 'german', met)).toMatchObject({
      changes: { spoken: 'conversational' },
    });
  });

  it('keeps a new language that was changed in a window which had not seen its removal', () => {
    const language = 'new:1';
    const added = anAdd({ language });
    const removed = aRemoval({ language });
    const changed = aChange({ spoken: 'elementary' }, { language });
    expect(coalesce([added, removed, changed])).toMatchObject({
      id: added.id,
      kind: 'add',
      fields: { spoken: 'elementary', reading: 'conversational' },
    });
    const back = aChange({ spoken: 'conversational' }, { base: someFields({ spoken: 'elementary' }) });
    expect(coalesce([added, removed, changed, back])).toMatchObject({ kind: 'add', fields: someFields() });
    expect(coalesce([added, removed, changed, back, removed])).toBeNull();
  });

  it('removes what is on the profile, however many windows had added it again meanwhile', () => {
    const removed = aRemoval();
    expect(coalesce([removed, anAdd(), anAdd(), aRemoval()])).toEqual(removed);
  });

  it('has the effect of its edits one by one, whatever they are', () => {
    const value = fc.constantFrom('elementary', 'conversational', null);
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('change' as const),
        changes: fc.record({ spoken: value, reading: value }),
      }),
      fc.record({ kind: fc.constant('remove' as const), changes: fc.constant(none) }),
      fc.record({ kind: fc.constant('add' as const), changes: fc.record({ spoken: value }) }),
    );
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { minLength: 1, maxLength: 6 }), (isThere, steps) => {
        const start = isThere ? someFields() : null;
        const edits = toEdits(start, steps);
        const [first, ...rest] = edits;
        if (first === undefined) return;
        const net = coalesce([first, ...rest]);
        expect(net === null ? start : apply(start, net)).toEqual(edits.reduce(apply, start));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a decision that another window has seen before it was stored', () => {
    const seen = someFields({ spoken: 'elementary' });
    const other = aChange({ reading: 'fullProfessional' }, { base: seen });
    expect(coalesce([other, aChange({ spoken: 'elementary' })])).toMatchObject({
      base: { spoken: 'conversational' },
      changes: { spoken: 'elementary', reading: 'fullProfessional' },
    });
  });

  it('leaves alone what nobody has changed, whatever each window had seen of it', () => {
    const unsaid = someFields({ spoken: null, audience: null });
    const asked = aChange({ spoken: 'elementary' }, { base: unsaid });
    const back = aChange({ spoken: 'fullProfessional' }, { base: someFields({ spoken: 'elementary' }) });
    const net = coalesce([asked, aRemoval({ base: someFields({ spoken: 'elementary' }) }), back]);
    expect(net).toMatchObject({ kind: 'change', changes: { spoken: 'fullProfessional' } });
    expect(net).not.toHaveProperty('changes.audience');
  });

  it('removes what the person saw last, but for what they had changed themselves', () => {
    const base = someFields({ spoken: 'elementary', audience: 'everyone' });
    expect(coalesce([aChange({ spoken: 'elementary' }), aRemoval({ base })])).toMatchObject({
      base: { spoken: 'conversational', audience: 'everyone' },
    });
  });

  it('ends with the last word of two windows, although edits before it cancel out', () => {
    const at = (from: string, to: string) => aChange({ spoken: to }, { base: someFields({ spoken: from }) });
    const there = at('conversational', 'fullProfessional');
    const back = at('fullProfessional', 'conversational');
    const otherWindow = at('fullProfessional', 'nativeOrBilingual');
    const net = coalesce([there, back, otherWindow, at('nativeOrBilingual', 'fullProfessional')]);
    expect(net).toMatchObject({ base: there.base, changes: { spoken: 'fullProfessional' } });
  });
});

interface Step {
  readonly kind: Edit['kind'];
  readonly changes: Partial<LanguageFields>;
}

/** Edits as a person can make them: a language can be added only where there is none, else changed or removed. */
function toEdits(start: LanguageFields | null, steps: readonly Step[]): Edit[] {
  let now = start;
  const edits: Edit[] = [];
  for (const { kind, changes } of steps) {
    if ((now === null) !== (kind === 'add')) continue;
    const base = now ?? someFields();
    const edit =
      kind === 'add'
        ? anAdd({ fields: { ...base, ...changes } })
        : kind === 'change'
          ? aChange(changes, { base })
          : aRemoval({ base });
    edits.push(edit);
    now = apply(now, edit);
  }
  return edits;
}

function apply(now: LanguageFields | null, edit: Edit): LanguageFields | null {
  if (edit.kind === 'remove') return null;
  return edit.kind === 'add' ? edit.fields : applyFields(now ?? edit.base, edit.changes);
}
