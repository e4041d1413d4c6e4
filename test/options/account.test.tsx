// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Account, type AccountProps } from '../../src/options/Account';
import type { SignInStatus } from '../../src/storage/catalogue';
import type { AccountState } from '../../src/storage/account-state';
import { type PendingSignOut, pendingSignOut } from '../../src/storage/pending-sign-out';
import { settings } from '../../src/storage/registration-keys';
import { toRecord } from '../../src/storage/stored';
import { anAccount, anAdd, aSnapshot } from '../support/builders';

interface Given {
  readonly isSignedIn?: boolean;
  readonly isConfigured?: boolean;
  readonly signIn?: SignInStatus;
  readonly languages?: Partial<AccountState>;
  readonly isDeaf?: boolean;
  /** What became of a sign-out that sends first. */
  readonly pending?: PendingSignOut;
}

/** The section, and what it asks of the worker. */
function aSection(given: Given) {
  const { isSignedIn = true, isConfigured = true, signIn, languages, isDeaf = false, pending } = given;
  const asked: string[] = [];
  const kept: AccountState = {
    snapshot: aSnapshot(),
    edits: [],
    unreadable: [],
    gate: null,
    undo: null,
    facts: { refusesProficiency: false },
    ...languages,
  };
  const page: AccountProps['page'] = {
    account: isSignedIn ? anAccount() : null,
    languages: isSignedIn ? kept : null,
    record: {
      ...toRecord(settings, contoso),
      ...(pending && toRecord(pendingSignOut(anAccount().key), pending)),
    },
    signIn: signIn ?? { status: 'idle' },
  };
  const onAsk: AccountProps['onAsk'] = (command, ...[how]) => {
    asked.push(how ? `${command}: ${how.unsent}` : command);
    return isDeaf ? Promise.reject(new Error('nobody answers')) : Promise.resolve();
  };
  const savePendingSignOut: AccountProps['savePendingSignOut'] = (_, asks) => {
    asked.push(asks ? 'send, then sign out' : 'stay');
    return Promise.resolve();
  };
  render(<Account {...{ page, isConfigured, onAsk, savePendingSignOut }} isOnline nowMs={() => NOW_MS} />);
  return asked;
}

const NOW_MS = 1_000_000_000;
const contoso = {
  cloud: 'global',
  tenant: 'contoso.com',
  clientId: '00000000-0000-4000-8000-00000000000c',
} as const;

const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const signedOut = {
  code: 'signed-out',
  count: 1,
  setAtMs: 1,
  waitMs: null,
  status: null,
  serviceCode: null,
  requestId: null,
} as const;
const unavailable = { ...signedOut, code: 'unavailable', setAtMs: NOW_MS, waitMs: 60_000 } as const;

afterEach(cleanup);

