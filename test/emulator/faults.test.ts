import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startEmulator, type Emulator } from './emulator';
import { beginSignIn, createFetchBrowser, postToken, signIn } from './fetch-browser';
import {
  fetchGraph,
  LANGUAGES,
  readEntity,
  readError,
  readList,
  type GraphFetchOptions,
} from './fetch-graph';
import { seedId } from './seed';

let emulator: Emulator;
let token: string;

beforeAll(async () => {
  emulator = await startEmulator({ graphPort: 0, loginPort: 0 });
  token = (await signIn(emulator, emulator.people.ada)).access_token;
});
afterEach(() => {
  vi.useRealTimers();
  emulator.reset();
});
afterAll(() => emulator.close());

const post = { method: 'POST', body: { displayName: 'Danish', tag: 'da-DK', proficiency: 'elementary' } };

function graph(path = LANGUAGES, options?: GraphFetchOptions): Promise<Response> {
  return fetchGraph(emulator, token, path, options);
}

function languageCount(): number {
  return emulator.profileOf(emulator.people.ada).length;
}

describe('a status', () => {
  it('strikes once, and nothing is done meanwhile', async () => {
    const before = languageCount();
    emulator.faults.set({ status: { status: 503 } });
    const answer = await graph(LANGUAGES, post);
    expect(answer.status).toBe(503);
    expect((await readError(answer)).code).toBe('ServiceUnavailable');
    expect(languageCount()).toBe(before);
    expect((await graph(LANGUAGES, post)).status).toBe(201);
  });

  it('strikes as often as it is told, on the method that it is told', async () => {
    emulator.faults.set({ status: { status: 429, times: 2, method: 'POST' } });
    const statuses = [];
    for (const options of [post, undefined, post, post])
      statuses.push((await graph(LANGUAGES, options)).status);
    expect(statuses).toEqual([429, 200, 429, 201]);
  });

  it('strikes for ever until it is reset', async () => {
    emulator.faults.set({ status: { status: 500, times: Infinity } });
    expect((await graph()).status).toBe(500);
    expect((await graph()).status).toBe(500);
    emulator.faults.reset();
    expect((await graph()).status).toBe(200);
  });

  it('asks to wait, in seconds or until a date', async () => {
    emulator.faults.set({ status: { status: 429, retryAfterSeconds: 7 } });
    expect((await graph()).headers.get('Retry-After')).toBe('7');
    emulator.faults.set({ status: { status: 429, retryAfterSeconds: 60, retryAfterAs: 'date' } });
    const until = Date.parse((await graph()).headers.get('Retry-After') ?? '');
    expect(until - Date.now()).toBeGreaterThan(50_000);
  });
});

