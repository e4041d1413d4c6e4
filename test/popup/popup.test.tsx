// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import * as parts from '../../src/popup/later';
import { EMPTY_DRAFT } from '../../src/storage/catalogue';
import { aChange, aLanguage, aSnapshot, someFields } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

const refusal = {
  code: 'refused',
  theirs: null,
  status: 400,
  serviceCode: null,
  requestId: 'r',
  atMs: 1,
} as const;

function choose(name: string, value: string) {
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
}

describe('the popup', () => {
  it('leads to the settings while nobody said which organisation', async () => {
    const { sent, later } = aPage({ account: null, languages: null });
    later.value = { ...parts, configurationInForce: () => null };
    fireEvent.click(await screen.findByRole('button', { name: 'Open settings' }));
    expect(sent).toEqual(['open-settings']);
  });

  it('asks to sign in', () => {
    const { sent } = aPage({ account: null, languages: null });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(sent).toEqual(['session/sign-in']);
  });

  it('says why the last sign-in did not work, with the way forward', () => {
    const signIn = {
      status: 'failed',
      code: 'wrong-configuration',
      serviceCode: 'AADSTS700016',
      atMs: 1,
    } as const;
    aPage({ account: null, languages: null, signIn });
    expect(screen.getByRole('alert').textContent).toContain('does not know the application');
    expect(screen.getByRole('button', { name: 'Open settings' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeTruthy();
  });

  it('shows every language by its name', () => {
    aPage(
      {},
      { snapshot: aSnapshot([aLanguage(), aLanguage({ id: 'w', displayName: 'Welsh', tag: 'cy-GB' })]) },
    );
    const list = screen.getByRole('list', { name: 'Your languages' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.getAttribute('aria-label')),
    ).toEqual(['German', 'Welsh']);
  });

  it('changes a level in place', () => {
    const { edits } = aPage();
    choose('Level of German', 'fullProfessional');
    expect(edits()).toMatchObject([
      {
        kind: 'change',
        language: 'german',
        changes: {
          proficiency: 'fullProfessional',
          spoken: 'fullProfessional',
          written: 'fullProfessional',
          reading: 'fullProfessional',
        },
      },
    ]);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Level of German' }).value).toBe(
      'fullProfessional',
    );
  });

  it('numbers edits by the clock and upwards, also two of one tick', () => {
    const { edits } = aPage();
    choose('Level of German', 'fullProfessional');
    choose('Level of German', 'elementary');
    const [{ madeAtMs } = { madeAtMs: 0 }] = edits();
    expect(edits().map(({ seq }) => seq)).toEqual([madeAtMs, madeAtMs + 1]);
  });

  it('changes one skill and leaves the others', () => {
    const { edits } = aPage();
    fireEvent.click(screen.getByRole('button', { name: 'Details of German' }));
    choose('Reading of German', 'nativeOrBilingual');
    expect(edits()).toMatchObject([{ changes: { reading: 'nativeOrBilingual' } }]);
  });

  it('removes a language, moves the focus to Undo, and brings it back with it', async () => {
    const { edits } = aPage();
    fireEvent.click(screen.getByRole('button', { name: 'Details of German' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove German' }));
    expect(screen.queryByRole('listitem')).toBeNull();
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe('Undo');
    });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('listitem', { name: 'German' })).toBeTruthy();
    expect(edits().map(({ kind }) => kind)).toEqual(['remove', 'add']);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('adds a language that was found by typing and gives its level the focus', async () => {
    const { edits } = aPage();
    const input = screen.getByRole('combobox', { name: 'Add a language' });
    fireEvent.focus(input);
    fireEvent.input(input, { target: { value: 'cymr' } });
    fireEvent.click(await screen.findByRole('option', { name: /Welsh/ }));
    await waitFor(() => {
      expect(edits()).toMatchObject([
        { kind: 'add', fields: { displayName: 'Welsh', tag: 'cy-GB', spoken: 'elementary' } },
      ]);
    });
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Level of Welsh');
    });
  });

  it('shows what was found only as long as the search has the focus', async () => {
    aPage();
    const input = screen.getByRole('combobox', { name: 'Add a language' });
    input.focus();
    fireEvent.input(input, { target: { value: 'cymr' } });
    await screen.findByRole('option', { name: /Welsh/ });
    input.blur();
    await waitFor(() => {
      expect(screen.queryByRole('option', { name: /Welsh/ })).toBeNull();
    });
    expect(input.getAttribute('aria-expanded')).toBe('false');
    input.focus();
    expect(await screen.findByRole('option', { name: /Welsh/ })).toBeTruthy();
  });

  it('leads back to the search when an add is taken back', async () => {
    aPage();
    fireEvent.click(screen.getByRole('button', { name: 'Add Welsh' }));
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Level of Welsh');
    });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Add a language');
    });
  });

  it('goes on with a search that was begun, and Escape ends it before the popup', async () => {
    aPage({ draft: { ...EMPTY_DRAFT, query: 'cymr' } });
    const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'Add a language' });
    expect(document.activeElement).toBe(input);
    expect(await screen.findByRole('option', { name: /Welsh/ })).toBeTruthy();
    expect(fireEvent.keyDown(input, { key: 'Escape' })).toBe(false);
    expect(input.value).toBe('');
  });

  it.each([
    ['a variety as it was picked', 'chinese traditional', /^Chinese/, 'zh-Hant'],
    ['the usual country where none was picked', 'catalan', /^Catalan/, 'ca-ES'],
  ])('writes %s', async (_, query, name, tag) => {
    const { edits } = aPage();
    const input = screen.getByRole('combobox', { name: 'Add a language' });
    fireEvent.focus(input);
    fireEvent.input(input, { target: { value: query } });
    const [first] = await screen.findAllByRole('option', { name });
    if (first) fireEvent.click(first);
    expect(edits()).toMatchObject([{ kind: 'add', fields: { tag } }]);
  });

  it('leads to a language that is there instead of adding it twice', async () => {
    const { edits } = aPage();
    const input = screen.getByRole('combobox', { name: 'Add a language' });
    fireEvent.focus(input);
    fireEvent.input(input, { target: { value: 'german' } });
    fireEvent.click(await screen.findByRole('option', { name: /^German.*already/ }));
    expect(edits()).toEqual([]);
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Level of German');
    });
  });

  it.each([
    ['zzzzqq', /No language found for “zzzzqq”/],
    ['x'.repeat(10_000), /No language has a name that long/],
  ])('says so when it finds nothing', async (query, words) => {
    aPage();
    const input = screen.getByRole('combobox', { name: 'Add a language' });
    fireEvent.focus(input);
    fireEvent.input(input, { target: { value: query } });
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('suggests the languages of the browser that are not on the profile', () => {
    const { edits } = aPage();
    const group = screen.getByRole('group', { name: 'Suggestions' });
    fireEvent.click(within(group).getByRole('button', { name: 'Add Welsh' }));
    expect(edits()).toMatchObject([{ fields: { displayName: 'Welsh', tag: 'cy-GB' } }]);
  });

  it('shows a locked language with the reason and nothing to change', () => {
    aPage({}, { snapshot: aSnapshot([aLanguage({ isEditable: false, source: 'directory' })]) });
    expect(screen.queryByRole('combobox', { name: 'Level of German' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Details of German' }));
    expect(screen.getByText(/Your organisation keeps this entry/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Remove German' })).toBeNull();
  });

  it('shows a refused edit in its row and sends it again when asked', () => {
    const refused = inState(aChange({ spoken: 'elementary' }), { status: 'parked', reason: refusal });
    const { edits } = aPage({}, { edits: [refused] });
    expect(screen.getByRole('status').textContent).toBe('1 edit needs you');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(edits()).toMatchObject([{ state: { status: 'queued' } }]);
  });

  it('gives a refused edit up when asked', () => {
    const refused = inState(aChange({ spoken: 'elementary' }), { status: 'parked', reason: refusal });
    const { edits } = aPage({}, { edits: [refused] });
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(edits()).toMatchObject([{ state: { status: 'done' } }]);
  });

  it.each([
    ['Keep mine', { state: { status: 'queued' }, base: { proficiency: 'nativeOrBilingual' } }],
    ['Use theirs', { state: { status: 'done' } }],
  ])('answers a change made elsewhere with "%s"', (name, expected) => {
    const theirs = someFields({ proficiency: 'nativeOrBilingual' });
    const reason = { ...refusal, code: 'changed-elsewhere', theirs } as const;
    const clash = inState(aChange({ proficiency: 'elementary' }), { status: 'parked', reason });
    const { edits } = aPage({}, { edits: [clash] });
    expect(screen.getByText('Changed elsewhere to Native or bilingual. Yours: Elementary.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name }));
    expect(edits()).toMatchObject([expected]);
  });

  it('says which field was changed elsewhere where it is not the level of the row', () => {
    const theirs = someFields({ audience: 'me' });
    const reason = { ...refusal, code: 'changed-elsewhere', theirs } as const;
    aPage({}, { edits: [inState(aChange({ audience: 'everyone' }), { status: 'parked', reason })] });
    expect(screen.getByText('Seen by changed elsewhere to Only me. Yours: Everyone.')).toBeTruthy();
  });

  it('adds a language again that was removed elsewhere, with the changes that were made here', () => {
    const reason = { ...refusal, code: 'changed-elsewhere' } as const;
    const clash = inState(aChange({ spoken: 'elementary' }), { status: 'parked', reason });
    const { edits } = aPage({}, { snapshot: aSnapshot([]), edits: [clash] });
    fireEvent.click(screen.getByRole('button', { name: 'Add it again' }));
    expect(edits()).toMatchObject([
      { kind: 'add', fields: { spoken: 'elementary', reading: 'conversational' } },
    ]);
  });

  it('shows markup in a name as the text that it is', () => {
    const displayName = '<img src=x onerror=alert(1)>';
    const { container } = aPage({}, { snapshot: aSnapshot([aLanguage({ displayName })]) });
    expect(screen.getByRole('listitem', { name: displayName })).toBeTruthy();
    expect(container.querySelector('img')).toBeNull();
  });

  it('shows a level that it does not know as it is, and does not write it', () => {
    const { edits } = aPage({}, { snapshot: aSnapshot([aLanguage({ proficiency: 'galactic' })]) });
    expect(screen.getByText('Other (galactic)')).toBeTruthy();
    expect(edits()).toEqual([]);
  });
});
