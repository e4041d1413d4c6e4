// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { accountKey } from '../../src/identity/account-key';
import { createIdentity } from '../../src/identity/create-identity';
import { App } from '../../src/popup/App';
import * as later from '../../src/popup/later';
import '../../src/popup/LanguageSearch';
import { log } from '../../src/storage/log-entry';
import * as registration from '../../src/storage/registration-keys';
import { sessionTokenStore } from '../../src/storage/secrets';
import { toRecord } from '../../src/storage/stored';
import { aConfiguration, ada, bo, fakeDirectory, html, refusal, TENANT } from '../identity/fake-directory';
import { type Deed } from '../model/commands';
import { perform, pick } from '../model/deeds';
import type { Page } from '../world/page';
import { refusal as graphRefusal } from '../world/service-routes';
import { createWorld, type World } from '../world/world';
import { ask, leaveOnceSent, signOut } from './set-up';

afterEach(cleanup);

const STEPS = 1_000;
const SLICE = 12;
const STOCK = [
  ['German', 'de-DE'],
  ['Japanese', 'ja-JP'],
  ['Welsh', 'cy-GB'],
] as const;

/** Every token that was ever given, cut into all its parts of twelve characters. */
function watchTokens() {
  const slices = new Set<string>();
  const clean = new Set<string>();
  const slicesOf = (text: string) =>
    Array.from({ length: Math.max(text.length - SLICE + 1, 0) }, (_, at) => text.slice(at, at + SLICE));
  return {
    count: 0,
    add(token: unknown) {
      this.count += 1;
      for (const slice of slicesOf(String(token))) slices.add(slice);
    },
    /** Throws where there is a part of a token in it. What was looked through once is not again. */
    assertNoneIn(where: string, text: string) {
      if (clean.has(text)) return;
      const found = slicesOf(text).find((slice) => slices.has(slice));
      if (found !== undefined) throw new Error(`${where} has ${found} of a token: ${text.slice(0, 200)}`);
      clean.add(text);
    },
    isIn: (text: string) => slicesOf(text).some((slice) => slices.has(slice)),
  };
}

type Tokens = ReturnType<typeof watchTokens>;

/** The whole extension with its real identity room, over a directory that knows Ada and Bo. */
async function aLife(tokens: Tokens) {
  const directory = fakeDirectory();
  const keys = new Map<string, string>();
  for (const { oid } of [ada, bo]) keys.set(oid, await accountKey('global', TENANT, oid));
  let owner = '';
  directory.alterClaims = (claims) => {
    owner = keys.get(String(claims['oid'])) ?? '';
    return claims;
  };
  directory.alterAnswer = (answer) => {
    const access_token = crypto.randomUUID() + crypto.randomUUID();
    world.service.mint(owner, access_token);
    const given: Record<string, unknown> = { ...answer, access_token };
    for (const name of ['access_token', 'refresh_token', 'id_token']) tokens.add(given[name]);
    return given;
  };
  const world: World = createWorld({
    isSignedIn: false,
    identityOf: () =>
      createIdentity({
        webAuth: directory.webAuth,
        tokens: sessionTokenStore,
        fetch: directory.fetch,
        nowMs: world.clock.nowMs,
        configuration: () => Promise.resolve(aConfiguration),
        withLock: (_name, work) => work(),
      }),
  });
  world.local.write(toRecord(registration.settings, aConfiguration));
  world.onStep = ({ point, about, values }) => {
    for (const [key, value] of Object.entries(values)) {
      if (point !== 'session.set' || key === log.key) tokens.assertNoneIn(`${point} ${key}`, String(value));
    }
    tokens.assertNoneIn(point, about.join());
  };
  return { directory, world };
}

/** Shows what the popup of a world shows, in the document. */
function paint(page: Page): void {
  page.act((popup) => {
    const nothing = () => Promise.resolve();
    const tools = {
      ...{ isOnline: signal(true), browserTags: signal(['cy']), later: signal(later) },
      ...{ send: nothing, appendEdit: nothing, decideEdits: nothing, saveDraft: nothing },
      ...{
        savePreferences: nothing,
        savePendingSignOut: nothing,
        openSettings: () => undefined,
        openInTab: () => undefined,
      },
      ...{ newId: () => '', nowMs: () => 0 },
    };
    render(<App state={{ ...popup, later: tools.later }} tools={tools} />);
  });
}

type Life = Awaited<ReturnType<typeof aLife>>;

