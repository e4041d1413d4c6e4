import { describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { fold } from '../../src/outbox/fold';
import { aChange, aLanguage, anAdd, aRemoval, someFields } from '../support/builders';
import { aHarness, send, storedEdits, welsh } from './harness';

describe('an add of which nobody knows whether it was executed', () => {
  it('is done as soon as any look at the profile shows it', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'unavailable', { status: 503 }, 'executed');
    const add = anAdd({ fields: welsh });
    await send(harness, add);
    await harness.engine.retry();
    const { snapshot, edits } = await harness.store.read();
    expect(fold(snapshot, edits)).toMatchObject([{}, { key: add.language, ref: 'id-1', progress: 'saved' }]);
  });

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

  it('is no add any more where its language is there, changed by somebody else meanwhile', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'offline', {}, 'executed');
    const add = anAdd({ fields: welsh });
    await send(harness, add);
    harness.graph.languages = harness.graph.languages.map((each) => ({ ...each, spoken: 'elementary' }));
    await harness.store.commit({ edits: [aRemoval({ language: add.language, base: welsh })] });
    harness.nowMs += 1_000;
    await harness.engine.retry();
    expect(harness.graph.languages).toHaveLength(2);
    expect(await storedEdits(harness)).toMatchObject([{ state: { reason: { code: 'changed-elsewhere' } } }]);
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

  it('is looked for every half minute, for two minutes, when its worker was stopped in the middle', async () => {
    const harness = aHarness();
    const attempt = {
      sent: 'create',
      requestId: 'r',
      knownIds: ['german'],
      startedAtMs: harness.nowMs,
    } as const;
    await send(harness, inState(anAdd({ fields: welsh }), { status: 'inflight', attempt }));
    const startedAtMs = harness.nowMs;
    for (const waitMs of [30_000, 60_000, 90_000]) {
      expect(harness.wakeAtMs).toBe(startedAtMs + waitMs);
      harness.nowMs = startedAtMs + waitMs;
      await harness.engine.wake();
    }
    harness.graph.languages.push(aLanguage({ ...welsh, id: 'late' }));
    harness.nowMs = startedAtMs + 120_000;
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

describe('an add of which nobody knows whether it was sent, and what was there before', () => {
  const lost = { sent: 'create', requestId: 'r', knownIds: null } as const;

  it('takes nothing that is there for a twin', async () => {
    const harness = aHarness([aLanguage({ ...welsh, id: 'one' }), aLanguage({ ...welsh, id: 'other' })]);
    const attempt = { ...lost, startedAtMs: harness.nowMs };
    await send(harness, inState(anAdd({ fields: welsh }), { status: 'inflight', attempt }));
    await harness.engine.refresh();
    expect(harness.graph.changes()).toEqual([]);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('removes a twin that comes later', async () => {
    const harness = aHarness([aLanguage({ ...welsh, id: 'one' })]);
    const attempt = { ...lost, startedAtMs: harness.nowMs };
    await send(harness, inState(anAdd({ fields: welsh }), { status: 'inflight', attempt }));
    harness.graph.languages.push(aLanguage({ ...welsh, id: 'twin' }));
    await harness.engine.refresh();
    expect(harness.graph.changes()).toEqual([['remove', 'twin']]);
  });
});

describe('a language that is added again while its first add is unclear', () => {
  it('is there once in the end, in the order in which it was asked for', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'unavailable', { status: 503 }, 'executed');
    const first = anAdd({ fields: welsh });
    await send(harness, first);
    await send(harness, aRemoval({ language: first.language, base: welsh }), anAdd({ fields: welsh }));
    await harness.engine.retry();
    expect(harness.graph.changes().map(([verb]) => verb)).toEqual(['create', 'remove', 'create']);
    expect(harness.graph.languages.map(({ tag }) => tag)).toEqual(['de-DE', 'cy-GB']);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('waits for the outcome of the first', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'unavailable', { status: 503 });
    await send(harness, anAdd({ fields: welsh }));
    await send(harness, anAdd({ fields: welsh }));
    await harness.engine.retry();
    expect(harness.graph.changes()).toHaveLength(1);
    for (const waitMs of [60_000, 30_000]) {
      harness.nowMs += waitMs;
      await harness.engine.retry();
    }
    expect(harness.graph.languages).toHaveLength(2);
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

describe('a language that comes back with an audience that this version cannot write', () => {
  it('is seen by nobody else', async () => {
    const harness = aHarness();
    await send(harness, anAdd({ fields: { ...welsh, audience: 'aNewCircle' } }));
    expect(harness.graph.languages.at(-1)).toMatchObject({ tag: 'cy-GB', audience: 'me' });
    await send(harness, anAdd({ fields: someFields({ tag: 'ga', displayName: 'Irish', audience: null }) }));
    expect(harness.graph.changes().at(-1)).toMatchObject(['create', { audience: null }]);
  });
});

describe('a service that does not take the level as a whole', () => {
  it('is asked again where nothing else was changed, so that nobody believes it was saved', async () => {
    const harness = aHarness();
    harness.graph.fail('update', 'refused', { status: 400 });
    await send(harness, aChange({ proficiency: 'elementary' }));
    await harness.store.commit({ facts: { refusesProficiency: true } });
    expect(await storedEdits(harness)).toMatchObject([{ state: { reason: { code: 'refused' } } }]);
    await send(harness, aChange({ proficiency: 'fullProfessional' }));
    expect(harness.graph.languages).toMatchObject([{ proficiency: 'fullProfessional' }]);
  });

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

describe('a change of which nobody knows whether it was executed', () => {
  it('is not sent again, and nothing behind it, while it may still be executed', async () => {
    const harness = aHarness();
    harness.graph.fail('update', 'offline');
    await send(harness, aChange({ spoken: 'elementary' }));
    const base = someFields({ spoken: 'elementary' });
    await send(harness, aChange({ spoken: 'fullProfessional' }, { base }));
    harness.nowMs += 30_000;
    await harness.engine.wake();
    expect(harness.graph.changes()).toHaveLength(1);
    harness.graph.languages = [aLanguage({ spoken: 'elementary' })];
    harness.nowMs += 30_000;
    await harness.engine.wake();
    expect(harness.graph.languages).toMatchObject([{ spoken: 'fullProfessional' }]);
    expect(await storedEdits(harness)).toEqual([]);
  });

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

  it('was, where a part of it is there and somebody wrote over the rest, who is asked about at the next change', async () => {
    const harness = aHarness();
    harness.graph.fail('update', 'unavailable', { status: 503 }, 'executed');
    const changes = { spoken: 'elementary', reading: 'elementary' };
    await send(harness, aChange(changes));
    harness.graph.languages = harness.graph.languages.map((each) => ({
      ...each,
      reading: 'fullProfessional',
    }));
    const back = { spoken: 'conversational', reading: 'conversational' };
    await harness.store.commit({ edits: [aChange(back, { base: someFields(changes) })] });
    harness.nowMs += 1_000;
    await harness.engine.retry();
    expect(await storedEdits(harness)).toMatchObject([
      { changes: back, state: { reason: { theirs: { spoken: 'elementary', reading: 'fullProfessional' } } } },
    ]);
  });

  it('was, where only a part of it is there, and can be taken back', async () => {
    const harness = aHarness();
    const [low, before] = (['elementary', 'conversational'] as const).map((level) => ({
      proficiency: level,
      spoken: level,
      reading: level,
    }));
    harness.graph.fail('update', 'offline', {}, 'executed');
    await send(harness, aChange({ ...low }));
    harness.graph.languages = [aLanguage({ ...low, proficiency: 'conversational' })];
    await send(harness, aChange({ ...before }, { base: someFields(low) }));
    await harness.engine.retry();
    expect(harness.graph.languages).toEqual([aLanguage()]);
    expect(await storedEdits(harness)).toEqual([]);
  });
});
