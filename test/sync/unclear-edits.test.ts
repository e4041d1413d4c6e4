import { describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { fold } from '../../src/outbox/fold';
import { aChange, aLanguage, anAdd, aRemoval } from '../support/builders';
import { aHarness, send, storedEdits, welsh } from './harness';

describe('an add of which nobody knows whether it was executed', () => {
  it('is found and not sent again when the answer was lost', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'offline', {}, 'executed');
    await send(harness, anAdd({ fields: welsh }));
    expect(await storedEdits(harness)).toMatchObject([{ state: { status: 'ambiguous', misses: 0 } }]);
    harness.nowMs += 60_000;
    await harness.restart().wake();
    expect(harness.graph.changes()).toHaveLength(1);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('is sent again after it was missed twice, and not before', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'unavailable', { status: 503 });
    await send(harness, anAdd({ fields: welsh }));
    await harness.engine.retry();
    expect(harness.graph.changes()).toHaveLength(1);
    harness.nowMs += 60_000;
    await harness.engine.wake();
    expect(harness.graph.changes()).toHaveLength(1);
    harness.nowMs += 30_000;
    await harness.engine.wake();
    expect(harness.graph.changes()).toHaveLength(2);
    expect(harness.graph.languages).toHaveLength(2);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('is left alone for two minutes when its worker was stopped in the middle', async () => {
    const harness = aHarness();
    const attempt = { requestId: 'r', knownIds: ['german'], startedAtMs: harness.nowMs };
    await send(harness, inState(anAdd({ fields: welsh }), { status: 'inflight', attempt }));
    expect(harness.graph.asked).toEqual([]);
    expect(harness.wakeAtMs).toBe(harness.nowMs + 120_000);
    harness.graph.languages.push(aLanguage({ ...welsh, id: 'late' }));
    harness.nowMs += 120_000;
    await harness.engine.wake();
    expect(harness.graph.changes()).toEqual([]);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('does not take a language for its own that was there before', async () => {
    const harness = aHarness([aLanguage({ ...welsh, id: 'before', isEditable: false })]);
    harness.graph.fail('create', 'timed-out', {}, 'refused');
    await send(harness, anAdd({ fields: welsh }));
    harness.nowMs += 120_000;
    await harness.engine.wake();
    harness.nowMs += 30_000;
    await harness.engine.wake();
    expect(harness.graph.changes()).toHaveLength(2);
  });
});

describe('a language that is added again while its first add is unclear', () => {
  it('waits for the outcome, and is there once in the end', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'unavailable', { status: 503 }, 'executed');
    const first = anAdd({ fields: welsh });
    await send(harness, first);
    await send(harness, aRemoval({ language: first.language, base: welsh }), anAdd({ fields: welsh }));
    await harness.engine.retry();
    expect(harness.graph.changes()).toHaveLength(1);
    harness.nowMs += 60_000;
    await harness.engine.retry();
    expect(harness.graph.languages.map(({ tag }) => tag)).toEqual(['de-DE', 'cy-GB']);
    expect(await storedEdits(harness)).toEqual([]);
  });
});

describe('a clock that was set back', () => {
  it('makes a closed gate wait once more as long as was asked, and not longer', async () => {
    const harness = aHarness();
    harness.graph.fail('update', 'throttled', { status: 429, retryAfterMs: 60_000 });
    await send(harness, aChange({ spoken: 'elementary' }));
    harness.nowMs -= 86_400_000;
    await harness.restart().wake();
    harness.nowMs += 66_001;
    await harness.restart().wake();
    expect(harness.graph.languages).toMatchObject([{ spoken: 'elementary' }]);
  });
});

describe('a service that does not take the level as a whole', () => {
  it('lets an add be changed and taken back without asking', async () => {
    const harness = aHarness();
    harness.graph.refusesProficiency = true;
    const add = anAdd({ fields: welsh });
    await send(harness, add);
    const changes = { spoken: 'elementary', proficiency: 'elementary' };
    await send(harness, aChange(changes, { language: add.language, base: welsh }));
    expect(harness.graph.languages.at(-1)).toMatchObject({ spoken: 'elementary', proficiency: null });
    await send(harness, aRemoval({ language: add.language, base: { ...welsh, ...changes } }));
    expect(harness.graph.languages).toHaveLength(1);
    expect(await storedEdits(harness)).toEqual([]);
  });
});

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

  it('is not sent again where the token went after it was created', async () => {
    const harness = aHarness();
    const { createLanguage } = harness.graph;
    harness.graph.createLanguage = async (call, fields) => {
      const created = await createLanguage(call, fields);
      harness.graph.refusedTokens.add('a-token');
      return created;
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(await storedEdits(harness)).toMatchObject([{ state: { status: 'ambiguous' } }]);
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

  it('is looked at again where the profile could not be read afterwards', async () => {
    const harness = aHarness();
    const { createLanguage } = harness.graph;
    harness.graph.createLanguage = async (call, fields) => {
      await createLanguage(call, fields);
      harness.graph.fail('list', 'throttled', { status: 429, retryAfterMs: 1_000 });
      return createLanguage(call, fields);
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(await storedEdits(harness)).toMatchObject([{ state: { status: 'ambiguous' } }]);
    harness.nowMs += 60_000;
    await harness.restart().wake();
    expect(harness.graph.languages.map(({ id }) => id)).toEqual(['german', 'id-1']);
    expect(await storedEdits(harness)).toEqual([]);
  });
});

describe('a change of which nobody knows whether it was executed', () => {
  it('is looked up and not repeated when it was', async () => {
    const harness = aHarness();
    harness.graph.fail('update', 'timed-out', {}, 'executed');
    await send(harness, aChange({ spoken: 'elementary' }));
    harness.nowMs += 900_000;
    await harness.engine.wake();
    expect(harness.graph.changes()).toHaveLength(1);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('is sent again when it was not', async () => {
    const harness = aHarness();
    harness.graph.fail('update', 'unavailable', { status: 500 });
    await send(harness, aChange({ spoken: 'elementary' }));
    harness.nowMs += 900_000;
    await harness.engine.wake();
    expect(harness.graph.languages).toMatchObject([{ spoken: 'elementary' }]);
  });
});
