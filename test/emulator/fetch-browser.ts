import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Emulator } from './emulator';
import type { Person, Tenant } from './people';
import { redirectUris } from './redirect-uris';

/** The origin that token requests of the extension carry. */
export const EXTENSION_ORIGIN = new URL(redirectUris.chromium).hostname.replace(
  /^(\w+)\..*$/,
  'chrome-extension://$1',
);

const tokenAnswer = v.object({
  access_token: v.string(),
  refresh_token: v.string(),
  id_token: v.string(),
  expires_in: v.number(),
  scope: v.string(),
});

/** What the token endpoint gives. */
export type TokenAnswer = v.InferOutput<typeof tokenAnswer>;

/** Where a visit ended: on a page, or at an address outside the login origin. */
export type Visit = { page: string; status: number; url: string } | { callback: URLSearchParams };

/** A browser without a window: it keeps cookies, follows redirects and presses buttons. */
export interface FetchBrowser {
  visit(url: string): Promise<Visit>;
  /** Presses the button of that form name and value on the page of an earlier visit. */
  press(visit: Visit, name: string, value: string): Promise<Visit>;
  /** Sends the form that the page of an earlier visit sends by itself. */
  sendForm(visit: Visit): Promise<Visit>;
}

export function createFetchBrowser({ loginOrigin }: Emulator): FetchBrowser {
  const cookies = new Map<string, { value: string; path: string }>();

  async function go(url: string, body: URLSearchParams | null): Promise<Visit> {
    if (!url.startsWith(loginOrigin)) {
      return { callback: new URLSearchParams(url.slice(url.search(/[?#]/) + 1)) };
    }
    const { pathname } = new URL(url);
    const cookie = [...cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      ...(body && { method: 'POST', body }),
    });
    for (const line of response.headers.getSetCookie()) keep(line);
    const location = response.headers.get('Location');
    if (location !== null) return go(new URL(location, url).href, null);
    return { page: await response.text(), status: response.status, url };
  }

  function keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
    if (value === '') cookies.delete(name);
    else cookies.set(name, { value, path });
  }

  return {
    visit: (url) => go(url, null),
    press(visit, name, value) {
      if ('callback' in visit) throw new Error('There is no page to press a button on.');
      if (!visit.page.includes(`name="${name}" value="${value}"`)) throw new Error(`No button ${name}.`);
      return go(visit.url, new URLSearchParams({ [name]: value }));
    },
    sendForm(visit) {
      const page = 'page' in visit ? visit.page : '';
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
      const hidden = [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
      const fields = hidden.map(([, name = '', value = '']) => [name, value] as [string, string]);
      return go(action, new URLSearchParams(fields));
    },
  };
}

/** One sign-in: what the client keeps between its two requests. */
export interface SignInAttempt {
  readonly verifier: string;
  readonly url: string;
}

/** The authorize address for a new sign-in; `extra` replaces and adds parameters. */
export function beginSignIn(
  { loginOrigin, graphOrigin, clientId }: Emulator,
  tenant: Tenant,
  extra: Record<string, string> = {},
): SignInAttempt {
  const verifier = randomBytes(32).toString('base64url');
  const parameters = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUris.chromium,
    response_mode: 'fragment',
    scope: `openid profile offline_access ${graphOrigin}/User.ReadWrite`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'state-1',
    nonce: 'nonce-1',
    ...extra,
  });
  return { verifier, url: `${loginOrigin}/${tenant.id}/oauth2/v2.0/authorize?${parameters.toString()}` };
}

/** POSTs to the token endpoint as the extension does; `headers` replaces the origin. */
export function postToken(
  { loginOrigin, clientId }: Emulator,
  tenant: Tenant,
  form: Record<string, string>,
  headers: Record<string, string> = { origin: EXTENSION_ORIGIN },
): Promise<Response> {
  return fetch(`${loginOrigin}/${tenant.id}/oauth2/v2.0/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ client_id: clientId, ...form }),
  });
}

/** Reads what the token endpoint gave. Throws for an error answer. */
export async function readTokens(response: Response): Promise<TokenAnswer> {
  return v.parse(tokenAnswer, await response.json());
}

/** The form that redeems the code of a callback. */
export function codeForm(visit: Visit, { verifier }: SignInAttempt): Record<string, string> {
  if (!('callback' in visit)) throw new Error('The sign-in is not over.');
  return {
    grant_type: 'authorization_code',
    code: visit.callback.get('code') ?? '',
    code_verifier: verifier,
    redirect_uri: redirectUris.chromium,
  };
}

/** Signs a person in and gives their tokens; `extra` goes into the authorize request. */
export async function signIn(
  emulator: Emulator,
  person: Person,
  extra: Record<string, string> = {},
  browser = createFetchBrowser(emulator),
): Promise<TokenAnswer> {
  const attempt = beginSignIn(emulator, person.tenant, extra);
  const callback = await browser.press(await browser.visit(attempt.url), 'account', person.objectId);
  return readTokens(await postToken(emulator, person.tenant, codeForm(callback, attempt)));
}
