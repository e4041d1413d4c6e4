// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { undoOf } from '../../src/outbox/undo';
import { aChange, aLanguage, aSnapshot } from '../support/builders';
import { EMPTY_DRAFT } from '../../src/storage/catalogue';
import { aPage } from './harness';

afterEach(cleanup);

describe('when nothing can be stored any more', () => {
  it('says so and what to do, and shows the level that is kept', async () => {
    const { fillStorage, edits } = aPage();
    fillStorage();
    const level = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Level of German' });
    fireEvent.change(level, { target: { value: 'elementary' } });
    expect((await screen.findByRole('alert')).textContent).toContain('Free some space, then try again');
    expect(edits()).toEqual([]);
    expect(level.value).toBe('conversational');
  });

  it.each([
    ['a language', aSnapshot()],
    [
      'what Microsoft had guessed',
      aSnapshot([aLanguage({ displayName: 'Welsh', tag: 'cy', source: 'inferred', isVerified: false })]),
    ],
  ])('keeps the search for %s as it was typed', async (_, snapshot) => {
    const { fillStorage } = aPage({}, { snapshot });
    fillStorage();
    const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'Add a language' });
    fireEvent.focus(input);
    fireEvent.input(input, { target: { value: 'cymr' } });
    fireEvent.click(await screen.findByRole('option', { name: /Welsh/ }));
    await screen.findByRole('alert');
    expect(input.value).toBe('cymr');
  });

  it('adds a language that could not be stored before when it is asked again', async () => {
    const { fillStorage, emptyStorage, edits } = aPage();
    fillStorage();
    fireEvent.click(screen.getByRole('button', { name: 'Add Welsh' }));
    await screen.findByRole('alert');
    emptyStorage();
    fireEvent.click(screen.getByRole('button', { name: 'Add Welsh' }));
    await waitFor(() => {
      expect(screen.queryByRole('alert')).toBeNull();
    });
    expect(edits()).toMatchObject([{ kind: 'add', fields: { displayName: 'Welsh' } }]);
  });

  it('says so each time', async () => {
    const { fillStorage } = aPage();
    fillStorage();
    fireEvent.click(screen.getByRole('button', { name: 'Add Welsh' }));
    const first = await screen.findByRole('alert');
    fireEvent.click(screen.getByRole('button', { name: 'Add Welsh' }));
    // Only a note that is new is read out.
    await waitFor(() => {
      expect(screen.getByRole('alert')).not.toBe(first);
    });
    expect(screen.getByRole('alert').textContent).toBe(first.textContent);
  });

  it('leaves no menu over what it says', async () => {
    const hidePopover = vi.fn();
    // happy-dom has none.
    HTMLElement.prototype.hidePopover = hidePopover;
    const { fillStorage } = aPage();
    fillStorage();
    const order = screen.getByRole('radio', { name: 'By name', hidden: true });
    fireEvent.click(order);
    await screen.findByRole('alert');
    expect(hidePopover).not.toHaveBeenCalled();
    const menu = order.closest('[popover]');
    if (menu === null) throw new Error('The order is in no menu');
    fireEvent(menu, Object.assign(new Event('toggle'), { newState: 'open' }));
    fireEvent.click(order);
    await waitFor(() => {
      expect(hidePopover).toHaveBeenCalledTimes(1);
    });
  });

  it('opens and shuts details all the same', () => {
    const { fillStorage } = aPage();
    fillStorage();
    fireEvent.click(screen.getByRole('button', { name: 'Details of German' }));
    expect(screen.getByRole('group', { name: 'Details of German' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Details of German' }));
    expect(screen.queryByRole('group', { name: 'Details of German' })).toBeNull();
  });

  it('leaves the focus on a removal that was not stored, and not on the Undo of something else', async () => {
    const undo = undoOf(aChange({ spoken: 'elementary' }));
    const { fillStorage } = aPage({ draft: { ...EMPTY_DRAFT, openLine: 'german' } }, { undo });
    fillStorage();
    const remove = screen.getByRole('button', { name: 'Remove German' });
    remove.focus();
    fireEvent.click(remove);
    await screen.findByRole('alert');
    expect(document.activeElement).toBe(remove);
  });
});

it('a level that is changed again while the first change is stored goes on from that', () => {
  const { edits, slowStorage, endWrites } = aPage();
  const level = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Level of German' });
  slowStorage();
  for (const value of ['limitedWorking', 'conversational']) {
    fireEvent.change(level(), { target: { value } });
    expect(level().value).toBe(value);
  }
  expect(edits()).toEqual([]);
  endWrites();
  expect(edits().map((edit) => edit.kind === 'change' && edit.changes.spoken)).toEqual([
    'limitedWorking',
    'conversational',
  ]);
});

describe('when the worker does not do what it is asked for', () => {
  it('says so in the list', async () => {
    const { deafenWorker, isOnline } = aPage();
    deafenWorker();
    isOnline.value = false;
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect((await screen.findByRole('alert')).textContent).toContain('That did not work just now');
  });

  it('says so where one signs in, until it works', async () => {
    const { deafenWorker, hearWorker } = aPage({ account: null, languages: null });
    deafenWorker();
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Try again');
    hearWorker();
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => {
      expect(screen.queryByRole('alert')).toBeNull();
    });
  });
});

describe('while the browser is still storing what the person said', () => {
  it.each([
    ['a new language', () => fireEvent.click(screen.getByRole('button', { name: 'Add Welsh' }))],
    [
      'a level',
      () =>
        fireEvent.change(screen.getByRole('combobox', { name: 'Level of German' }), {
          target: { value: 'elementary' },
        }),
    ],
  ])('the popup does not call %s saved', async (_, deed) => {
    const { slowStorage, endWrites, edits } = aPage();
    const status = screen.getByRole('status');
    expect(status.textContent).toBe('Saved to Microsoft 365');
    slowStorage();
    deed();
    await waitFor(() => {
      expect(status.textContent).toBe('Saving…');
    });
    expect(edits()).toEqual([]);
    endWrites();
    expect(edits()).toHaveLength(1);
  });
});
