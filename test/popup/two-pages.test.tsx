// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { aChange, ACCOUNT_KEY, anAccount, anAdd, aRemoval, aSnapshot, someFields } from '../support/builders';
import { inState } from '../../src/outbox/edit';
import { EMPTY_DRAFT } from '../../src/storage/catalogue';
import { aPage } from './harness';

afterEach(cleanup);

const welsh = someFields({ displayName: 'Welsh', tag: 'cy-GB', spoken: 'fullProfessional' });

describe('a language that is added twice', () => {
  it('by a double click is added once', async () => {
    const { slowStorage, endWrites, edits } = aPage();
    slowStorage();
    const add = screen.getByRole('button', { name: 'Add Welsh' });
    fireEvent.click(add);
    fireEvent.click(add);
    endWrites();
    expect(edits()).toHaveLength(1);
    expect(await screen.findAllByRole('listitem', { name: 'Welsh' })).toHaveLength(1);
  });

  it('in another page at the same time keeps what was said there', async () => {
    const { state, edits } = aPage();
    const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'Add a language' });
    fireEvent.focus(input);
    fireEvent.input(input, { target: { value: 'cymr' } });
    const option = await screen.findByRole('option', { name: /Welsh/ });
    const { languages } = state.value;
    if (languages === null) throw new Error('Nobody is signed in');
    state.value = { ...state.value, languages: { ...languages, edits: [anAdd({ fields: welsh })] } };
    fireEvent.click(option);
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Level of Welsh');
    });
    expect(edits()).toMatchObject([{ fields: { spoken: 'fullProfessional' } }]);
    expect(input.value).toBe('');
  });

  it('can be added again once it was removed', () => {
    const { edits } = aPage();
    fireEvent.click(screen.getByRole('button', { name: 'Add Welsh' }));
    fireEvent.click(screen.getByRole('button', { name: 'Details of Welsh' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove Welsh' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add Welsh' }));
    expect(edits().map(({ kind }) => kind)).toEqual(['add', 'remove', 'add']);
  });

  it.each([
    ['is brought back where the profile has it and its removal is not confirmed', 'queued', 'welsh', 'welsh'],
    ['is another one where its removal is confirmed', 'done', 'welsh', /^new:/],
    ['is another one where the profile never had it', 'queued', 'new:welsh', /^new:id/],
  ] as const)('%s', (_, status, language, expected) => {
    const { edits } = aPage({}, { edits: [inState(aRemoval({ language, base: welsh }), { status })] });
    fireEvent.click(screen.getByRole('button', { name: 'Add Welsh' }));
    expect(edits().at(-1)?.language).toMatch(expected);
  });
});

it('numbers an edit above everything that another page has stored', () => {
  const ofTomorrow = 4_000_000_000_000;
  const { edits } = aPage({}, { edits: [aChange({ audience: 'me' }, { seq: ofTomorrow })] });
  const level = screen.getByRole('combobox', { name: 'Level of German' });
  fireEvent.change(level, { target: { value: 'elementary' } });
  expect(edits().map(({ seq }) => seq)).toEqual([ofTomorrow, ofTomorrow + 1]);
});

it("leaves one account's search and open details behind when another signs in", async () => {
  const { state } = aPage({}, { snapshot: aSnapshot() });
  const search = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Add a language' });
  fireEvent.click(screen.getByRole('button', { name: 'Details of German' }));
  fireEvent.input(search(), { target: { value: 'cymr' } });
  expect(screen.getByRole('group', { name: 'Details of German' })).toBeTruthy();
  const other = anAccount({ key: ACCOUNT_KEY.replaceAll('A', 'B') });
  state.value = { ...state.value, account: other, draft: EMPTY_DRAFT };
  await waitFor(() => {
    expect(screen.queryByRole('group', { name: 'Details of German' })).toBeNull();
  });
  expect(search().value).toBe('');
});