/** What can happen, each as often as it stands here. */
function happenings({ directory, world }: Life, page: () => Page, random: () => number) {
  const any = (count: number) => Math.floor(random() * count);
  const signIn = () => {
    directory.session = any(2) === 0 ? ada : bo;
    ask(page(), 'session/sign-in');
  };
  const edit = () => {
    const deeds: readonly Deed[] = [
      { do: 'add', language: any(3), level: any(6) },
      { do: 'level', line: any(3), level: any(6) },
      { do: 'remove', line: any(3) },
      { do: 'undo' },
    ];
    page().act((popup, { page: { account } }) => {
      if (account) perform(popup, pick(deeds, any(4)) ?? { do: 'undo' }, STOCK);
    });
  };
  const leave = () => {
    const unsent = pick(['send', 'keep', 'discard'] as const, any(3)) ?? 'send';
    const ofMicrosoft = any(2) === 0;
    if (unsent === 'send') leaveOnceSent(page(), ofMicrosoft);
    else signOut(page(), { unsent, ofMicrosoft });
  };
  const failures: readonly (() => void)[] = [
    () => (directory.isOffline = true),
    () => (directory.session = null),
    () => (directory.intercept = () => html(502)),
    () => (directory.intercept = () => refusal('invalid_grant', 'AADSTS53003: Blocked')),
    () => (directory.alterCallback = (url) => url.href.replace('state=', 'state=x')),
    () => (world.service.fateOf = () => ({ executes: false, answer: () => graphRefusal(401) })),
    () => (world.service.fateOf = () => ({ answer: 'lost' })),
    () => {
      directory.revokeRefreshTokens();
    },
  ];
  const recover = () => {
    Object.assign(directory, { isOffline: false, intercept: () => null, session: ada });
    directory.alterCallback = (url) => url.href;
    world.service.fateOf = () => ({});
  };
  const fail = () => pick(failures, any(failures.length))?.();
  const expire = () => world.advance(3_600_000);
  const look = () => {
    ask(page(), 'sync/retry');
  };
  const restart = () => {
    world.restartBrowser();
  };
  const kill = () => {
    world.worker.kill();
  };
  return [
    ...[signIn, signIn, signIn, edit, edit, edit, edit, expire, look],
    ...[fail, recover, recover, leave, restart, kill],
  ] as const;
}

it(`is a token, or a part of one, but in memory: after ${STEPS} random steps`, async () => {
  const tokens = watchTokens();
  const said: string[] = [];
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...words) => void said.push(words.map(String).join(' '))),
  );
  const life = await aLife(tokens);
  const { directory, world } = life;
  let page = world.openPage();
  const settle = async () => {
    await world.advance(500);
    // Digests are made elsewhere, and take no time of this world's clock.
    await new Promise((resolve) => setTimeout(resolve, 2));
    await world.advance(500);
  };
  const steps = happenings(
    life,
    () => page,
    () => world.random(),
  );
  let secretly = 0;
  await settle();
  for (let step = 0; step < STEPS; step += 1) {
    await pick(steps, Math.floor(world.random() * steps.length))?.();
    await settle();
    if (!page.isOpen) {
      page = world.openPage();
      await settle();
    }
    const { local, sync, mirror, session, shown, reports } = world;
    for (const area of [local, sync, mirror]) {
      for (const entry of Object.entries(area.record)) tokens.assertNoneIn('storage', entry.join());
    }
    // It shows nothing but what stands in storage, which is looked through at each step.
    if (step % 5 === 0) {
      paint(page);
      for (const tag of document.documentElement.outerHTML.split('<')) tokens.assertNoneIn('the popup', tag);
      cleanup();
    }
    const urls = [...directory.exchanges.map(({ url }) => url), ...directory.launched].map(
      ({ href }) => href,
    );
    for (const url of [...urls, ...shown.tabs]) tokens.assertNoneIn('an address', url);
    for (const words of [...said, ...reports.map(String), shown.title]) tokens.assertNoneIn('a log', words);
    if (tokens.isIn(JSON.stringify(session.record))) secretly += 1;
    directory.exchanges.length = 0;
    directory.launched.length = 0;
  }
  for (const spy of spies) spy.mockRestore();
  // Else it would prove nothing.
  const { log, executions } = world.service;
  expect(Math.min(tokens.count / 3, secretly, log.length, executions.length)).toBeGreaterThan(STEPS / 20);
  expect(new Set(log.map(({ account }) => account)).size).toBeGreaterThan(1);
}, 120_000);