describe('an answer', () => {
  it('is lost after the change was made', async () => {
    const before = languageCount();
    emulator.faults.set({ lostAnswer: { method: 'POST' } });
    await expect(graph(LANGUAGES, post)).rejects.toThrow();
    expect(languageCount()).toBe(before + 1);
    expect(emulator.log.at(-1)).toMatchObject({ status: null, executed: true });
  });

  it('is lost before the change is made, which happens later', async () => {
    const before = languageCount();
    emulator.faults.set({ lateExecution: { afterMs: 30 } });
    await expect(graph(LANGUAGES, post)).rejects.toThrow();
    expect(languageCount()).toBe(before);
    await wait(80);
    expect(languageCount()).toBe(before + 1);
    expect(emulator.log.at(-1)).toMatchObject({ status: null, executed: true });
  });

  it('never comes while the service is out of reach', async () => {
    const before = languageCount();
    emulator.faults.set({ offline: {} });
    await expect(graph(LANGUAGES, post)).rejects.toThrow();
    await wait(20);
    expect(languageCount()).toBe(before);
    expect(emulator.log.at(-1)).toMatchObject({ status: null, executed: false });
    expect((await graph()).status).toBe(200);
  });

  it('comes late', async () => {
    emulator.faults.set({ latency: { latencyMs: 60 } });
    const startMs = performance.now();
    expect((await graph()).status).toBe(200);
    expect(performance.now() - startMs).toBeGreaterThan(50);
  });

  it('is a web page with status 200', async () => {
    emulator.faults.set({ html: {} });
    const answer = await graph();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
  });

  it('says that the token is expired, perhaps with a claims challenge', async () => {
    emulator.faults.set({ expiredToken: {} });
    expect((await graph()).status).toBe(401);
    const claims = '{"access_token":{"nbf":{"essential":true}}}';
    emulator.faults.set({ expiredToken: { claims } });
    const challenge = (await graph()).headers.get('WWW-Authenticate');
    expect(challenge).toContain('error="insufficient_claims"');
    expect(challenge).toContain(`claims="${Buffer.from(claims).toString('base64')}"`);
  });

  it('has numbers for enum values', async () => {
    emulator.faults.set({ numericEnums: {} });
    expect(await readEntity(await graph(`${LANGUAGES}/${seedId(3)}`))).toMatchObject({
      spoken: '3',
      reading: '4',
      written: '2',
      allowedAudiences: '8',
    });
  });

  it('refuses a level as a whole', async () => {
    emulator.faults.set({ refuseProficiency: { times: null } });
    expect((await graph(LANGUAGES, post)).status).toBe(400);
    const body = { displayName: 'Danish', spoken: 'elementary' };
    expect((await graph(LANGUAGES, { ...post, body })).status).toBe(201);
  });
});

describe('a list', () => {
  it('shows an older state', async () => {
    const before = languageCount();
    emulator.faults.set({ readLag: { lagMs: 60_000 } });
    await graph(LANGUAGES, post);
    expect((await readList(await graph())).value).toHaveLength(before);
    expect((await readList(await graph())).value).toHaveLength(before + 1);
  });

  it('comes in pages that are linked by absolute addresses', async () => {
    emulator.faults.set({ pageSize: { pageSize: 3 } });
    const ids: string[] = [];
    const sizes: number[] = [];
    let next: string | undefined = `${emulator.graphOrigin}${LANGUAGES}?$select=id`;
    while (next !== undefined) {
      const page = await readList(await graph(next));
      ids.push(...page.value.map(({ id }) => id));
      sizes.push(page.value.length);
      next = page['@odata.nextLink'];
    }
    expect(sizes).toEqual([3, 3, 2]);
    expect(ids).toEqual(emulator.profileOf(emulator.people.ada).map(({ id }) => id));
  });
});

