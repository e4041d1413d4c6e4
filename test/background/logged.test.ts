import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog, type Log } from '../../src/background/log';
import { loggedCheck, loggedGraph, loggedIdentity } from '../../src/background/logged';
import { GraphFailure } from '../../src/graph/failure';
import type { Graph } from '../../src/graph/graph';
import { SignInFailure } from '../../src/identity/failure';
import type { Identity } from '../../src/identity/identity';
import { readLog } from '../../src/storage/log';
import { FakeGraph } from '../sync/fake-graph';
import { aLanguage, anAccount, someFields } from '../support/builders';
import { fakeBrowser, resetBrowser } from '../support/browser';

const SENT = '11111111-2222-4333-8444-000000000001';
const GIVEN = '11111111-2222-4333-8444-000000000002';
const CALL = { token: 'a-token', requestId: SENT };
const TRACE = { correlationId: GIVEN, timestamp: '2026-01-09 02:02:12Z' };
const WELL = { outcome: 'ok', status: null, serviceCode: null, waitMs: null, requestId: null, trace: {} };
const ABSENT = { clientRequestId: null };

let nowMs = 0;
let log: Log;

beforeEach(() => {
  vi.stubGlobal('reportError', vi.fn());
  resetBrowser();
  nowMs = 1_000;
  log = createLog(() => nowMs);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What the log has once all of it is written. */
async function written(entries = 1) {
  return vi.waitFor(async () => {
    const found = await readLog();
    expect(found).toHaveLength(entries);
    return found;
  });
}

describe('of requests to Graph', () => {
  const requests: [what: string, ask: (graph: Graph) => Promise<unknown>][] = [
    ['list', (graph) => graph.listLanguages(CALL)],
    ['create', (graph) => graph.createLanguage(CALL, someFields())],
    ['update', (graph) => graph.updateLanguage(CALL, 'id', { tag: null })],
    ['remove', (graph) => graph.removeLanguage(CALL, 'id')],
    ['organisation', (graph) => graph.readOrganisation(CALL)],
  ];

  it.each(requests)('%s is logged as what it is, with the id that was sent', async (what, ask) => {
    await ask(loggedGraph(new FakeGraph([aLanguage({ id: 'id' })]), log));
    expect(await written()).toEqual([
      { times: 1, sinceMs: 1_000, atMs: 1_000, what, tookMs: 0, ...WELL, clientRequestId: SENT },
    ]);
  });

  it('a failure is logged with all that support may know, and goes on to who asked', async () => {
    const graph = new FakeGraph([]);
    const facts = { status: 429, serviceCode: 'TooManyRequests', requestId: GIVEN, retryAfterMs: 60_000 };
    graph.fail('list', 'throttled', { ...facts, claims: 'a-challenge' });
    graph.listLanguages = ((ask) => async (call) => {
      nowMs += 250;
      return ask(call);
    })(graph.listLanguages);
    const failure = await loggedGraph(graph, log)
      .listLanguages(CALL)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GraphFailure);
    const { retryAfterMs: waitMs, ...told } = facts;
    const end = { ...WELL, outcome: 'throttled', ...told, waitMs, clientRequestId: SENT };
    expect(await written()).toEqual([
      { times: 1, sinceMs: 1_250, atMs: 1_250, what: 'list', tookMs: 250, ...end },
    ]);
  });
});

describe('of the directory', () => {
  const failure = new SignInFailure('blocked', {
    serviceCode: 'AADSTS53003',
    claims: 'a-challenge',
    trace: TRACE,
    retryAfterMs: 5_000,
  });
  const told = { ...WELL, outcome: 'blocked', serviceCode: 'AADSTS53003', waitMs: 5_000, trace: TRACE };

  /** An identity that answers like this. */
  function identityThat(answer: () => Promise<string>): Identity {
    const identity: Identity = {
      signIn: async () => anAccount({ name: await answer() }),
      accessToken: answer,
      forget: () => Promise.resolve(),
    };
    return loggedIdentity(identity, log);
  }

  it('what is asked reaches it as it was asked, and what nobody foresaw is an error', async () => {
    const asked: unknown[] = [];
    const identity: Identity = {
      signIn: () => Promise.reject(new Error('a bug')),
      accessToken: (...given) => {
        asked.push(given);
        return Promise.resolve('eyJ');
      },
      forget: () => Promise.resolve(),
    };
    const logged = loggedIdentity(identity, log);
    const options = { rejectedToken: 'old', claims: 'a-challenge' };
    await logged.accessToken(anAccount(), options);
    expect(asked).toEqual([[anAccount(), options]]);
    await expect(logged.signIn(configuration)).rejects.toThrow('a bug');
    expect((await written())[0]?.outcome).toBe('error');
  });

  const configuration = { cloud: 'global', tenant: 'contoso.com', clientId: SENT } as const;
  const deeds: [what: string, act: (identity: Identity) => Promise<unknown>][] = [
    ['sign-in', (identity) => identity.signIn(configuration)],
    ['token', (identity) => identity.accessToken(anAccount())],
  ];

  it.each(deeds)('a %s that fails is logged with its code and its trace', async (what, act) => {
    const identity = identityThat(() => Promise.reject(failure));
    await expect(act(identity)).rejects.toBe(failure);
    expect(await written()).toEqual([
      { times: 1, sinceMs: 1_000, atMs: 1_000, what, tookMs: 0, ...told, ...ABSENT },
    ]);
  });

  it('a sign-in that succeeds is logged, a token is not', async () => {
    const identity = identityThat(() => Promise.resolve('eyJ'));
    await identity.accessToken(anAccount());
    await identity.signIn(configuration);
    expect(await written()).toEqual([
      { times: 1, sinceMs: 1_000, atMs: 1_000, what: 'sign-in', tookMs: 0, ...WELL, ...ABSENT },
    ]);
  });

  it('a check of a tenant is logged with what it found', async () => {
    const check = loggedCheck(() => Promise.resolve({ outcome: 'unknown' }), log);
    await check(configuration);
    const [entry] = await written();
    expect(entry).toMatchObject({ what: 'tenant-check', outcome: 'unknown' });
  });
});

describe('the entries', () => {
  const end = { ...WELL, clientRequestId: null };

  it('stand in the order in which things ended, at most a hundred of them', async () => {
    for (let nth = 0; nth < 110; nth += 1) {
      nowMs += 1;
      log.begin('list')({ ...end, status: nth });
    }
    const entries = await written(100);
    expect(entries.map(({ status }) => status)).toEqual(Array.from({ length: 100 }, (_, at) => at + 10));
  });

  it('that say the same in a row are one, which counts them and is as the last', async () => {
    log.begin('list')({ ...end, outcome: 'offline', clientRequestId: SENT });
    nowMs += 5;
    log.begin('list')({ ...end, outcome: 'offline', clientRequestId: GIVEN });
    log.begin('list')(end);
    const [twice, once] = await written(2);
    expect(twice).toMatchObject({
      times: 2,
      sinceMs: 1_000,
      atMs: 1_005,
      outcome: 'offline',
      clientRequestId: GIVEN,
    });
    expect(once?.times).toBe(1);
  });

  it('that differ in what the service said are two', async () => {
    log.begin('list')({ ...end, outcome: 'refused', status: 400, serviceCode: 'BadRequest' });
    log.begin('list')({ ...end, outcome: 'refused', status: 400, serviceCode: 'InvalidRequest' });
    log.begin('list')({ ...end, outcome: 'refused', status: 422, serviceCode: 'InvalidRequest' });
    await written(3);
  });

  it('never took less than no time, although the clock is set back', async () => {
    const finish = log.begin('list');
    nowMs -= 500;
    finish(end);
    expect((await written())[0]).toMatchObject({ atMs: 500, tookMs: 0 });
  });

  it('of before a clearing that storage refused go with the next one', async () => {
    log.begin('list')(end);
    await written();
    const { session } = fakeBrowser.storage;
    const remove = vi.spyOn(session, 'remove').mockRejectedValueOnce(new Error('not now'));
    await log.clear();
    expect(await readLog()).toHaveLength(1);
    log.begin('update')(end);
    await vi.waitFor(async () => {
      expect((await readLog()).map(({ what }) => what)).toEqual(['update']);
    });
    log.begin('remove')(end);
    expect((await written(2)).map(({ what }) => what)).toEqual(['update', 'remove']);
    remove.mockRestore();
  });

  it('are not lost to one that cannot be read', async () => {
    log.begin('list')(end);
    log.begin('update')(end);
    await written(2);
    const { session } = fakeBrowser.storage;
    const kept = String((await session.get('log'))['log']);
    await session.set({ log: kept.replace('"list"', '"lost"') });
    expect((await readLog()).map(({ what }) => what)).toEqual(['update']);
  });
});
