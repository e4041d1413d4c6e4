import { describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { fold } from '../../src/outbox/fold';
import { withAlias } from '../../src/outbox/snapshot';
import { aChange, aLanguage, anAdd, aRemoval, aSnapshot, someFields, refusal } from '../support/builders';

const attempt = { sent: 'update', requestId: 'r', knownIds: [], startedAtMs: 1 } as const;
describe('fold', () => {
  it('shows the snapshot where nothing waits', () => {
    expect(fold(aSnapshot(), [])).toMatchObject([
      { key: 'german', spoken: 'conversational', progress: 'saved' },
    ]);
  });

  it('shows nothing before the first answer of Microsoft 365', () => {
    expect(fold(null, [])).toEqual([]);
  });

  it('shows a new language although it was never read', () => {
    const add = anAdd({ fields: someFields({ displayName: 'Welsh' }) });
    expect(fold(null, [add])).toMatchObject([
      { key: add.language, displayName: 'Welsh', progress: 'waiting' },
    ]);
  });

  it('applies edits by their numbers, not by the order in which they are stored', () => {
    const older = aChange({ spoken: 'elementary' });
    const newer = aChange({ spoken: 'fullProfessional' });
    expect(fold(aSnapshot(), [newer, older])).toMatchObject([{ spoken: 'fullProfessional' }]);
  });

  it('leaves finished edits to the snapshot', () => {
    const done = inState(aChange({ spoken: 'elementary' }), { status: 'done' });
    expect(fold(aSnapshot(), [done])).toMatchObject([{ spoken: 'conversational', progress: 'saved' }]);
  });

  it('hides a language that is being removed', () => {
    expect(fold(aSnapshot(), [inState(aRemoval(), { status: 'inflight', attempt })])).toEqual([]);
  });

  it('shows a language again whose removal was refused, with the reason', () => {
    const refused = inState(aRemoval(), { status: 'parked', reason: refusal });
    expect(fold(aSnapshot(), [refused])).toMatchObject([{ key: 'german', problem: { reason: refusal } }]);
  });

  it('shows a language again that is gone meanwhile, where its removal waits for the person', () => {
    const asks = inState(aRemoval(), { status: 'parked', reason: refusal });
    expect(fold(aSnapshot([]), [asks])).toMatchObject([
      { key: 'german', displayName: 'German', problem: {} },
    ]);
  });

  it('keeps a changed language in sight that is gone from the profile', () => {
    const gone = { ...refusal, code: 'changed-elsewhere' } as const;
    const change = inState(aChange({ spoken: 'elementary' }), { status: 'parked', reason: gone });
    expect(fold(aSnapshot([]), [change])).toMatchObject([
      { spoken: 'elementary', problem: { reason: gone } },
    ]);
  });

  it('shows a language once that was added here and elsewhere, also after more edits', () => {
    const add = anAdd({ fields: someFields({ spoken: 'elementary', reading: null }) });
    const [line, ...rest] = fold(aSnapshot(), [add]);
    expect(line).toMatchObject({
      key: add.language,
      ref: 'german',
      spoken: 'elementary',
      progress: 'waiting',
    });
    expect(line?.reading).toBe('conversational');
    expect(rest).toEqual([]);
    const change = aChange({ audience: 'me' }, { language: add.language });
    expect(fold(aSnapshot(), [add, change])).toMatchObject([{ ref: 'german', audience: 'me' }]);
    expect(fold(aSnapshot(), [add, anAdd(), aRemoval()])).toEqual([]);
  });

  it('shows a language once that two windows added at once, as the later one says', () => {
    const [first, second] = [anAdd(), anAdd({ fields: someFields({ spoken: 'elementary' }) })];
    expect(fold(aSnapshot([]), [first, second])).toMatchObject([
      { key: first.language, spoken: 'elementary' },
    ]);
    expect(fold(aSnapshot([]), [first, second, aRemoval({ language: first.language })])).toEqual([]);
  });

  it('shows a new language beside one that cannot be changed, or is being removed', () => {
    const managed = aSnapshot([aLanguage({ isEditable: false })]);
    expect(fold(managed, [anAdd()])).toHaveLength(2);
    const add = anAdd({ seq: 1_000_000 });
    expect(fold(aSnapshot(), [aRemoval(), add])).toMatchObject([{ ref: add.language }]);
  });

  it('says how far an edit is', () => {
    const change = aChange({ spoken: 'elementary' });
    const progressIn = (state: Parameters<typeof inState>[1]) =>
      fold(aSnapshot(), [inState(change, state)])[0]?.progress;
    expect(progressIn({ status: 'queued' })).toBe('waiting');
    expect(progressIn({ status: 'inflight', attempt })).toBe('sending');
    expect(progressIn({ status: 'ambiguous', attempt, notBeforeMs: 1, settledAtMs: 1, misses: 0 })).toBe(
      'checking',
    );
  });

  it('keeps the key of a line when its language gets an id', () => {
    const add = anAdd();
    const before = fold(aSnapshot([]), [add]);
    const after = fold(withAlias(aSnapshot([aLanguage({ id: 'an-id' })]), add.language, 'an-id'), []);
    expect(after[0]?.key).toBe(before[0]?.key);
    expect(after[0]?.ref).toBe('an-id');
  });

  it('keeps the key of a line when its language gets another id', () => {
    const add = anAdd();
    const snapshot = withAlias(aSnapshot([aLanguage({ id: 'an-id' })]), add.language, 'twin');
    expect(fold(withAlias(snapshot, 'twin', 'an-id'), [])).toMatchObject([
      { key: add.language, ref: 'an-id' },
    ]);
  });

  it('keeps the key of a line that was added here, is removed and comes back', () => {
    const snapshot = withAlias(aSnapshot([]), 'new:1', 'first');
    const added = anAdd({ language: 'first' });
    expect(fold(snapshot, [added])).toMatchObject([{ key: 'new:1', ref: 'first' }]);
    const again = withAlias({ ...aSnapshot(), aliases: snapshot.aliases }, 'first', 'german');
    expect(fold(again, [])).toMatchObject([{ key: 'new:1', ref: 'german' }]);
  });

  it('finds the language of an edit that still uses its old reference', () => {
    const add = anAdd();
    const snapshot = withAlias(aSnapshot([aLanguage({ id: 'an-id' })]), add.language, 'an-id');
    const change = aChange({ spoken: 'elementary' }, { language: add.language });
    expect(fold(snapshot, [change])).toMatchObject([{ ref: 'an-id', spoken: 'elementary' }]);
  });
});
