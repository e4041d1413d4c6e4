// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { NO_PREFERENCES, type Preferences } from '../../src/storage/preferences';
import { aLanguage, anAdd, aSnapshot, someFields } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

const snapshot = aSnapshot([
  aLanguage({ id: 'w', displayName: 'Welsh', tag: 'cy-GB', ...atLevel('elementary') }),
  aLanguage({
    id: 'e',
    displayName: 'English',
    tag: 'en-GB',
    isEditable: false,
    ...atLevel('fullProfessional'),
  }),
  aLanguage({ id: 'g', ...atLevel('nativeOrBilingual') }),
  aLanguage({ id: 'x', displayName: 'Xhosa', tag: 'xh-ZA', ...atLevel(null) }),
]);

function atLevel(level: string | null) {
  return { proficiency: level, spoken: level, reading: level, written: level };
}

function aList(preferences: Partial<Preferences> = {}) {
  return aPage(
    { choices: [{ ...NO_PREFERENCES, placedAtMs: 1, contactAtMs: 1, ...preferences }] },
    { snapshot },
  );
}
const rows = () => screen.getAllByRole('listitem').map((row) => row.getAttribute('aria-label'));
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name, hidden: true }));
const handle = (name: string) => screen.getByRole('button', { name: `Move ${name}` });

