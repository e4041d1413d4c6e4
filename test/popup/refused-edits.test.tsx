// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Edit, inState, type ParkReason } from '../../src/outbox/edit';
import { withAlias } from '../../src/outbox/snapshot';
import { undoOf } from '../../src/outbox/undo';
import { aChange, anAdd, aRemoval, aSnapshot, someFields } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

const ATTEMPTED_AT_MS = Date.UTC(2026, 10, 21, 14, 5);

function refused(edit: Edit, reason: Partial<ParkReason> = {}): Edit {
  const facts = { theirs: null, status: 400, serviceCode: 'invalidRequest', requestId: 'r-1' } as const;
  return inState(edit, {
    status: 'parked',
    reason: { code: 'refused', ...facts, atMs: ATTEMPTED_AT_MS, ...reason },
  });
}

function press(name: string): void {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
}

async function expectFocusOn(name: string): Promise<void> {
  await waitFor(() => {
    expect(document.activeElement?.getAttribute('aria-label')).toBe(name);
  });
}

describe('a refused edit', () => {
  it.each<[string, Edit]>([
    ['a change of the level', aChange({ spoken: 'elementary' })],
    ['a change of level and audience', aChange({ spoken: 'elementary', audience: 'me' })],
    ['an add', anAdd({ fields: someFields({ spoken: 'elementary' }) })],
  ])('that is %s is fixed at the level', async (_, edit) => {
    aPage({}, { snapshot: aSnapshot(edit.kind === 'add' ? [] : undefined), edits: [refused(edit)] });
    press('Fix');
    await expectFocusOn('Level of German');
    expect(screen.getByRole('group', { name: 'Details of German' })).toBeTruthy();
  });

  it('of the audience alone is fixed at the audience', async () => {
    aPage({}, { edits: [refused(aChange({ audience: 'everyone' }))] });
    press('Fix');
    await expectFocusOn('Who can see German');
  });

  it('leaves the focus in its row when another window has dealt with it', async () => {
    const { state } = aPage({}, { edits: [refused(aChange({ spoken: 'elementary' }))] });
    screen.getByRole('button', { name: 'Discard' }).focus();
    const { languages } = state.value;
    state.value = { ...state.value, languages: languages && { ...languages, edits: [] } };
    await expectFocusOn('Level of German');
  });

  it('is mended by the choice that is made then', () => {
    const { edits } = aPage({}, { edits: [refused(aChange({ spoken: 'elementary' }))] });
    press('Fix');
    const level = screen.getByRole('combobox', { name: 'Level of German' });
    fireEvent.change(level, { target: { value: 'fullProfessional' } });
    expect(screen.queryByRole('button', { name: 'Fix' })).toBeNull();
    expect(edits().map(({ state }) => state.status)).toEqual(['parked', 'queued']);
    expect(screen.getByRole('status').textContent).toBe('Saved on this device, sending…');
  });

  it.each<[string, Edit]>([
    ['a removal', refused(aRemoval())],
    ['what the account may not do', refused(aChange({ spoken: 'elementary' }), { code: 'forbidden' })],
    ['what clashes', refused(anAdd(), { code: 'clash' })],
  ])('offers no fix for %s', (_, edit) => {
    aPage({}, { edits: [edit] });
    expect(screen.queryByRole('button', { name: 'Fix' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Discard' })).toBeTruthy();
  });

  it('is discarded also where its language is on the profile by now, or another window adds it', () => {
    const { edits } = aPage({}, { edits: [anAdd(), refused(anAdd())] });
    press('Discard');
    expect(edits().map(({ state }) => state.status)).toEqual(['done', 'done']);
  });

  it('gives its codes for support, and no name', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    // Browsers have it, happy-dom does not.
    vi.stubGlobal('reportError', console.error);
    aPage({}, { edits: [refused(aChange({ spoken: 'elementary' }))] });
    press('Copy details');
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(writeText).toHaveBeenCalledExactlyOnceWith(
      'code: refused\nstatus: 400\nserviceCode: invalidRequest\nrequestId: r-1\ntime: 2026-11-21T14:05:00.000Z',
    );
    vi.unstubAllGlobals();
  });

  it('keeps the focus in its row when it is sent again', async () => {
    aPage({}, { edits: [refused(aChange({ spoken: 'elementary' }))] });
    press('Try again');
    await expectFocusOn('Level of German');
  });

  it('leaves the focus at the search where its row goes', async () => {
    aPage({}, { snapshot: aSnapshot([]), edits: [refused(anAdd())] });
    press('Discard');
    await expectFocusOn('Add a language');
  });

  it('is the newest word where it is sent again', () => {
    const { edits } = aPage(
      {},
      { edits: [refused(aChange({ spoken: 'elementary' })), aRemoval({ language: 'welsh' })] },
    );
    press('Try again');
    const [again, other] = edits();
    expect(again?.state.status).toBe('queued');
    expect(again?.seq).toBeGreaterThan(other?.seq ?? Infinity);
  });

  it('cannot be taken back any more once it is discarded; what was done to another language can', () => {
    for (const [language, isLeft] of [
      ['german', false],
      ['welsh', true],
    ] as const) {
      const undo = undoOf(aChange({ spoken: 'elementary' }, { language }));
      aPage({}, { edits: [refused(aChange({ spoken: 'elementary' }))], undo });
      press('Discard');
      expect(screen.queryByRole('button', { name: /Undo/ }) !== null).toBe(isLeft);
      cleanup();
    }
  });

  it('cannot be taken back either where the Undo still has the first name of its language', () => {
    const snapshot = withAlias(aSnapshot(), 'new:1', 'german');
    const undo = undoOf(anAdd({ language: 'new:1' }));
    aPage({}, { snapshot, edits: [refused(aChange({ spoken: 'elementary' }))], undo });
    press('Discard');
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
  });

  it('asks what shall become of a change of a language that is gone', () => {
    const gone = refused(aChange({ spoken: 'elementary' }), { code: 'changed-elsewhere', status: 404 });
    aPage({}, { snapshot: aSnapshot([]), edits: [gone] });
    expect(screen.getByText('Removed elsewhere after you saw it.')).toBeTruthy();
    press('Let it go');
    expect(screen.queryByRole('listitem')).toBeNull();
  });
});