describe('the account in the settings', () => {
  it('is named with address and organisation', () => {
    aSection({});
    for (const fact of ['Ada Lindqvist', 'ada@contoso.example', 'Contoso']) screen.getByText(fact);
    expect(buttons()).toEqual(['Use another account', 'Sign out']);
  });

  it('signs out at once where nothing waits', () => {
    const asked = aSection({});
    press('Sign out');
    expect(asked).toEqual(['session/sign-out: keep']);
  });

  it.each([
    ['Send now', 'send, then sign out'],
    ['Keep for my next sign-in', 'session/sign-out: keep'],
    ['Discard and sign out', 'session/sign-out: discard'],
  ])('asks what becomes of edits, the unreadable ones too: %s', (answer, done) => {
    const unreadable = [{ key: 'k', text: '', reason: 'damaged' }] as const;
    const asked = aSection({ languages: { edits: [anAdd()], unreadable } });
    press('Sign out');
    screen.getByText(/^2 edits have not reached Microsoft 365 yet\. What you keep stays in this browser/);
    expect(asked).toEqual([]);
    press(answer);
    expect(asked).toEqual([done]);
  });

  it('says in the question why not everything could be sent', () => {
    const pending = { status: 'not-all-sent', ofMicrosoft: false, askedAtMs: NOW_MS } as const;
    aSection({ languages: { edits: [anAdd()], gate: unavailable }, pending });
    press('Sign out');
    expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toMatch(
      /^Not everything could be sent, so you are still signed in\. Microsoft 365 does not answer/,
    );
  });

  it.each([
    ['sending', 'You are signed out once everything is sent.', 'Stay signed in'],
    ['not-all-sent', 'Not everything could be sent, so you are still signed in.', 'Close'],
  ] as const)(
    'says that a sign-out is %s and how edits stand, and can be told to stay',
    (status, words, button) => {
      const pending = { status, ofMicrosoft: false, askedAtMs: NOW_MS };
      const asked = aSection({ languages: { edits: [anAdd()], gate: unavailable }, pending });
      screen.getByText(words);
      press(button);
      expect(asked).toEqual(['stay']);
      expect(document.activeElement?.textContent).toBe('Sign out');
    },
  );

  it('says nothing of a sign-out that nothing waits for any more', () => {
    aSection({ pending: { status: 'sending', ofMicrosoft: false, askedAtMs: NOW_MS } });
    expect(screen.queryByRole('button', { name: 'Stay signed in' })).toBeNull();
  });

  it('keeps who stays', () => {
    const asked = aSection({ languages: { edits: [anAdd()] } });
    press('Sign out');
    press('Stay signed in');
    // What a popup asked for may still be sending.
    expect(asked).toEqual(['stay']);
  });

  it('lets another account sign in', () => {
    const asked = aSection({});
    press('Use another account');
    expect(asked).toEqual(['session/sign-in']);
  });

  it('asks for a sign-in where only that goes on', () => {
    const asked = aSection({ languages: { gate: signedOut } });
    expect(buttons()).toEqual(['Sign in', 'Sign out']);
    press('Sign in');
    expect(asked).toEqual(['session/sign-in']);
  });

  it('asks nobody to sign in before the settings say with what', () => {
    const asked = aSection({ isSignedIn: false, isConfigured: false });
    screen.getByText('The settings are not complete.');
    press('Sign in');
    expect(asked).toEqual([]);
  });

  it('joins a sign-in that is under way, and begins one where that was lost with its worker', () => {
    const asked = aSection({ isSignedIn: false, signIn: { status: 'running' } });
    screen.getByText('Finish signing in in the window that opened.');
    press('Sign in');
    expect(asked).toEqual(['session/sign-in']);
  });

  it('says why the last sign-in did not work, with its code', () => {
    const signIn = { status: 'failed', code: 'blocked', serviceCode: 'AADSTS53003', atMs: 1 } as const;
    aSection({ isSignedIn: false, signIn });
    expect(screen.getByRole('alert').textContent).toMatch(/^Your organisation’s policy blocks.*AADSTS53003$/);
  });

  it.each([
    ['blocked', 'Use another account', 0],
    ['needs-approval', 'Sign in', 1],
    ['declined', 'Sign in', 1],
  ] as const)('offers what can be done after %s', (code, way, links) => {
    aSection({ isSignedIn: false, signIn: { status: 'failed', code, serviceCode: null, atMs: 1 } });
    screen.getByRole('button', { name: way });
    expect(screen.queryAllByRole('button', { name: 'Copy link for your administrator' })).toHaveLength(links);
  });

  it.each([
    ['a minute ago', 'blocked', NOW_MS - 60_000, 1],
    ['an hour ago', 'blocked', NOW_MS - 3_600_000, 0],
    ['just now, by whoever closed the window', 'cancelled', NOW_MS, 0],
  ] as const)('tells who is signed in what went wrong %s, or does not', (_, code, atMs, alerts) => {
    aSection({ signIn: { status: 'failed', code, serviceCode: null, atMs } });
    expect(screen.queryAllByRole('alert')).toHaveLength(alerts);
  });

  it('says so where the worker does not answer', async () => {
    aSection({ isDeaf: true });
    press('Sign out');
    expect((await screen.findByRole('alert')).textContent).toMatch(/^That did not work just now/);
  });
});