describe('the order of the list', () => {
  it('is that of the service, with what cannot be changed at the end', () => {
    aList();
    expect(rows()).toEqual(['Welsh', 'German', 'Xhosa', 'English']);
    expect(screen.queryByRole('button', { name: 'Move Welsh' })).toBeNull();
  });

  it('can be by level, best first and none last, or by name', () => {
    const { state } = aList();
    choose('By level');
    expect(rows()).toEqual(['German', 'English', 'Welsh', 'Xhosa']);
    choose('By name');
    expect(rows()).toEqual(['English', 'German', 'Welsh', 'Xhosa']);
    expect(state.value.choices[0]?.order).toBe('name');
  });

  it('stays under the hand that changes a level, until the popup is opened again', () => {
    const { state } = aList({ order: 'level' });
    fireEvent.change(screen.getByRole('combobox', { name: 'Level of German' }), {
      target: { value: 'elementary' },
    });
    expect(rows()).toEqual(['German', 'English', 'Welsh', 'Xhosa']);
    const page = state.value;
    cleanup();
    aPage(page, page.languages ?? {});
    expect(rows()).toEqual(['English', 'Welsh', 'German', 'Xhosa']);
  });

  it('takes a language that is added in where it belongs', async () => {
    const { state } = aList({ order: 'name' });
    const { languages } = state.value;
    const added = anAdd({ fields: someFields({ displayName: 'French', tag: 'fr-FR' }) });
    if (!languages) throw new Error('nobody is signed in');
    state.value = { ...state.value, languages: { ...languages, edits: [added] } };
    await waitFor(() => {
      expect(rows()).toEqual(['English', 'French', 'German', 'Welsh', 'Xhosa']);
    });
  });

  it('by hand begins as it stands, and follows the arrow keys, Home and End', async () => {
    const { state } = aList();
    choose('By level');
    choose('By hand');
    expect(rows()).toEqual(['German', 'English', 'Welsh', 'Xhosa']);
    fireEvent.keyDown(handle('Welsh'), { key: 'ArrowUp' });
    expect(rows()).toEqual(['German', 'Welsh', 'English', 'Xhosa']);
    expect(await screen.findByText('Welsh: place 2 of 4')).toBeTruthy();
    await waitFor(() => {
      expect(document.activeElement).toBe(handle('Welsh'));
    });
    fireEvent.keyDown(handle('Welsh'), { key: 'End' });
    fireEvent.keyDown(handle('Xhosa'), { key: 'Home' });
    expect(rows()).toEqual(['Xhosa', 'German', 'English', 'Welsh']);
    expect(state.value.choices[0]).toMatchObject({ order: 'hand', places: ['x', 'g', 'e', 'w'] });
  });

  it('by hand follows buttons too, which keep the focus and end where the list does', async () => {
    aList({ order: 'hand', places: ['w', 'g', 'e', 'x'] });
    fireEvent.click(screen.getByRole('button', { name: 'Details of German' }));
    const up = screen.getByRole('button', { name: 'Move up' });
    fireEvent.click(up);
    expect(rows()).toEqual(['German', 'Welsh', 'English', 'Xhosa']);
    await waitFor(() => {
      expect(document.activeElement).toBe(up);
    });
    expect(up.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(up);
    fireEvent.click(screen.getByRole('button', { name: 'Move down' }));
    fireEvent.click(screen.getByRole('button', { name: 'Move down' }));
    expect(rows()).toEqual(['Welsh', 'English', 'German', 'Xhosa']);
  });

  it('stands as it did in the menu, too, where the choice could not be stored', async () => {
    const { fillStorage } = aList();
    fillStorage();
    choose('By name');
    await screen.findByRole('alert');
    expect(screen.getByRole<HTMLInputElement>('radio', { checked: true, hidden: true }).value).toBe('added');
  });

  it('does not come along with the next choice where it could not be stored', async () => {
    const { state, fillStorage, emptyStorage } = aList();
    fillStorage();
    choose('By name');
    await screen.findByRole('alert');
    emptyStorage();
    fireEvent.click(screen.getByRole('button', { name: 'Details of German' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Prefer to be contacted in this: German' }));
    expect(state.value.choices[0]).toMatchObject({ order: 'added', contact: 'g' });
  });

  it('is not said to have changed where a move could not be stored', async () => {
    const { fillStorage } = aList({ order: 'hand', places: ['w', 'g', 'e', 'x'] });
    fillStorage();
    fireEvent.keyDown(handle('German'), { key: 'ArrowUp' });
    await screen.findByRole('alert');
    expect(screen.queryByText(/place 1 of 4/)).toBeNull();
  });

  it('by hand does nothing at its ends and for other keys', () => {
    const { state } = aList({ order: 'hand', places: ['w', 'e', 'g', 'x'], placedAtMs: 7 });
    fireEvent.keyDown(handle('Welsh'), { key: 'ArrowUp' });
    fireEvent.keyDown(handle('Welsh'), { key: 'Enter' });
    expect(state.value.choices[0]?.placedAtMs).toBe(7);
  });

  it('by hand stays as it is where another window removes what is dragged', async () => {
    const { state } = aList({ order: 'hand', places: ['w', 'e', 'g', 'x'], placedAtMs: 7 });
    fireEvent.pointerDown(handle('German'), { button: 0 });
    const { languages } = state.value;
    const left = aSnapshot(snapshot.languages.filter(({ id }) => id !== 'g'));
    state.value = { ...state.value, languages: languages && { ...languages, snapshot: left } };
    await waitFor(() => {
      expect(rows()).toEqual(['Welsh', 'English', 'Xhosa']);
    });
    fireEvent.pointerMove(document, { clientY: -1 });
    expect(state.value.choices[0]).toMatchObject({ places: ['w', 'e', 'g', 'x'], placedAtMs: 7 });
  });

  it('by hand knows a language under the name that it had before it had an id', () => {
    const aliased = { ...snapshot, aliases: { 'new:1': 'x' } };
    const preferences = { ...NO_PREFERENCES, order: 'hand', places: ['new:1', 'g'], placedAtMs: 1 } as const;
    aPage({ choices: [preferences] }, { snapshot: aliased });
    expect(rows()).toEqual(['Xhosa', 'German', 'Welsh', 'English']);
  });
});

describe('the language in which the person prefers to be contacted', () => {
  const mark = (row: string) =>
    screen.getByRole('listitem', { name: row }).querySelector('[aria-label="preferred for contact"]');
  const open = (name: string) => fireEvent.click(screen.getByRole('button', { name: `Details of ${name}` }));
  const prefer = (name: string) =>
    fireEvent.click(screen.getByRole('checkbox', { name: `Prefer to be contacted in this: ${name}` }));

  it('is marked, is one at most, and can be none again; the profile is left alone', () => {
    const { edits, state } = aList();
    open('German');
    prefer('German');
    expect(mark('German')).not.toBeNull();
    open('Welsh');
    prefer('Welsh');
    expect([mark('German'), mark('Welsh')].map((each) => each !== null)).toEqual([false, true]);
    prefer('Welsh');
    expect(mark('Welsh')).toBeNull();
    expect(state.value.choices[0]?.contact).toBeNull();
    expect(edits()).toEqual([]);
  });
});

describe('what was chosen for a language that is removed and brought back', () => {
  const welsh = aLanguage({ id: 'w', displayName: 'Welsh', tag: 'cy-GB' });

  async function removeAndUndo(preferences: Partial<Preferences>) {
    const { state } = aList({ placedAtMs: 1, contactAtMs: 1, ...preferences });
    fireEvent.click(screen.getByRole('button', { name: `Details of ${welsh.displayName}` }));
    fireEvent.click(await screen.findByRole('button', { name: 'Remove Welsh' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    return state.value.choices[0];
  }

  it('is chosen once more, because it gets another id for the other browsers', async () => {
    const chosen = await removeAndUndo({ order: 'hand', places: ['g', 'w'], contact: 'w' });
    expect(chosen).toMatchObject({ places: ['g', 'w'], contact: 'w' });
    expect(Math.min(chosen?.placedAtMs ?? 0, chosen?.contactAtMs ?? 0)).toBeGreaterThan(1);
  });

  it('stays as it is where it is about others', async () => {
    const chosen = await removeAndUndo({ order: 'hand', places: ['g'], contact: 'g' });
    expect(chosen).toMatchObject({ placedAtMs: 1, contactAtMs: 1 });
  });
});
