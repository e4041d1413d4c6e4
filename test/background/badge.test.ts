import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { badgeOf, keepBadge } from '../../src/background/badge';
import { attention } from '../../src/outbox/attention';
import { type Edit, inState } from '../../src/outbox/edit';
import type { Gate } from '../../src/outbox/gate';
import { toAccountRecord } from '../../src/storage/account-record';
import type { AccountState } from '../../src/storage/account-state';
import * as catalogue from '../../src/storage/catalogue';
import { toRecord } from '../../src/storage/stored';
import { ACCOUNT_KEY, aChange, anAccount, anAdd, aSnapshot, someFields, refusal } from '../support/builders';
import { fakeBrowser, resetBrowser } from '../support/browser';

function refused<E extends Edit>(edit: E): E {
  return inState(edit, { status: 'parked', reason: refusal });
}

function aGate(code: Gate['code']): Gate {
  return { code, waitMs: null, count: 1, setAtMs: 1, status: null, serviceCode: null, requestId: null };
}

function badge(languages: Partial<AccountState>) {
  const nothing = { snapshot: aSnapshot(), edits: [], unreadable: [], gate: null, undo: null };
  return badgeOf(attention({ ...nothing, ...languages }));
}

describe('the badge', () => {
  const unreadable = { key: 'k', text: '', reason: 'damaged' } as const;
  const welsh = someFields({ displayName: 'Welsh', tag: 'cy' });
  const irish = anAdd({ fields: someFields({ displayName: 'Irish', tag: 'ga' }) });
  const manyRefused = Array.from({ length: 120 }, (_, n) =>
    refused(anAdd({ fields: someFields({ displayName: `Language ${n}`, tag: null }) })),
  );

  it.each<[string, Partial<AccountState>, string, string]>([
    ['nothing while all is saved', {}, '', 'Profile Languages'],
    ['nothing for edits that go their way', { edits: [anAdd()] }, '', 'Profile Languages'],
    [
      'refused edits',
      { edits: [refused(anAdd({ fields: welsh })), refused(aChange({ audience: 'me' })), irish] },
      '2',
      'Profile Languages: 2 edits need you',
    ],
    [
      'two refused edits of one language once, as the list does',
      { edits: [refused(aChange({ audience: 'me' })), refused(aChange({ spoken: 'elementary' }))] },
      '1',
      'Profile Languages: 1 edit needs you',
    ],
    [
      'what cannot be read as well',
      { edits: [refused(anAdd())], unreadable: [unreadable] },
      '2',
      'Profile Languages: 2 edits need you',
    ],
    [
      'all that waits while a sign-in is needed',
      { edits: [anAdd(), refused(anAdd())], gate: aGate('signed-out') },
      '2',
      'Profile Languages: Sign in to send 2 edits',
    ],
    ['nothing while a sign-in would only refresh', { gate: aGate('signed-out') }, '', 'Profile Languages'],
    [
      'nothing that goes on by itself',
      { edits: [anAdd()], gate: aGate('throttled') },
      '',
      'Profile Languages',
    ],
    ['no more figures than fit', { edits: manyRefused }, '99+', 'Profile Languages: 120 edits need you'],
  ])('counts %s', (_, languages, text, title) => {
    expect(badge(languages)).toMatchObject({ text, title });
  });

  it('has a colour of its own for a sign-in', () => {
    const edits = [refused(anAdd())];
    const colors = [badge({ edits }), badge({ edits, gate: aGate('signed-out') })].map(({ color }) => color);
    expect(colors).toEqual(['#b3261e', '#875800']);
  });
});

/** What the toolbar shows, and how often it was painted. */
function fakeAction() {
  const shown = { text: '', title: '', color: '', textColor: '', paints: 0 };
  const set = (change: Partial<typeof shown>) => {
    Object.assign(shown, change);
    return Promise.resolve();
  };
  return {
    shown,
    setBadgeText: ({ text }: { text: string }) => set({ text, paints: shown.paints + 1 }),
    setTitle: ({ title }: { title: string }) => set({ title }),
    setBadgeBackgroundColor: ({ color }: { color: string }) => set({ color }),
    setBadgeTextColor: ({ color }: { color: string }) => set({ textColor: color }),
  };
}

describe('keepBadge', () => {
  const { local } = fakeBrowser.storage;
  const store = (changes: Parameters<typeof toAccountRecord>[1]) =>
    local.set(toAccountRecord(ACCOUNT_KEY, changes));
  let action = fakeAction();
  let errors: unknown[] = [];

  beforeEach(async () => {
    resetBrowser();
    action = fakeAction();
    errors = [];
    Object.assign(fakeBrowser, { action });
    vi.stubGlobal('reportError', (error: unknown) => errors.push(error));
    await local.set(toRecord(catalogue.account, anAccount()));
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    expect(errors).toEqual([]);
  });

  it('is empty while nobody is signed in', async () => {
    await local.remove(catalogue.account.key);
    keepBadge();
    await expect.poll(() => action.shown.paints).toBe(1);
    expect(action.shown).toMatchObject({ text: '', title: 'Profile Languages' });
  });

  it('paints what is stored when the worker starts', async () => {
    await store({ snapshot: aSnapshot(), edits: [refused(anAdd())] });
    keepBadge();
    await expect.poll(() => action.shown).toMatchObject({ text: '1', textColor: '#ffffff' });
    expect(action.shown.title).toBe('Profile Languages: 1 edit needs you');
  });

  it('follows what is stored, in one read and without painting the same again', async () => {
    const get = vi.spyOn(local, 'get');
    const edit = anAdd();
    keepBadge();
    await expect.poll(() => action.shown.paints).toBe(1);
    await store({ edits: [edit] });
    await store({ edits: [refused(edit)] });
    await expect.poll(() => action.shown.text).toBe('1');
    await store({ undo: null });
    await local.remove(catalogue.edit(ACCOUNT_KEY, edit.id).key);
    await expect.poll(() => action.shown.text).toBe('');
    expect(action.shown.paints).toBe(3);
    expect(get).toHaveBeenCalledOnce();
  });

  it('shows nothing any more after a sign-out', async () => {
    await store({ edits: [anAdd()], gate: aGate('signed-out') });
    keepBadge();
    await expect.poll(() => action.shown.text).toBe('1');
    await local.remove(Object.keys(await local.get(null)));
    await expect.poll(() => action.shown).toMatchObject({ text: '', title: 'Profile Languages' });
  });

  it('counts an edit that cannot be read until it is discarded', async () => {
    const { key } = catalogue.edit(ACCOUNT_KEY, 'x');
    await local.set({ [key]: '{"version":' });
    keepBadge();
    await expect.poll(() => action.shown.text).toBe('1');
    await local.remove(key);
    await expect.poll(() => action.shown.text).toBe('');
  });

  it('reports what the browser refuses', async () => {
    const refusal = new Error('no toolbar');
    action.setTitle = () => Promise.reject(refusal);
    keepBadge();
    await expect.poll(() => errors).toEqual([refusal]);
    errors = [];
  });

  it('reports a storage that cannot be read', async () => {
    const failure = new Error('unreadable');
    vi.spyOn(local, 'get').mockRejectedValue(failure);
    keepBadge();
    await expect.poll(() => errors).toEqual([failure]);
    errors = [];
  });
});
