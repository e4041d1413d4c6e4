// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inState } from '../../src/outbox/edit';
import * as parts from '../../src/popup/later';
import { needsLater } from '../../src/popup/needs-later';
import { pendingSignOut } from '../../src/storage/pending-sign-out';
import { toRecord } from '../../src/storage/stored';
import { ACCOUNT_KEY, aChange, refusal } from '../support/builders';
import { EMPTY_DRAFT } from '../../src/storage/catalogue';
import { aPage } from './harness';

afterEach(cleanup);

const leaving = toRecord(pendingSignOut(ACCOUNT_KEY), {
  status: 'sending',
  ofMicrosoft: false,
  askedAtMs: 1,
});
const failed = { status: 'failed', code: 'offline', serviceCode: null, atMs: 1 } as const;

describe('what is loaded after the first paint', () => {
  it.each<[string, Parameters<typeof aPage>, boolean]>([
    ['nobody is signed in', [{ account: null, languages: null }], true],
    ['details are open', [{ draft: { ...EMPTY_DRAFT, openLine: 'german' } }], true],
    ['the last sign-in failed', [{ signIn: failed }], true],
    [
      'an edit was refused',
      [{}, { edits: [inState(aChange({}), { status: 'parked', reason: refusal })] }],
      true,
    ],
    ['an edit cannot be read', [{}, { unreadable: [{ key: 'k', text: '', reason: 'newer' }] }], true],
    ['a sign-out waits for what is sent', [{ record: leaving }], true],
    ['all is well', [{}, { edits: [aChange({ spoken: 'elementary' })] }], false],
  ])('is asked for before it when %s: %#', (_, given, isNeeded) => {
    const { state } = aPage(...given);
    expect(needsLater(state.value, true)).toBe(isNeeded);
  });

  it('opens the menu whose button was pressed before it was there', async () => {
    const showPopover = vi.fn();
    // happy-dom has no popovers.
    Object.defineProperty(HTMLElement.prototype, 'showPopover', { configurable: true, value: showPopover });
    const { later } = aPage();
    later.value = null;
    await screen.findByRole('button', { name: 'Account and settings' });
    later.value = parts;
    await screen.findByRole('button', { name: 'Settings', hidden: true });
    expect(showPopover).not.toHaveBeenCalled();
    later.value = null;
    screen.getByRole('button', { name: 'Account and settings' }).focus();
    later.value = parts;
    await expect.poll(() => showPopover.mock.calls.length).toBe(1);
  });

  it('appears as soon as it is there', async () => {
    const { later } = aPage();
    later.value = null;
    fireEvent.click(screen.getByRole('button', { name: 'Details of German' }));
    expect(screen.queryByRole('group', { name: 'Details of German' })).toBeNull();
    later.value = parts;
    expect(await screen.findByRole('group', { name: 'Details of German' })).toBeTruthy();
  });
});
