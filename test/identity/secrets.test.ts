import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SignInFailure } from '../../src/identity/failure';
import { aConfiguration, json, refusal, SECRET } from './fake-directory';
import { failureOf, setUp } from './set-up';

/** Everything that a log, a report or a debugger could show of an error. */
function everythingOf(error: Error): string {
  return [
    String(error),
    error.stack ?? '',
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
    inspect(error, { depth: Infinity, showHidden: true }),
    ...(error.cause instanceof Error ? [everythingOf(error.cause)] : []),
  ].join('\n');
}

const bentAnswers: [string, (answer: Record<string, unknown>) => Record<string, unknown>][] = [
  ['a token of another type', (answer) => ({ ...answer, token_type: `${SECRET}type` })],
  ['an encrypted id_token', (answer) => ({ ...answer, id_token: `${SECRET}.b.c.d.e` })],
  ['an id_token that is none', (answer) => ({ ...answer, id_token: `${SECRET}.b` })],
  ['no id_token', (answer) => ({ ...answer, id_token: undefined })],
  ['a scope that is no text', (answer) => ({ ...answer, scope: [`${SECRET}scope`] })],
  ['a lifetime that is no number', (answer) => ({ ...answer, expires_in: `${SECRET}soon` })],
  ['a refresh token that is no text', (answer) => ({ ...answer, refresh_token: [`${SECRET}refresh`] })],
];

describe('a failure', () => {
  it.each(bentAnswers)('shows no token after %s', async (_, alterAnswer) => {
    const { directory, identity } = setUp();
    directory.alterAnswer = alterAnswer;
    expect(everythingOf(await failureOf(identity.signIn(aConfiguration)))).not.toContain(SECRET);
  });

  it.each([
    ['an answer with tokens and a bad status', () => json(201, { access_token: `${SECRET}access` })],
    ['a refusal that repeats the token', () => refusal(`${SECRET}error`, `AADSTS1 ${SECRET}description`)],
    [
      'a body that is cut off',
      () => new Response(`{"access_token":"${SECRET}`, { headers: { 'content-type': 'application/json' } }),
    ],
    [
      'a page that repeats the token',
      () => new Response(`<p>${SECRET}`, { headers: { 'content-type': 'text/html' } }),
    ],
    ['a network error that names the token', () => Promise.reject(new TypeError(`${SECRET}url`))],
  ])('shows no token after %s', async (_, answer) => {
    const { directory, identity, clock } = setUp();
    const account = await identity.signIn(aConfiguration);
    clock.offsetMs = 3_600_000;
    directory.intercept = answer;
    expect(everythingOf(await failureOf(identity.accessToken(account)))).not.toContain(SECRET);
    expect(everythingOf(await failureOf(identity.signIn(aConfiguration)))).not.toContain(SECRET);
  });

  it('shows no callback', async () => {
    const { directory, identity } = setUp();
    directory.alterCallback = (url) => url.href.replace('state=', `state=${SECRET}`);
    expect(everythingOf(await failureOf(identity.signIn(aConfiguration)))).not.toContain(SECRET);
  });

  it('shows no token when storage fails', async () => {
    const { identity, tokens } = setUp();
    tokens.write = ({ accessToken }) => Promise.reject(new Error(`quota: ${accessToken}`));
    const failure = await failureOf(identity.signIn(aConfiguration));
    expect(failure).toBeInstanceOf(SignInFailure);
    expect(everythingOf(failure)).not.toContain(SECRET);
  });
});

describe('the room', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('writes nothing to the console, and tokens into no address', async () => {
    const methods = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      vi.spyOn(console, name),
    );
    const { directory, identity, clock } = setUp();
    const account = await identity.signIn(aConfiguration);
    clock.offsetMs = 3_600_000;
    await identity.accessToken(account);
    for (const method of methods) expect(method).not.toHaveBeenCalled();
    const addresses = [...directory.launched, ...directory.exchanges.map(({ url }) => url)];
    expect(addresses.map((url) => url.href).join()).not.toContain(SECRET);
  });
});
