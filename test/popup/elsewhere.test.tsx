// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ProfileLanguage } from '../../src/languages/language';
import { inState } from '../../src/outbox/edit';
import { ACCOUNT_KEY, aChange, aLanguage, anAccount, aSnapshot } from '../support/builders';
import { aPage } from './harness';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const german = aLanguage();
const welsh = aLanguage({ id: 'welsh', displayName: 'Welsh', tag: 'cy-GB' });
const xhosa = aLanguage({ id: 'xhosa', displayName: 'Xhosa', tag: 'xh-ZA' });
const MARK = 'changed elsewhere';

/** An open popup with German and Welsh. */
function openList() {
  const page = aPage({}, { snapshot: aSnapshot([german, welsh]) });
  return {
    ...page,
    /** The profile is read again, and says this. */
    read: (...languages: readonly ProfileLanguage[]) => {
      const { languages: kept } = page.state.value;
      if (!kept?.snapshot) return;
      const fetchedAtMs = kept.snapshot.fetchedAtMs + 1_000;
      const snapshot = { ...kept.snapshot, languages, fetchedAtMs };
      page.state.value = { ...page.state.value, languages: { ...kept, snapshot } };
    },
  };
}

const status = () => screen.getByRole('status').textContent;
const markedRows = () =>
  screen
    .getAllByRole('listitem')
    .filter(({ textContent }) => textContent.includes(MARK))
    .map((row) => row.getAttribute('aria-label'));

describe('what somebody changes elsewhere while the popup is open', () => {
  it('is marked in its row and said once, for a moment', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { read } = openList();
    read({ ...german, spoken: 'elementary' }, welsh);
    await vi.waitFor(() => {
      expect(markedRows()).toEqual(['German']);
    });
    expect(status()).toBe('Changed elsewhere: German');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(markedRows()).toEqual([]);
    expect(status()).toBe('Saved to Microsoft 365');
  });

  it('stands last where it is new, so that nothing moves, and is said where it is gone', async () => {
    const { read } = openList();
    read(xhosa, german, welsh);
    await waitFor(() => {
      expect(markedRows()).toEqual(['Xhosa']);
    });
    const rows = screen.getAllByRole('listitem').map((row) => row.getAttribute('aria-label'));
    expect(rows).toEqual(['German', 'Welsh', 'Xhosa']);
    read(xhosa, german);
    await waitFor(() => {
      expect(status()).toBe('Removed elsewhere: Welsh');
    });
  });

  it('is said in one line, however much it is and however it is called', async () => {
    const { read } = openList();
    const long = ['a', 'b', 'c', 'd'].map((id) =>
      aLanguage({ id, displayName: `${id}${'x'.repeat(200)}`, tag: null }),
    );
    read(german, welsh, ...long);
    await waitFor(() => {
      const x = 'x'.repeat(29);
      expect(status()).toBe(`Changed elsewhere: a${x}… b${x}… c${x}… …`);
    });
  });

  it('is nothing that was done here: neither when it is done, nor when it is confirmed', async () => {
    const { read, edits, state } = openList();
    fireEvent.change(screen.getByRole('combobox', { name: 'Level of German' }), {
      target: { value: 'fullProfessional' },
    });
    // The profile is read before the edit is sent, and says it afterwards.
    read(german, welsh);
    const [edit] = edits();
    const { languages } = state.value;
    if (!edit || !languages?.snapshot) throw new Error('Nothing was done');
    const level = 'fullProfessional';
    const changed = { ...german, spoken: level, written: level, reading: level, proficiency: level };
    const snapshot = { ...languages.snapshot, languages: [changed, welsh] };
    const done = [inState(edit, { status: 'done' })];
    state.value = { ...state.value, languages: { ...languages, snapshot, edits: done } };
    read(changed, welsh);
    await waitFor(() => {
      expect(status()).toBe('Saved to Microsoft 365');
    });
    expect(markedRows()).toEqual([]);
  });

  it('is nothing where the person signs out, and over where somebody else signs in', async () => {
    const { read, state } = openList();
    const { account, languages } = state.value;
    state.value = { ...state.value, account: null, languages: null };
    state.value = { ...state.value, account, languages };
    expect(status()).toBe('Saved to Microsoft 365');
    read({ ...german, spoken: 'elementary' }, welsh);
    await waitFor(() => {
      expect(markedRows()).toEqual(['German']);
    });
    const other = anAccount({ key: ACCOUNT_KEY.replaceAll('A', 'B') });
    state.value = { ...state.value, account: other };
    await waitFor(() => {
      expect(markedRows()).toEqual([]);
    });
    expect(status()).toBe('Saved to Microsoft 365');
  });

  it('leaves the status line what needs the person', async () => {
    const { read, state } = openList();
    const { languages } = state.value;
    const reason = { code: 'refused', status: 400, serviceCode: null, requestId: null } as const;
    const parked = inState(aChange({ audience: 'me' }), {
      status: 'parked',
      reason: { ...reason, theirs: null, atMs: 1 },
    });
    if (languages) state.value = { ...state.value, languages: { ...languages, edits: [parked] } };
    read(german, { ...welsh, spoken: 'elementary' });
    await waitFor(() => {
      expect(markedRows()).toEqual(['Welsh']);
    });
    expect(status()).toBe('1 edit needs you');
  });
});

it('says when both sides of a question were said', () => {
  const at = '2026-11-21T13:30:00';
  const reason = { code: 'changed-elsewhere', status: null, serviceCode: null, requestId: null } as const;
  const edit = inState(
    aChange({ spoken: 'elementary' }, { madeAtMs: new Date('2026-11-21T13:10:00').getTime() }),
    { status: 'parked', reason: { ...reason, theirs: german, atMs: 1 } },
  );
  const modifiedAt = new Date(at).toISOString();
  aPage({}, { snapshot: aSnapshot([{ ...german, modifiedAt }]), edits: [edit] });
  expect(screen.getByText(/^There: (?:13:30|1:30 PM)\. Here: (?:13:10|1:10 PM)\.$/)).toBeTruthy();
});
