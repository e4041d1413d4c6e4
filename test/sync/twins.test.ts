import { describe, expect, it } from 'vitest';
import { fold } from '../../src/outbox/fold';
import { aLanguage, anAdd, aRemoval } from '../support/builders';
import { aHarness, send, storedEdits, welsh } from './harness';

describe('a create that the browser sent twice', () => {
  it('leaves one language, the older one, whichever the answer was for', async () => {
    const harness = aHarness();
    const { createLanguage } = harness.graph;
    harness.graph.createLanguage = async (call, fields) => {
      await createLanguage(call, fields);
      return createLanguage(call, fields);
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(harness.graph.languages.map(({ id }) => id)).toEqual(['german', 'id-1']);
    const { snapshot, edits } = await harness.store.read();
    expect(fold(snapshot, edits).map(({ ref }) => ref)).toEqual(['german', 'id-1']);
  });

  it('counts as created where the twin could not be removed', async () => {
    const harness = aHarness();
    const { createLanguage } = harness.graph;
    harness.graph.createLanguage = async (call, fields) => {
      await createLanguage(call, fields);
      harness.graph.fail('remove', 'refused', { status: 400 });
      return createLanguage(call, fields);
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(harness.graph.changes().filter(([verb]) => verb === 'create')).toHaveLength(2);
    expect(await harness.store.read()).toMatchObject({ edits: [], facts: { refusesProficiency: false } });
  });

  it('is looked for again by the next worker where this one was stopped before it could look', async () => {
    const harness = aHarness();
    const { createLanguage } = harness.graph;
    harness.graph.createLanguage = async (call, fields) => {
      await createLanguage(call, fields);
      const answered = await createLanguage(call, fields);
      harness.graph.refusedTokens.add('a-token');
      return answered;
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(await harness.store.read()).toMatchObject({ edits: [], gate: { code: 'signed-out' } });
    harness.graph.refusedTokens.clear();
    await harness.restart().retry();
    expect(harness.graph.languages.map(({ id }) => id)).toEqual(['german', 'id-1']);
  });

  it('leaves alone what somebody else added with other levels meanwhile', async () => {
    const harness = aHarness();
    const { createLanguage } = harness.graph;
    harness.graph.createLanguage = (call, fields) => {
      harness.graph.languages.push(aLanguage({ ...welsh, id: 'theirs', spoken: 'elementary' }));
      return createLanguage(call, fields);
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(harness.graph.languages.map(({ id }) => id)).toEqual(['german', 'theirs', 'id-1']);
  });

  it('leaves its twin alone for as long as the service asks to wait', async () => {
    const harness = aHarness();
    const { createLanguage } = harness.graph;
    harness.graph.createLanguage = async (call, fields) => {
      await createLanguage(call, fields);
      harness.graph.fail('remove', 'throttled', { status: 429, retryAfterMs: 10_000 });
      return createLanguage(call, fields);
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(harness.graph.changes().filter(([verb]) => verb === 'remove')).toHaveLength(1);
    harness.nowMs = harness.wakeAtMs ?? 0;
    await harness.restart().wake();
    expect(harness.graph.languages.map(({ id }) => id)).toEqual(['german', 'id-1']);
    expect((await harness.store.read()).gate).toBeNull();
  });

  it('leaves the other one where the person removes one of them meanwhile', async () => {
    const harness = aHarness();
    const { createLanguage, removeLanguage } = harness.graph;
    harness.graph.createLanguage = async (call, fields) => {
      await createLanguage(call, fields);
      return createLanguage(call, fields);
    };
    harness.graph.removeLanguage = async (call, id) => {
      await removeLanguage(call, id);
      await harness.store.commit({ edits: [aRemoval({ language: 'id-1', base: welsh })] });
    };
    await send(harness, anAdd({ fields: welsh }));
    await harness.engine.refresh();
    expect(harness.graph.languages.map(({ id }) => id)).toEqual(['german', 'id-1']);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('leaves the younger one where another device removes the older one meanwhile', async () => {
    const harness = aHarness();
    const { createLanguage, listLanguages } = harness.graph;
    harness.graph.createLanguage = async (call, fields) => {
      await createLanguage(call, fields);
      return createLanguage(call, fields);
    };
    harness.graph.listLanguages = async (call) => {
      const shown = await listLanguages(call);
      const older = harness.graph.languages.findIndex(({ id }) => id === 'id-1');
      if (older >= 0) harness.graph.languages.splice(older, 1);
      return shown;
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(harness.graph.languages.map(({ id }) => id)).toEqual(['german', 'id-2']);
  });

  it('leaves three where the service refuses to remove any, and asks once', async () => {
    const harness = aHarness();
    const { createLanguage } = harness.graph;
    harness.graph.createLanguage = async (call, fields) => {
      await createLanguage(call, fields);
      await createLanguage(call, fields);
      for (let times = 0; times < 9; times += 1) harness.graph.fail('remove', 'forbidden', { status: 403 });
      return createLanguage(call, fields);
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(harness.graph.changes().filter(([verb]) => verb === 'remove')).toHaveLength(1);
    expect(harness.graph.languages).toHaveLength(4);
  });
});
