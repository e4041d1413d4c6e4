import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../src/languages/fields';
import { fold } from '../../src/outbox/fold';
import { undoOf } from '../../src/outbox/undo';
import { aChange, aLanguage, anAdd, aRemoval, someFields } from '../support/builders';
import { aHarness, send, storedEdits, welsh } from './harness';

describe('the engine, where a language that is added is there already', () => {
  it('adds no second language where somebody else added the same one', async () => {
    const harness = aHarness([aLanguage({ ...welsh, id: 'theirs' })]);
    await send(harness, anAdd({ fields: welsh }));
    expect(harness.graph.changes()).toEqual([]);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('does not ask about what was changed on the row in which an add met what is there', async () => {
    const harness = aHarness();
    await harness.engine.refresh();
    await send(harness, anAdd(), aChange({ reading: 'fullProfessional' }));
    expect(harness.graph.changes()).toEqual([['update', 'german', { reading: 'fullProfessional' }]]);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('asks about an add that somebody else was faster with, in the row of the language that is there', async () => {
    const harness = aHarness([aLanguage({ ...welsh, id: 'theirs', spoken: 'elementary' })]);
    const add = anAdd({ fields: welsh });
    await send(harness, add, aChange({ reading: 'elementary' }, { language: add.language, base: welsh }));
    const { snapshot, edits } = await harness.store.read();
    expect(fold(snapshot, edits)).toMatchObject([
      { ref: 'theirs', problem: { reason: { code: 'changed-elsewhere' } } },
    ]);
  });

  it('asks about an audience that was chosen for an add that somebody else was faster with', async () => {
    const harness = aHarness([aLanguage({ ...welsh, id: 'theirs' })]);
    const add = anAdd({ fields: welsh });
    await send(harness, add, aChange({ audience: 'me' }, { language: add.language, base: welsh }));
    expect(harness.graph.changes()).toEqual([]);
    expect(await storedEdits(harness)).toMatchObject([
      { kind: 'change', changes: { audience: 'me' }, state: { status: 'parked' } },
    ]);
  });

  it('adds no language that was removed here under the name by which it was met, and is gone since', async () => {
    const french = aLanguage({ ...someFields({ displayName: 'French', tag: 'fr-FR' }), id: 'french' });
    const harness = aHarness([french]);
    await harness.engine.refresh();
    harness.graph.fail('list', 'offline');
    const change = aChange({ spoken: 'elementary' }, { language: 'french', base: someFields(french) });
    await send(harness, change, anAdd());
    harness.graph.languages.push(aLanguage());
    harness.graph.fail('update', 'throttled', { status: 429, retryAfterMs: 60_000 });
    harness.nowMs += 10_000;
    await harness.engine.refresh();
    await send(harness, aRemoval());
    harness.graph.languages = [french];
    harness.nowMs += 120_000;
    await harness.engine.wake();
    expect(await storedEdits(harness)).toEqual([]);
    expect(harness.graph.languages.map(({ id }) => id)).toEqual(['french']);
  });

  it('says that Microsoft has guessed rightly where the person adds what it had guessed', async () => {
    const guess = { source: 'inferred', inference: { confidence: 0.8 }, isVerified: false } as const;
    const said = { proficiency: null, spoken: null, written: null, reading: null };
    const harness = aHarness([aLanguage({ ...guess, ...said })]);
    await send(harness, anAdd());
    expect(harness.graph.changes()).toMatchObject([
      ['update', 'german', { spoken: 'conversational', isVerified: true }],
    ]);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('creates a language as nobody has guessed it, also one that was a guess before it was removed', async () => {
    const harness = aHarness([]);
    await send(harness, anAdd({ fields: someFields({ isVerified: true }) }));
    expect(harness.graph.changes()).toEqual([['create', someFields()]]);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('brings back one of two that are the same beside the other, and leaves that as it is', async () => {
    const twin = aLanguage({ id: 'twin', spoken: 'elementary' });
    const harness = aHarness([aLanguage(), twin]);
    const removal = aRemoval({ language: 'twin', base: fieldsOf(twin) });
    await send(harness, removal);
    expect(harness.graph.changes()).toEqual([['remove', 'twin']]);
    const back = undoOf(removal, true).inverse;
    if (back.kind !== 'add') throw new Error('A removal is taken back by an add');
    await send(harness, anAdd({ ...back, seq: removal.seq + 1 }));
    expect(harness.graph.languages.map(({ spoken }) => spoken)).toEqual(['conversational', 'elementary']);
    expect(await storedEdits(harness)).toEqual([]);
  });
});
