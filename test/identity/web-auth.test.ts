import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWebAuth, type BrowserIdentity, type WebAuthFlowDetails } from '../../src/identity/web-auth';
import { REDIRECT } from './fake-directory';
import { failureOf } from './set-up';

const URL_OF_LOGIN = 'https://login.microsoftonline.com/';

function fakeBrowser(flow: (details: WebAuthFlowDetails) => Promise<string | undefined>) {
  const calls: WebAuthFlowDetails[] = [];
  const identity: BrowserIdentity = {
    getRedirectURL: () => REDIRECT,
    launchWebAuthFlow: (details) => {
      calls.push(details);
      return flow(details);
    },
  };
  return { identity, calls };
}

const failing = (message: string) => fakeBrowser(() => Promise.reject(new Error(message))).identity;

describe('createWebAuth', () => {
  it.each([
    // Chromium, window
    ['The user did not approve access.', true, 'cancelled'],
    ['Authorization page could not be loaded.', true, 'unavailable'],
    ['Only one web auth flow is allowed at a time.', true, 'window-open'],
    // Firefox, window
    ['User cancelled or denied access.', true, 'cancelled'],
    // Chromium, silent
    ['User interaction required. Try setting `abortOnLoadForNonInteractive`', false, 'needs-sign-in'],
    ['Authorization page could not be loaded.', false, 'unavailable'],
    ['Authorization page load timed out.', false, 'unavailable'],
    // Firefox, silent
    ['Requires user interaction', false, 'needs-sign-in'],
    ['Invalid request', false, 'unavailable'],
    // words of a version to come
    ['', true, 'unavailable'],
    ['Something else', false, 'unavailable'],
  ])('reads %j (window: %s) as %s', async (message, interactive, code) => {
    const webAuth = createWebAuth(failing(message), { isFirefox: false });
    expect((await failureOf(webAuth.launch(URL_OF_LOGIN, { interactive }))).code).toBe(code);
  });

  it('reads a thrown non-error as unavailable', async () => {
    const { identity } = fakeBrowser(() => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- browsers do
      throw 'no';
    });
    const webAuth = createWebAuth(identity, { isFirefox: true });
    expect((await failureOf(webAuth.launch(URL_OF_LOGIN, { interactive: false }))).code).toBe('unavailable');
  });

  it('treats an answer without an address as unavailable', async () => {
    const webAuth = createWebAuth(fakeBrowser(() => Promise.resolve(undefined)).identity, {
      isFirefox: false,
    });
    expect((await failureOf(webAuth.launch(URL_OF_LOGIN, { interactive: true }))).code).toBe('unavailable');
  });

  it.each([
    [
      { isFirefox: false, interactive: false },
      ['url', 'interactive', 'abortOnLoadForNonInteractive', 'timeoutMsForNonInteractive'],
    ],
    [{ isFirefox: false, interactive: true }, ['url', 'interactive']],
    [{ isFirefox: true, interactive: false }, ['url', 'interactive']],
    [{ isFirefox: true, interactive: true }, ['url', 'interactive']],
  ])('passes in %o only what the browser takes', async ({ isFirefox, interactive }, names) => {
    const { identity, calls } = fakeBrowser(() => Promise.resolve(REDIRECT));
    const webAuth = createWebAuth(identity, { isFirefox });
    expect(await webAuth.launch(URL_OF_LOGIN, { interactive })).toBe(REDIRECT);
    expect(calls.map((details) => Object.keys(details))).toEqual([names]);
  });
});

describe('createWebAuth, when the browser never answers', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives a silent attempt up after 15 s', async () => {
    const webAuth = createWebAuth(fakeBrowser(() => new Promise(() => undefined)).identity, {
      isFirefox: true,
    });
    const failure = failureOf(webAuth.launch(URL_OF_LOGIN, { interactive: false }));
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await failure).code).toBe('unavailable');
  });

  it('lets a person take their time', async () => {
    const late = () => new Promise<string>((resolve) => setTimeout(resolve, 600_000, REDIRECT));
    const webAuth = createWebAuth(fakeBrowser(late).identity, { isFirefox: false });
    const callback = webAuth.launch(URL_OF_LOGIN, { interactive: true });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(await callback).toBe(REDIRECT);
  });

  it('leaves no timer behind', async () => {
    const webAuth = createWebAuth(fakeBrowser(() => Promise.resolve(REDIRECT)).identity, { isFirefox: true });
    await webAuth.launch(URL_OF_LOGIN, { interactive: false });
    expect(vi.getTimerCount()).toBe(0);
  });
});
