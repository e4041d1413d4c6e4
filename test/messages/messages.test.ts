import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SignOut } from '../../src/messages/contract';
import { createReceiver, type Sender } from '../../src/messages/receive';
import { send } from '../../src/messages/send';
import { answerMessages, resetBrowser } from '../support/browser';

const own = { id: 'an-extension', pagesOrigin: 'chrome-extension://an-extension/' };
const popup: Sender = { id: own.id, url: `${own.pagesOrigin}src/popup/index.html`, frameId: 0 };
const message = { app: 'profile-languages', command: 'sync/look' };

function aReceiver() {
  const done: string[] = [];
  const note = (name: string) => (how?: SignOut) =>
    Promise.resolve(void done.push(how ? `${name} ${how.unsent}` : name));
  const receive = createReceiver(own, {
    'session/sign-in': note('session/sign-in'),
    'session/sign-out': note('session/sign-out'),
    'sync/look': note('sync/look'),
    'sync/retry': () => Promise.reject(new Error('broken')),
    'sync/discard-unreadable': note('sync/discard-unreadable'),
  });
  return { done, receive };
}

afterEach(resetBrowser);

describe('the receiver', () => {
  it('carries out a command of its own page', async () => {
    const { done, receive } = aReceiver();
    await expect(receive(message, popup)).resolves.toEqual({ ok: true });
    expect(done).toEqual(['sync/look']);
  });

  it('answers a command that failed, and tells the console', async () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    await expect(aReceiver().receive({ ...message, command: 'sync/retry' }, popup)).resolves.toEqual({
      ok: false,
    });
    expect(report).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it.each<[string, Sender]>([
    ['nobody', {}],
    ['another extension', { ...popup, id: 'another' }],
    ['a web page', { ...popup, url: 'https://evil.example/' }],
    [
      'a page whose host only begins like ours',
      { ...popup, url: 'chrome-extension://an-extension.evil.example/' },
    ],
    ['a frame within our page', { ...popup, frameId: 3 }],
    ['a file', { ...popup, url: 'file:///etc/passwd' }],
    ['a page without an address', { id: own.id }],
  ])('does not listen to %s', (_, sender) => {
    const { done, receive } = aReceiver();
    expect(receive(message, sender)).toBeUndefined();
    expect(done).toEqual([]);
  });

  it('hands over how somebody signs out', async () => {
    const { done, receive } = aReceiver();
    const how = { accountKey: 'k', unsent: 'keep', ofMicrosoft: true };
    const raw = { app: 'profile-languages', command: 'session/sign-out', how };
    await expect(receive(raw, popup)).resolves.toEqual({ ok: true });
    expect(done).toEqual(['session/sign-out keep']);
  });

  it.each([
    [undefined],
    [{}],
    [null],
    ['keep'],
    [{ unsent: 'burn', ofMicrosoft: false }],
    [{ unsent: 'keep' }],
  ])('does not listen to a sign-out that nobody can mean: %j', (how) => {
    const { done, receive } = aReceiver();
    const raw = { app: 'profile-languages', command: 'session/sign-out', how };
    expect(receive(raw, popup)).toBeUndefined();
    expect(done).toEqual([]);
  });

  it('leaves everything alone that is no command', () => {
    const { done, receive } = aReceiver();
    for (const command of ['toString', '__proto__', 'constructor', '', null, 1]) {
      expect(receive({ app: 'profile-languages', command }, popup)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(receive(raw, popup)).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
    expect(done).toEqual([]);
  });
});

describe('send', () => {
  it('sends the command in its envelope', async () => {
    const sent: unknown[] = [];
    answerMessages((raw) => Promise.resolve(void sent.push(raw)).then(() => ({ ok: true })));
    await send('sync/look');
    expect(sent).toEqual([message]);
  });

  it('says how somebody signs out', async () => {
    const sent: unknown[] = [];
    answerMessages((raw) => Promise.resolve(void sent.push(raw)).then(() => ({ ok: true })));
    const how = { accountKey: 'k', unsent: 'keep', ofMicrosoft: false } as const;
    await send('session/sign-out', how);
    expect(sent).toEqual([{ app: 'profile-languages', command: 'session/sign-out', how }]);
  });

  it.each([[undefined], [null], ['yes'], [{ ok: false }], [{}]])(
    'takes the answer %j for a failure',
    async (reply) => {
      answerMessages(() => Promise.resolve(reply));
      await expect(send('sync/look')).rejects.toThrow('The worker did not do sync/look');
    },
  );

  it('settles where nobody is there to answer', async () => {
    await expect(send('sync/look')).rejects.toThrow();
  });
});
