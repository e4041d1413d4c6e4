// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { SignInStatus } from '../../src/storage/catalogue';
import { type PendingSignOut, pendingSignOut } from '../../src/storage/pending-sign-out';
import { toRecord } from '../../src/storage/stored';
import { ACCOUNT_KEY, aRemoval } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

const ASKED_MS = new Date('2026-11-21T14:05:00').getTime();

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));

/** A page with an edit that waits, and the question before its sign-out. */
function aQuestion(item = 'Sign out') {
  const page = aPage({}, { edits: [aRemoval()] });
  press(item);
  return page;
}

function allSent({ state }: ReturnType<typeof aPage>): void {
  const { languages } = state.value;
  state.value = { ...state.value, languages: languages && { ...languages, edits: [] } };
}

describe('a sign-out', () => {
  it('asks nothing where everything is sent', () => {
    const { sent } = aPage();
    press('Sign out');
    expect(sent).toEqual(['session/sign-out keep']);
  });

  it.each([
    ['Send now', 'send, then sign out'],
    ['Keep for my next sign-in', 'session/sign-out keep'],
    ['Discard and sign out', 'session/sign-out discard'],
  ])('asks first where edits wait, and then does what was chosen: %s', (name, done) => {
    const { sent } = aQuestion();
    expect(screen.getByText(/1 edit has not reached Microsoft 365 yet/)).toBeTruthy();
    expect(sent).toEqual([]);
    press(name);
    expect(sent).toEqual([done]);
  });

  it('is taken back where the person would rather stay', () => {
    const { sent } = aQuestion();
    press('Stay signed in');
    // What another page asked for may still be sending.
    expect([sent, screen.queryByRole('dialog', { hidden: true })]).toEqual([['stay'], null]);
  });

  it('says why not everything could be sent, and offers the other ways still', async () => {
    const page = aQuestion();
    page.isOnline.value = false;
    press('Send now');
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByRole('status');
    answer(page, 'not-all-sent');
    const words = 'Not everything could be sent, so you are still signed in. Offline: 1 edit waiting';
    expect((await dialog.findByRole('alert')).textContent).toBe(words);
    press('Keep for my next sign-in');
    expect(page.sent).toEqual(['send, then sign out', 'session/sign-out keep']);
  });

  it('says so where it could not be stored', async () => {
    const { fillStorage } = aQuestion();
    fillStorage();
    press('Send now');
    expect((await screen.findByRole('alert')).textContent).toMatch(/^This device has no room/);
  });

  it('is asked for once however often it is pressed, and taken back by whoever stays', async () => {
    const { sent } = aQuestion();
    press('Send now');
    await within(screen.getByRole('dialog')).findByRole('status');
    press('Send now');
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Stay signed in' }));
    expect(sent).toEqual(['send, then sign out', 'stay']);
    // Who was asked here is not told of it a second time.
    expect(screen.queryByText('You are signed out once everything is sent.')).toBeNull();
  });

  it('tells of no loss where the last edit is sent while it asks', async () => {
    const page = aQuestion();
    allSent(page);
    const dialog = within(await screen.findByRole('dialog', { name: 'Sign out' }));
    expect(dialog.queryByText(/edits? ha(s|ve) not reached/)).toBeNull();
    expect(dialog.queryByRole('button', { name: 'Send now' })).toBeNull();
    fireEvent.click(dialog.getByRole('button', { name: 'Sign out' }));
    expect(page.sent).toEqual(['session/sign-out keep']);
  });
});

/** What the worker stores about a sign-out that sends first. */
function answer({ state }: ReturnType<typeof aPage>, status: PendingSignOut['status']): void {
  const stored = pendingSignOut(ACCOUNT_KEY);
  const pending = { status, ofMicrosoft: false, askedAtMs: ASKED_MS };
  state.value = { ...state.value, record: { ...state.value.record, ...toRecord(stored, pending) } };
}

describe('a popup that is opened after somebody chose to send first', () => {
  /** It was asked for before, or in another page while this one is open; the edit was made by then, or later. */
  function opened(status: PendingSignOut['status'], madeAtMs = ASKED_MS - 1) {
    const record = toRecord(pendingSignOut(ACCOUNT_KEY), { status, ofMicrosoft: false, askedAtMs: ASKED_MS });
    return aPage({ record }, { edits: [{ ...aRemoval(), madeAtMs }] });
  }

  it('says that they are signed out once everything is sent, and lets them stay', () => {
    const { sent } = opened('sending');
    expect(screen.getByText('You are signed out once everything is sent.')).toBeTruthy();
    press('Stay signed in');
    expect(sent).toEqual(['stay']);
    expect(screen.queryByText('You are signed out once everything is sent.')).toBeNull();
  });

  it('says that it did not come about', () => {
    opened('not-all-sent');
    expect(screen.getByRole('alert').textContent).toContain('Not everything could be sent');
  });

  it('says nothing of it where only later edits wait', () => {
    opened('not-all-sent', ASKED_MS + 1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says nothing of what is asked for in another page meanwhile', () => {
    const page = aPage({}, { edits: [{ ...aRemoval(), madeAtMs: ASKED_MS - 1 }] });
    answer(page, 'not-all-sent');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a sign-out of Microsoft, too', () => {
  it('says first what it ends', () => {
    const { sent } = aPage();
    press('Sign out of Microsoft, too');
    expect(screen.getByText(/Outlook, Teams and every other Microsoft site/)).toBeTruthy();
    expect(sent).toEqual([]);
    const dialog = within(screen.getByRole('dialog', { name: 'Sign out of Microsoft, too' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Sign out' }));
    expect(sent).toEqual(['session/sign-out keep of-microsoft']);
  });

  it.each([
    ['Send now', 'send, then sign out of-microsoft'],
    ['Keep for my next sign-in', 'session/sign-out keep of-microsoft'],
  ])('asks about edits that wait as well: %s', (name, done) => {
    const { sent } = aQuestion('Sign out of Microsoft, too');
    press(name);
    expect(sent).toEqual([done]);
  });
});

describe('another account', () => {
  const failed = (status: Partial<SignInStatus> = {}) =>
    ({ status: 'failed', code: 'blocked', serviceCode: null, atMs: 0, ...status }) as SignInStatus;
  const nowMs = new Date('2026-11-21T14:05:00').getTime();

  it('is signed in by the menu', () => {
    const { sent } = aPage();
    press('Use another account');
    expect(sent).toEqual(['session/sign-in']);
  });

  it('is waited for in words', () => {
    aPage({ signIn: { status: 'running' } });
    expect(screen.getByText('Finish signing in in the window that opened.')).toBeTruthy();
  });

  it.each<[string, SignInStatus, boolean]>([
    ['where that did not work a moment ago', failed({ atMs: nowMs - 60_000 }), true],
    ['but not for ever', failed({ atMs: nowMs - 3_600_000 }), false],
    ['but not to whoever closed the window', failed({ atMs: nowMs, code: 'cancelled' }), false],
  ])('is told about %s', (_, signIn, isTold) => {
    aPage({ signIn });
    expect(screen.queryByRole('alert') !== null).toBe(isTold);
  });

  it('and the same one is told for as long as only a sign-in can go on', () => {
    const waits = { count: 1, setAtMs: 1, waitMs: null, status: null, serviceCode: null, requestId: null };
    aPage({ signIn: failed({ code: 'cancelled' }) }, { gate: { code: 'signed-out', ...waits } });
    expect(screen.getByRole('alert').textContent).toContain('Sign-in was cancelled.');
  });
});
