import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from './emulator';
import type { FaultSettings } from './faults';
import {
  beginSignIn,
  codeForm,
  createFetchBrowser,
  type FetchBrowser,
  postToken,
  readTokens,
  signIn,
  type Visit,
} from './fetch-browser';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ graphPort: 0, loginPort: 0 });
});
afterEach(() => {
  emulator.reset();
});
afterAll(() => emulator.close());

const answerOf = (visit: Visit) => ('callback' in visit ? Object.fromEntries(visit.callback) : {});
const pageOf = (visit: Visit) => ('page' in visit ? visit.page : '');
const silently = { prompt: 'none', login_hint: 'ada@contoso.example' };

/** What Ada meets after she was picked, with these faults. */
async function pickAda(faults: FaultSettings): Promise<{ browser: FetchBrowser; visit: Visit }> {
  const browser = createFetchBrowser(emulator);
  const page = await browser.visit(beginSignIn(emulator, emulator.tenants.contoso).url);
  emulator.faults.set(faults);
  return { browser, visit: await browser.press(page, 'account', emulator.people.ada.objectId) };
}

/** The error of a sign-in without a window, in the browser of somebody who is signed in. */
async function silentError(faults: FaultSettings): Promise<Record<string, string>> {
  const browser = createFetchBrowser(emulator);
  await signIn(emulator, emulator.people.ada, {}, browser);
  emulator.faults.set(faults);
  return answerOf(await browser.visit(beginSignIn(emulator, emulator.tenants.contoso, silently).url));
}

describe('a second factor', () => {
  const described = expect.stringMatching(/^AADSTS50076/) as string;

  it('is asked for on a page, once', async () => {
    const { browser, visit } = await pickAda({ askCode: { times: null } });
    expect(pageOf(visit)).toContain('Enter code');
    const signedIn = await browser.press(visit, 'verify', 'yes');
    expect(signedIn).toHaveProperty('callback');
    const again = beginSignIn(emulator, emulator.tenants.contoso, silently);
    expect(answerOf(await browser.visit(again.url))).toHaveProperty('code');
  });

  it('is missed by a sign-in without a window, and by a renewal', async () => {
    const error = await silentError({ askCode: {} });
    expect(error).toMatchObject({ error: 'interaction_required', error_description: described });
    const refused = await postToken(emulator, emulator.tenants.contoso, { grant_type: 'refresh_token' });
    expect(await refused.json()).toMatchObject({
      error: 'interaction_required',
      suberror: 'basic_action',
      error_codes: [50076],
    });
  });

  it('is not given by Cancel', async () => {
    const { browser, visit } = await pickAda({ askCode: {} });
    expect(answerOf(await browser.press(visit, 'cancel', 'yes'))).toHaveProperty('error_subcode', 'cancel');
  });
});

describe('the approval of an administrator', () => {
  it.each([
    { canBeAsked: false, heading: 'Need admin approval', button: 'return', code: /^AADSTS90094/ },
    { canBeAsked: true, heading: 'Approval required', button: 'ask', code: /^AADSTS90095/ },
  ])(
    'is missing on the page “$heading”, and in its answer',
    async ({ canBeAsked, heading, button, code }) => {
      const { browser, visit } = await pickAda({ needApproval: { canBeAsked } });
      expect(pageOf(visit)).toContain(`<h1>${heading}</h1>`);
      expect(answerOf(await browser.press(visit, button, 'yes'))).toMatchObject({
        error: 'access_denied',
        error_description: expect.stringMatching(code) as string,
      });
    },
  );

  it('is missed by a sign-in without a window', async () => {
    expect(await silentError({ needApproval: {} })).toHaveProperty('error', 'consent_required');
  });
});

describe('the authorize endpoint, by a fault', () => {
  it('goes on by script with the same request, once', async () => {
    emulator.faults.set({ scriptRedirect: { afterMs: 5 } });
    const browser = createFetchBrowser(emulator);
    const { url } = beginSignIn(emulator, emulator.tenants.contoso);
    const page = pageOf(await browser.visit(url));
    const next = /location\.replace\("([^"]+)"\), 5\)/.exec(page)?.[1] ?? '';
    expect(next).toContain('sso_reload=true');
    expect(pageOf(await browser.visit(new URL(next, url).href))).toContain('Pick an account');
  });

  it('shows a page that leads nowhere', async () => {
    emulator.faults.set({ authorizePage: { text: 'AADSTS50011: Not this address.' } });
    const { url } = beginSignIn(emulator, emulator.tenants.contoso);
    const visit = await createFetchBrowser(emulator).visit(url);
    expect(visit).toMatchObject({
      status: 200,
      page: expect.stringMatching(/AADSTS50011.+Correlation ID/) as string,
    });
  });
});

it('lets nobody read the tokens of a redirect address of the platform “Web”', async () => {
  emulator.faults.set({ wrongPlatform: {} });
  const refused = await postToken(emulator, emulator.tenants.contoso, { grant_type: 'authorization_code' });
  expect(refused.headers.has('Access-Control-Allow-Origin')).toBe(false);
  expect(await refused.json()).toMatchObject({ error: 'invalid_request', error_codes: [9002326] });
});

describe('a tenant', () => {
  it('that is named by its first domain is in the tokens by its GUID', async () => {
    const { ada } = emulator.people;
    const byDomain = { ...ada.tenant, id: 'contoso.onmicrosoft.com' };
    const browser = createFetchBrowser(emulator);
    const attempt = beginSignIn(emulator, byDomain);
    const callback = await browser.press(await browser.visit(attempt.url), 'account', ada.objectId);
    const tokens = await readTokens(await postToken(emulator, byDomain, codeForm(callback, attempt)));
    expect(decodeJwt(tokens.id_token)).toMatchObject({
      tid: ada.tenant.id,
      iss: `${emulator.loginOrigin}/${ada.tenant.id}/v2.0`,
    });
  });

  it('is not chosen by “organizations”, which an application of one tenant may not use', async () => {
    const organizations = { ...emulator.tenants.contoso, id: 'organizations' };
    const document = `${emulator.loginOrigin}/organizations/v2.0/.well-known/openid-configuration`;
    expect(await (await fetch(document)).json()).toHaveProperty(
      'issuer',
      `${emulator.loginOrigin}/{tenantid}/v2.0`,
    );
    const { url } = beginSignIn(emulator, organizations);
    expect(pageOf(await createFetchBrowser(emulator).visit(url))).toContain('AADSTS50194');
    const refused = await postToken(emulator, organizations, { grant_type: 'authorization_code' });
    expect(await refused.json()).toMatchObject({ error: 'invalid_request', error_codes: [50194] });
  });
});
