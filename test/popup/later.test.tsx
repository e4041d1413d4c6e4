// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import * as parts from '../../src/popup/later';
import { needsLater } from '../../src/popup/needs-later';
import { aChange, refusal } from '../support/builders';
import { EMPTY_DRAFT } from '../../src/storage/catalogue';
import { aPage } from './harness';

afterEach(cleanup);

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
    ['all is well', [{}, { edits: [aChange({ spoken: 'elementary' })] }], false],
  ])('is asked for before it when %s: %#', (_, given, isNeeded) => {
    const { state } = aPage(...given);
    expect(needsLater(state.value, true)).toBe(isNeeded);
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
