// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { UnreadableEdit } from '../../src/storage/account-state';
import { aRemoval } from '../support/builders';
import { aPage } from './harness';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function unreadable(reason: UnreadableEdit['reason'], id = 'x'): UnreadableEdit {
  return { key: `a/AAAAAAAAAAAAAAAAAAAAAA/edit/${id}`, text: `{"of": "${id}"`, reason };
}

function note() {
  return within(screen.getByRole('group', { name: 'Changes that could not be read' }));
}

describe('edits that cannot be read', () => {
  it('are told of beside the list, and discarded when the person says so', () => {
    const { sent } = aPage({}, { unreadable: [unreadable('damaged'), unreadable('damaged', 'y')] });
    expect(note().getByText(/^2 changes here could not be read/)).toBeTruthy();
    expect(screen.getByRole('listitem', { name: 'German' })).toBeTruthy();
    expect(sent).toEqual([]);
    fireEvent.click(note().getByRole('button', { name: 'Discard' }));
    expect(sent).toEqual(['sync/discard-unreadable']);
  });

  it('of a newer version ask for an update first', () => {
    aPage({}, { unreadable: [unreadable('newer')] });
    expect(note().getByText(/^1 change was made by a newer version.*Update the extension/)).toBeTruthy();
    expect(
      note()
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Copy details', 'Discard anyway']);
  });

  it('of both kinds are told of apart', () => {
    aPage({}, { unreadable: [unreadable('newer'), unreadable('damaged', 'y')] });
    expect(note().getByText(/^1 change here could not be read/)).toBeTruthy();
    expect(note().getByText(/^1 change was made by a newer version/)).toBeTruthy();
    expect(note().getByRole('button', { name: 'Discard' })).toBeTruthy();
  });

  it('are copied as they are', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    // Browsers have it, happy-dom does not.
    vi.stubGlobal('reportError', console.error);
    aPage({}, { unreadable: [unreadable('damaged'), unreadable('newer', 'y')] });
    fireEvent.click(note().getByRole('button', { name: 'Copy details' }));
    expect(await note().findByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(writeText).toHaveBeenCalledExactlyOnceWith(
      [
        'a/AAAAAAAAAAAAAAAAAAAAAA/edit/x (damaged)\n{"of": "x"',
        'a/AAAAAAAAAAAAAAAAAAAAAA/edit/y (newer)\n{"of": "y"',
      ].join('\n\n'),
    );
  });

  it('are where the status line leads when nothing else needs the person', async () => {
    aPage({}, { unreadable: [unreadable('damaged')] });
    expect(screen.getByRole('status').textContent).toBe('1 edit needs you');
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    await waitFor(() => {
      expect(document.activeElement).toBe(note().getByRole('button', { name: 'Copy details' }));
    });
  });

  it('are among what a sign-out would lose', () => {
    const { sent } = aPage({}, { edits: [aRemoval()], unreadable: [unreadable('newer')] });
    fireEvent.click(screen.getByRole('button', { name: 'Sign out', hidden: true }));
    expect(screen.getByText(/^2 edits have not reached Microsoft 365 yet/)).toBeTruthy();
    expect(sent).toEqual([]);
  });
});
