import { describe, expect, it } from 'vitest';
import { SignInFailure } from '../../src/identity/failure';
import { inState } from '../../src/outbox/edit';
import { fold } from '../../src/outbox/fold';
import { aChange, aLanguage, anAdd, aRemoval, someFields } from '../support/builders';
import { aHarness, send, storedEdits, welsh } from './harness';

describe('the engine', () => {
  it('creates a language and leaves nothing in the outbox', async () => {
    const harness = aHarness();
    await send(harness, anAdd({ fields: welsh }));
    expect(harness.graph.changes()).toEqual([['create', welsh]]);
    expect(await storedEdits(harness)).toEqual([]);
    expect((await harness.store.read()).snapshot?.languages).toMatchObject([
      { id: 'german' },
      { id: 'id-1' },
    ]);
  });

  it('sends exactly the fields that were changed', async () => {
    const harness = aHarness();
    await send(harness, aChange({ spoken: 'fullProfessional' }));
    expect(harness.graph.changes()).toEqual([['update', 'german', { spoken: 'fullProfessional' }]]);
  });

  it('sends ten clicks on one level as one request', async () => {
    const harness = aHarness();
    const levels = ['elementary', 'fullProfessional', 'limitedWorking'];
    await send(harness, ...levels.map((spoken) => aChange({ spoken })));
    expect(harness.graph.changes()).toEqual([['update', 'german', { spoken: 'limitedWorking' }]]);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('sends nothing for a language that was added and removed again', async () => {
    const harness = aHarness();
    const add = anAdd({ fields: welsh });
    await send(harness, add, aRemoval({ language: add.language, base: welsh }));
    expect(harness.graph.changes()).toEqual([]);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('changes a language that was created a moment ago under its old reference', async () => {
    const harness = aHarness();
    const add = anAdd({ fields: welsh });
    await send(harness, add);
    await send(harness, aChange({ spoken: 'elementary' }, { language: add.language, base: welsh }));
    expect(harness.graph.changes()).toEqual([
      ['create', welsh],
      ['update', 'id-1', { spoken: 'elementary' }],
    ]);
  });

  it('removes a language, and counts one that is gone already as removed', async () => {
    const harness = aHarness();
    await send(harness, aRemoval());
    expect(harness.graph.changes()).toEqual([['remove', 'german']]);
    await send(harness, aRemoval());
    expect(harness.graph.changes()).toHaveLength(1);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('brings a removed language back with a new id', async () => {
    const harness = aHarness();
    await send(harness, aRemoval());
    await send(harness, anAdd({ language: 'german', fields: someFields() }));
    const { snapshot, edits } = await harness.store.read();
    expect(fold(snapshot, edits)).toMatchObject([{ key: 'german', ref: 'id-1', progress: 'saved' }]);
  });

  it('merges with a change of another field that was made elsewhere', async () => {
    const harness = aHarness([aLanguage({ reading: 'nativeOrBilingual' })]);
    await send(harness, aChange({ spoken: 'elementary' }));
    expect(harness.graph.languages).toMatchObject([{ spoken: 'elementary', reading: 'nativeOrBilingual' }]);
  });

  it('asks where the same field was changed elsewhere, and sends nothing', async () => {
    const harness = aHarness([aLanguage({ spoken: 'nativeOrBilingual' })]);
    await send(harness, aChange({ spoken: 'elementary' }));
    expect(harness.graph.changes()).toEqual([]);
    expect(await storedEdits(harness)).toMatchObject([
      {
        state: {
          status: 'parked',
          reason: { code: 'changed-elsewhere', theirs: { spoken: 'nativeOrBilingual' } },
        },
      },
    ]);
  });

  it('asks before it removes a language that was changed elsewhere', async () => {
    const harness = aHarness([aLanguage({ spoken: 'nativeOrBilingual' })]);
    await send(harness, aRemoval());
    expect(harness.graph.changes()).toEqual([]);
    expect(await storedEdits(harness)).toMatchObject([{ state: { status: 'parked' } }]);
  });

  it('asks to be woken before it begins, in case its worker is stopped in the middle', async () => {
    const harness = aHarness();
    const { updateLanguage } = harness.graph;
    let wakeAtMs: number | null = null;
    harness.graph.updateLanguage = (call, id, changed) => {
      wakeAtMs = harness.wakeAtMs;
      return updateLanguage(call, id, changed);
    };
    await send(harness, aChange({ spoken: 'elementary' }));
    expect(wakeAtMs).toBe(harness.nowMs + 60_000);
    expect(harness.wakeAtMs).toBeGreaterThan(harness.nowMs + 60_000);
  });

  it('clears away what is done, whoever finished it', async () => {
    const harness = aHarness();
    await send(harness, inState(aChange({ spoken: 'elementary' }), { status: 'done' }));
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('leaves out the level as a whole for a service that does not take it, and remembers that', async () => {
    const harness = aHarness();
    harness.graph.refusesProficiency = true;
    await send(harness, anAdd({ fields: welsh }));
    const lean = { ...welsh, proficiency: null };
    expect(harness.graph.changes()).toEqual([
      ['create', welsh],
      ['create', lean],
    ]);
    const french = someFields({ displayName: 'French', tag: 'fr-FR' });
    await send(harness, anAdd({ fields: french }));
    expect(harness.graph.changes().slice(2)).toEqual([['create', { ...french, proficiency: null }]]);
  });

  it('keeps a refused edit for the person and goes on with other languages', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'refused', { status: 400, serviceCode: 'UnknownError' });
    harness.graph.fail('create', 'refused', { status: 400, serviceCode: 'UnknownError' });
    await send(harness, anAdd({ fields: welsh }), aChange({ spoken: 'elementary' }));
    expect(harness.graph.changes().at(-1)).toEqual(['update', 'german', { spoken: 'elementary' }]);
    expect(await storedEdits(harness)).toMatchObject([
      { kind: 'add', state: { status: 'parked', reason: { code: 'refused', serviceCode: 'UnknownError' } } },
    ]);
  });

  it('waits as long as the service asks, also in a new worker', async () => {
    const harness = aHarness();
    harness.graph.fail('update', 'throttled', { status: 429, retryAfterMs: 300_000 });
    await send(harness, aChange({ spoken: 'elementary' }));
    const before = harness.graph.asked.length;
    harness.nowMs += 299_000;
    await harness.restart().retry();
    expect(harness.graph.asked).toHaveLength(before);
    expect(harness.wakeAtMs).toBeGreaterThanOrEqual(1_000_300_000);
    harness.nowMs = harness.wakeAtMs ?? 0;
    await harness.restart().wake();
    expect(harness.graph.languages).toMatchObject([{ spoken: 'elementary' }]);
  });

  it('waits as long as the sign-in service asks, also in a new worker and after "Try again"', async () => {
    const harness = aHarness();
    const accessToken = () =>
      Promise.reject(new SignInFailure('unavailable', { serviceCode: 'HTTP 429', retryAfterMs: 300_000 }));
    await harness.store.commit({ edits: [aChange({ spoken: 'elementary' })] });
    await harness.restart({ accessToken }).wake();
    const { gate } = await harness.store.read();
    expect(gate).toMatchObject({ code: 'throttled', serviceCode: 'HTTP 429' });
    expect(gate?.waitMs).toBeGreaterThanOrEqual(300_000);
    harness.nowMs += 299_000;
    await harness.restart().retry();
    expect(harness.graph.asked).toEqual([]);
    harness.nowMs = harness.wakeAtMs ?? 0;
    await harness.restart().wake();
    expect(harness.graph.languages).toMatchObject([{ spoken: 'elementary' }]);
  });

  it('waits for the person where only a sign-in goes on, whatever else the sign-in service asks for', async () => {
    const harness = aHarness();
    const accessToken = () => Promise.reject(new SignInFailure('blocked', { retryAfterMs: 300_000 }));
    await harness.restart({ accessToken }).wake();
    expect((await harness.store.read()).gate).toMatchObject({ code: 'signed-out', waitMs: null });
  });

  it('gets another token once when one is refused', async () => {
    const harness = aHarness();
    harness.tokens = ['old', 'fresh'];
    harness.graph.refusedTokens.add('old');
    await send(harness, aChange({ spoken: 'elementary' }));
    expect(harness.graph.languages).toMatchObject([{ spoken: 'elementary' }]);
  });

  it('keeps everything and asks for a sign-in when no token is accepted', async () => {
    const harness = aHarness();
    harness.graph.refusedTokens.add('a-token');
    await send(harness, aChange({ spoken: 'elementary' }));
    const { edits, gate } = await harness.store.read();
    expect(gate).toMatchObject({ code: 'signed-out', waitMs: null });
    expect(edits).toMatchObject([{ state: { status: 'queued' } }]);
    expect(harness.graph.changes()).toEqual([]);
  });

  it('sends an add at once after the sign-in that its token lacked', async () => {
    const harness = aHarness();
    const { createLanguage } = harness.graph;
    harness.graph.createLanguage = (call, fields) => {
      harness.graph.refusedTokens.add('a-token');
      return createLanguage(call, fields);
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(await storedEdits(harness)).toMatchObject([{ state: { status: 'queued' } }]);
    harness.graph.createLanguage = createLanguage;
    harness.graph.refusedTokens.clear();
    await harness.engine.retry();
    expect(harness.graph.languages).toHaveLength(2);
  });

  it('shows no language any more that was gone when it was to be removed', async () => {
    const harness = aHarness();
    const { removeLanguage } = harness.graph;
    harness.graph.removeLanguage = (call, id) => {
      harness.graph.languages = [];
      return removeLanguage(call, id);
    };
    await send(harness, aRemoval());
    const { snapshot, edits } = await harness.store.read();
    expect(fold(snapshot, edits)).toEqual([]);
  });

  it('reads the profile again by itself after a read that failed, also in a new worker', async () => {
    const harness = aHarness();
    harness.graph.fail('list', 'unavailable', { status: 503 });
    await harness.engine.refresh();
    expect(harness.wakeAtMs).not.toBeNull();
    harness.nowMs = harness.wakeAtMs ?? 0;
    await harness.restart().wake();
    expect(await harness.store.read()).toMatchObject({
      gate: null,
      snapshot: { languages: [{ id: 'german' }] },
    });
  });

  it('sends nothing while offline and everything afterwards', async () => {
    const harness = aHarness();
    harness.graph.fail('list', 'offline');
    await send(harness, aChange({ spoken: 'elementary' }));
    expect((await harness.store.read()).gate).toMatchObject({ code: 'offline' });
    await harness.engine.refresh();
    expect(harness.graph.languages).toMatchObject([{ spoken: 'elementary' }]);
    expect((await harness.store.read()).gate).toBeNull();
  });

  it('sends nothing after it was stopped', async () => {
    const harness = aHarness();
    harness.engine.stop();
    await harness.engine.refresh();
    expect(harness.graph.asked).toEqual([]);
  });

  it('hears a call that comes while it is about to rest', async () => {
    const harness = aHarness();
    let late = Promise.resolve();
    const engine = harness.restart({
      runExclusive: async (_, task) => {
        await task();
        if (harness.graph.changes().length === 0) {
          await harness.store.commit({ edits: [aChange({ spoken: 'elementary' })] });
          late = engine.wake();
        }
      },
    });
    await engine.wake();
    await late;
    expect(harness.graph.languages).toMatchObject([{ spoken: 'elementary' }]);
  });

  it('sends no request whose claim it could not store because it was stopped', async () => {
    const harness = aHarness();
    const { listLanguages } = harness.graph;
    harness.graph.listLanguages = (call) => {
      harness.engine.stop();
      return listLanguages(call);
    };
    await send(harness, aChange({ spoken: 'elementary' }));
    expect(harness.graph.changes()).toEqual([]);
    expect(await storedEdits(harness)).toMatchObject([{ state: { status: 'queued' } }]);
  });

  it('stores nothing of an answer that comes after it was stopped', async () => {
    const harness = aHarness();
    const { listLanguages } = harness.graph;
    harness.graph.listLanguages = (call) => {
      harness.engine.stop();
      return listLanguages(call);
    };
    await harness.engine.refresh();
    expect(await harness.store.read()).toMatchObject({ snapshot: null, gate: null });
  });
});
