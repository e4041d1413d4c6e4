import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from './emulator';
import { beginSignIn, createFetchBrowser, signIn } from './fetch-browser';
import { fetchGraph, LANGUAGES } from './fetch-graph';
import { redirectUris } from './redirect-uris';
import { seedId } from './seed';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ graphPort: 0, loginPort: 0 });
});
afterEach(() => {
  emulator.reset();
});
afterAll(() => emulator.close());

function control(method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${emulator.graphOrigin}/-/${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
}

describe('the log', () => {
  it('has every exchange of both servers in order and no secret', async () => {
    const { ada } = emulator.people;
    const tokens = await signIn(emulator, ada);
    await fetchGraph(emulator, tokens.access_token, LANGUAGES, {
      method: 'POST',
      body: { displayName: 'Danish' },
      headers: { 'client-request-id': 'c1', Origin: 'chrome-extension://abc' },
    });
    const hint = new URLSearchParams({ id_token_hint: tokens.id_token, prompt: 'none' });
    await fetch(`${beginSignIn(emulator, ada.tenant).url}&${hint.toString()}`, { redirect: 'manual' });

    expect(emulator.log.map(({ server, method }) => `${server} ${method}`)).toEqual([
      'login GET', // authorize
      'login GET', // the page
      'login POST', // the pick
      'login GET', // authorize goes on
      'login POST', // token
      'graph POST',
      'login GET',
    ]);
    expect(emulator.log.find(({ server }) => server === 'graph')).toMatchObject({
      path: LANGUAGES,
      origin: 'chrome-extension://abc',
      status: 201,
      clientRequestId: 'c1',
      requestBody: { displayName: 'Danish' },
      requestHeaders: { authorization: 'Bearer …' },
      executed: true,
    });
    const text = JSON.stringify(emulator.log);
    for (const secret of [tokens.access_token, tokens.refresh_token, tokens.id_token]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toMatch(/eyJ|_session/);
    expect(emulator.log.at(-1)?.query).toMatchObject({ id_token_hint: '…', state: 'state-1' });
  });

  it('is told to a listener when an exchange has ended', async () => {
    const heard: (number | null)[] = [];
    const other = await startEmulator({
      graphPort: 0,
      loginPort: 0,
      onExchange: ({ status }) => heard.push(status),
    });
    await (await fetch(`${other.graphOrigin}/beta/me`)).text();
    await other.close();
    expect(heard).toEqual([401]);
  });
});

describe('the control paths', () => {
  it('set and reset faults, for tests of other processes', async () => {
    expect((await control('POST', 'faults', { status: { status: 418, times: null } })).status).toBe(204);
    const me = `${emulator.graphOrigin}/beta/me`;
    expect((await fetch(me)).status).toBe(418);
    expect((await fetch(me)).status).toBe(418);
    expect((await control('DELETE', 'faults')).status).toBe(204);
    expect((await fetch(me)).status).toBe(401);
  });

  it.each([{ misspelt: {} }, { status: { status: 200 } }, { pageSize: { pageSize: 0 } }])(
    'refuse %j',
    async (faults) => {
      expect((await control('POST', 'faults', faults)).status).toBe(400);
    },
  );

  it('give the log and reset everything, and are not in the log', async () => {
    await fetch(`${emulator.graphOrigin}/beta/me`);
    expect(await (await control('GET', 'log')).json()).toMatchObject([{ path: '/beta/me', status: 401 }]);
    emulator.changeElsewhere.remove(emulator.people.ben, seedId(11));
    expect((await control('POST', 'reset')).status).toBe(204);
    expect(emulator.log).toEqual([]);
    expect(emulator.profileOf(emulator.people.ben)).toHaveLength(2);
  });
});

describe('a reset', () => {
  it('signs everybody out', async () => {
    const browser = createFetchBrowser(emulator);
    await signIn(emulator, emulator.people.ada, {}, browser);
    emulator.reset();
    const { url } = beginSignIn(emulator, emulator.tenants.contoso, { prompt: 'none' });
    const visit = await browser.visit(url);
    expect('callback' in visit && visit.callback.get('error')).toBe('login_required');
  });
});

describe('a profile', () => {
  it('is changed elsewhere without a request', () => {
    const { chen } = emulator.people;
    const { id } = emulator.changeElsewhere.add(chen, { displayName: 'Malay', tag: 'ms-MY' });
    emulator.changeElsewhere.edit(chen, id, { spoken: 'conversational' });
    emulator.changeElsewhere.remove(chen, seedId(21));
    expect(emulator.profileOf(chen)).toMatchObject([{ id, tag: 'ms-MY', spoken: 'conversational' }]);
    expect(emulator.log).toEqual([]);
  });

  it('can be replaced, and what was read of it is a copy', () => {
    const { ada, ben } = emulator.people;
    const languages = emulator.profileOf(ada);
    emulator.setProfile(ben, languages);
    languages.length = 0;
    expect(emulator.profileOf(ben)).toHaveLength(8);
  });
});

describe('starting', () => {
  it('names the port that is taken, and frees the other one', async () => {
    const takenPort = Number(new URL(emulator.loginOrigin).port);
    await expect(startEmulator({ graphPort: 0, loginPort: takenPort })).rejects.toThrow(
      `Port ${takenPort} on 127.0.0.1 is taken. Stop what uses it, or choose another with LOGIN_PORT.`,
    );
    await expect(startEmulator({ graphPort: takenPort, loginPort: 0 })).rejects.toThrow('GRAPH_PORT');
  });

  it('registers the redirect addresses of this manifest', () => {
    expect(redirectUris.chromium).toMatch(/^https:\/\/[a-p]{32}\.chromiumapp\.org\/$/);
    expect(redirectUris.firefox).toMatch(/^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\/$/);
  });
});