describe('signing in', () => {
  const refreshForm = { grant_type: 'refresh_token', refresh_token: 'any' };

  function askToken(): Promise<Response> {
    return postToken(emulator, emulator.tenants.contoso, refreshForm);
  }

  it('meets an error of the token endpoint', async () => {
    const claims = '{"access_token":{}}';
    emulator.faults.set({
      tokenError: { error: 'interaction_required', errorDescription: 'AADSTS50076: MFA.', claims },
    });
    const answer = await askToken();
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toMatch(/^chrome-extension:/);
    expect(await answer.json()).toMatchObject({
      error: 'interaction_required',
      error_codes: [50076],
      claims,
    });
  });

  it('meets a token endpoint that asks to wait, and lets pages read for how long', async () => {
    emulator.faults.set({
      tokenError: { error: 'temporarily_unavailable', status: 429, retryAfterSeconds: 120 },
    });
    const { status, headers } = await askToken();
    expect(status).toBe(429);
    expect(headers.get('Retry-After')).toBe('120');
    expect(headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
  });

  it('meets a proxy in front of the token endpoint', async () => {
    emulator.faults.set({ tokenHtml: {} });
    const answer = await askToken();
    expect(answer.status).toBe(502);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
  });

  it('meets the end of its refresh token', async () => {
    const { refresh_token } = await signIn(emulator, emulator.people.ada);
    emulator.faults.set({ rejectRefreshTokens: {} });
    const form = { grant_type: 'refresh_token', refresh_token };
    const refused = await postToken(emulator, emulator.tenants.contoso, form);
    expect(await refused.json()).toMatchObject({ error: 'invalid_grant', error_codes: [700084] });
    expect((await postToken(emulator, emulator.tenants.contoso, form)).status).toBe(200);
  });

  it('gets a token that ends soon', async () => {
    emulator.faults.set({ accessTokenLifetime: { lifetimeSeconds: 60 } });
    const { access_token, expires_in } = await signIn(emulator, emulator.people.ada);
    expect(expires_in).toBe(60);
    expect((await fetchGraph(emulator, access_token, LANGUAGES)).status).toBe(200);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    const answer = await fetchGraph(emulator, access_token, LANGUAGES);
    expect(answer.status).toBe(401);
    expect((await readError(answer)).message).toContain('expired');
    expect((await signIn(emulator, emulator.people.ada)).expires_in).toBeGreaterThan(60);
  });

  it('meets an error of the authorize endpoint', async () => {
    emulator.faults.set({
      authorizeError: { error: 'access_denied', errorDescription: 'AADSTS53003', errorSubcode: 'policy' },
    });
    const { url } = beginSignIn(emulator, emulator.tenants.contoso);
    const visit = await createFetchBrowser(emulator).visit(url);
    expect('callback' in visit && Object.fromEntries(visit.callback)).toEqual({
      error: 'access_denied',
      error_description: expect.stringMatching(
        /^AADSTS53003 Trace ID: .+ Correlation ID: .+ Timestamp: /,
      ) as string,
      error_subcode: 'policy',
      state: 'state-1',
    });
  });

  it('is slow, or does not reach the server at all', async () => {
    emulator.faults.set({ loginLatency: { latencyMs: 60 } });
    const startMs = performance.now();
    await askToken();
    expect(performance.now() - startMs).toBeGreaterThan(50);
    emulator.faults.set({ loginOffline: {} });
    await expect(askToken()).rejects.toThrow();
  });
});

describe('consent', () => {
  async function untilConsent() {
    const browser = createFetchBrowser(emulator);
    const { url } = beginSignIn(emulator, emulator.tenants.contoso);
    const page = await browser.press(await browser.visit(url), 'account', emulator.people.ada.objectId);
    return { browser, page };
  }

  it('is asked once of each person', async () => {
    emulator.faults.set({ askConsent: { times: null } });
    const { browser, page } = await untilConsent();
    expect(page).toMatchObject({ page: expect.stringContaining('Permissions requested') as string });
    expect(await browser.press(page, 'consent', 'accept')).toHaveProperty('callback');
    expect((await untilConsent()).page).toHaveProperty('callback');
  });

  it('is refused by Cancel', async () => {
    emulator.faults.set({ askConsent: {} });
    const { browser, page } = await untilConsent();
    const visit = await browser.press(page, 'cancel', 'yes');
    expect('callback' in visit && visit.callback.get('error_subcode')).toBe('cancel');
  });

  it('is missed by prompt=none', async () => {
    const browser = createFetchBrowser(emulator);
    await signIn(emulator, emulator.people.ada, {}, browser);
    emulator.faults.set({ askConsent: {} });
    const { url } = beginSignIn(emulator, emulator.tenants.contoso, { prompt: 'none' });
    const visit = await browser.visit(url);
    expect('callback' in visit && visit.callback.get('error')).toBe('consent_required');
  });
});

describe('an unknown fault', () => {
  it('is an error, so that a misspelt test does not pass', () => {
    const misspelt: object = { ofline: {} };
    expect(() => {
      emulator.faults.set(misspelt);
    }).toThrow();
  });
});

it('a directory can say that it is one of another cloud, once', async () => {
  emulator.faults.set({ otherCloud: { instance: 'microsoftonline.us' } });
  const address = `${emulator.loginOrigin}/contoso.example/v2.0/.well-known/openid-configuration`;
  const instances = [];
  for (let time = 0; time < 2; time += 1) {
    const published = (await (await fetch(address)).json()) as Record<string, unknown>;
    instances.push(published['cloud_instance_name']);
  }
  expect(instances).toEqual(['microsoftonline.us', 'localhost']);
});
