// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { SignInStatus } from '../../src/storage/catalogue';
import { aRemoval } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

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
    ['Send now', 'send'],
    ['Keep for my next sign-in', 'keep'],
    ['Discard and sign out', 'discard'],
  ])('asks first where edits wait, and then does what was chosen: %s', (name, unsent) => {
    const { sent } = aQuestion();
    expect(screen.getByText(/1 edit has not reached Microsoft 365 yet/)).toBeTruthy();
    expect(sent).toEqual([]);
    press(name);
    expect(sent).toEqual([`session/sign-out ${unsent}`]);
  });

  it('is taken back where the person would rather stay', () => {
    const { sent } = aQuestion();
    press('Stay signed in');
    // A sign-out of another popup may still be sending.
    expect([sent, screen.queryByRole('dialog', { hidden: true })]).toEqual([['session/stay'], null]);
  });

  it('says why not everything could be sent, and offers the other ways still', async () => {
    const { sent, isOnline } = aQuestion();
    isOnline.value = false;
    press('Send now');
    const dialog = within(await screen.findByRole('dialog'));
    const words = 'Not everything could be sent, so you are still signed in. Offline: 1 edit waiting';
    expect((await dialog.findByRole('alert')).textContent).toBe(words);
    press('Keep for my next sign-in');
    expect(sent).toEqual(['session/sign-out send', 'session/sign-out keep']);
  });

  it('says so where the worker did not do it', async () => {
    const { deafenWorker } = aQuestion();
    deafenWorker();
    press('Send now');
    expect((await screen.findByRole('alert')).textContent).toMatch(/^That did not work just now/);
  });

  it('is sent once however often it is pressed, and taken back by whoever stays', async () => {
    const { sent, busyWorker } = aQuestion();
    busyWorker();
    press('Send now');
    await within(screen.getByRole('dialog')).findByRole('status');
    press('Send now');
    press('Stay signed in');
    expect(sent).toEqual(['session/sign-out send', 'session/stay']);
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
    ['Send now', 'send'],
    ['Keep for my next sign-in', 'keep'],
  ])('asks about edits that wait as well: %s', (name, unsent) => {
    const { sent } = aQuestion('Sign out of Microsoft, too');
    press(name);
    expect(sent).toEqual([`session/sign-out ${unsent} of-microsoft`]);
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
