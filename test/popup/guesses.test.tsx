// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { undoOf } from '../../src/outbox/undo';
import { NO_PREFERENCES } from '../../src/storage/preferences';
import { aChange, aLanguage, aSnapshot } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

const danish = aLanguage({
  id: 'danish',
  displayName: 'Danish',
  tag: 'da-DK',
  proficiency: null,
  spoken: null,
  reading: null,
  written: null,
  source: 'inferred',
  inference: { confidence: 0.8 },
  isVerified: false,
});
const withGuess = () => aPage({}, { snapshot: aSnapshot([aLanguage(), danish]) });
const rows = () => screen.getAllByRole('listitem').map((row) => row.getAttribute('aria-label'));

describe('a language that Microsoft guesses', () => {
  it('is suggested with how sure Microsoft is, and not listed', () => {
    withGuess();
    const suggestions = screen.getByRole('group', { name: 'Suggestions' });
    expect(suggestions.textContent).toContain('Microsoft suggests Danish80% sure');
    expect(rows()).toEqual(['German']);
  });

  it('is listed once it is confirmed, with the focus on its level, and can be taken back', async () => {
    const { edits } = withGuess();
    fireEvent.click(screen.getByRole('button', { name: 'Confirm Danish' }));
    expect(edits()).toMatchObject([{ kind: 'change', language: 'danish', changes: { isVerified: true } }]);
    expect(rows()).toEqual(['German', 'Danish']);
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Level of Danish');
    });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(edits().at(-1)).toMatchObject({ kind: 'change', changes: { isVerified: false } });
  });

  it('has the focus on its button again when its confirmation is taken back', async () => {
    const { edits, state } = withGuess();
    fireEvent.click(screen.getByRole('button', { name: 'Confirm Danish' }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    // Its row has the focus until Microsoft 365 has confirmed.
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Level of Danish');
    });
    const { languages } = state.value;
    const done = edits().map((edit) => inState(edit, { status: 'done' }));
    state.value = { ...state.value, languages: languages && { ...languages, edits: done } };
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Confirm Danish');
    });
  });

  it('goes for good when it is dismissed, and changes nothing on the profile', async () => {
    const { edits, state } = withGuess();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss Danish' }));
    expect(screen.queryByText(/Microsoft suggests/)).toBeNull();
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe('Undo');
    });
    expect(edits()).toEqual([]);
    const { choices, languages } = state.value;
    cleanup();
    aPage({ choices, languages });
    expect(screen.queryByText(/Microsoft suggests/)).toBeNull();
    expect(rows()).toEqual(['German']);
  });

  it('is asked about again by Undo, also when the popup is opened again', async () => {
    const { state } = withGuess();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss Danish' }));
    const { choices, languages } = state.value;
    cleanup();
    aPage({ choices, languages });
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo.title).toBe('Ask about Danish again');
    fireEvent.click(undo);
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Confirm Danish');
    });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('is asked about again by the last word, under whichever name of the language that was', () => {
    const at = (question: string, isAside: boolean, atMs: number) => ({ question, isAside, atMs });
    const aliased = { ...aSnapshot([aLanguage(), danish]), aliases: { 'new:d': danish.id } };
    const withAside = (...putAside: ReturnType<typeof at>[]) =>
      aPage({ choices: [{ ...NO_PREFERENCES, putAside }] }, { snapshot: aliased });
    withAside(at(`guess:${danish.id}`, true, 1), at('guess:new:d', false, 2));
    expect(screen.queryByText(/Microsoft suggests Danish/)).not.toBeNull();
    cleanup();
    withAside(at(`guess:${danish.id}`, false, 1), at('guess:new:d', true, 2));
    expect(screen.queryByText(/Microsoft suggests Danish/)).toBeNull();
  });

  it('stays, and leaves the focus alone, where its dismissal could not be stored', async () => {
    const undo = undoOf(aChange({ spoken: 'elementary' }));
    const { fillStorage } = aPage({}, { snapshot: aSnapshot([aLanguage(), danish]), undo });
    fillStorage();
    const dismiss = screen.getByRole('button', { name: 'Dismiss Danish' });
    dismiss.focus();
    fireEvent.click(dismiss);
    await screen.findByRole('alert');
    expect(document.activeElement).toBe(dismiss);
  });

  it('goes together with another one, although storage is slow', () => {
    const swedish = { ...danish, id: 'swedish', displayName: 'Swedish', tag: 'sv-SE' };
    const { state, slowStorage, endWrites } = aPage({}, { snapshot: aSnapshot([danish, swedish]) });
    slowStorage();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss Danish' }));
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss Swedish' }));
    endWrites();
    expect(state.value.choices[0]?.putAside).toMatchObject([
      { question: 'guess:danish', isAside: true },
      { question: 'guess:swedish', isAside: true },
    ]);
  });

  it('leaves the list its room: only the two surest are shown', () => {
    const guesses = [0.1, 0.9, 0.5].map((confidence, index) => ({
      ...danish,
      id: `guess-${index}`,
      displayName: `Language ${index}`,
      tag: `x-${index}a`,
      inference: { confidence },
    }));
    aPage({}, { snapshot: aSnapshot(guesses) });
    const shown = screen.getAllByText(/Microsoft suggests/).map(({ textContent }) => textContent);
    expect(shown).toEqual(['Microsoft suggests Language 190% sure', 'Microsoft suggests Language 250% sure']);
  });

  it('is confirmed by adding the language, also after it was dismissed', async () => {
    const { edits } = withGuess();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss Danish' }));
    const box = screen.getByRole('combobox', { name: 'Add a language' });
    fireEvent.focus(box);
    fireEvent.input(box, { target: { value: 'danish' } });
    const option = await screen.findByRole('option', { name: /dansk.*da-DK$/ });
    expect(option.textContent).not.toContain('already on your profile');
    fireEvent.click(option);
    expect(edits()).toMatchObject([{ kind: 'change', language: 'danish', changes: { isVerified: true } }]);
  });

  it('is none where nobody knows how sure Microsoft is, or the organisation keeps it', () => {
    const unsure = { ...danish, inference: { confidence: null } };
    const locked = { ...danish, id: 'locked', displayName: 'Swedish', tag: 'sv-SE', isEditable: false };
    aPage({}, { snapshot: aSnapshot([unsure, locked]) });
    expect(screen.getByText('Microsoft suggests Danish').parentElement?.textContent).not.toContain('sure');
    expect(rows()).toEqual(['Swedish']);
  });

  it('tells later that it was a guess, and that the person has confirmed it', () => {
    aPage({}, { snapshot: aSnapshot([{ ...danish, isVerified: true }]) });
    fireEvent.click(screen.getByRole('button', { name: 'Details of Danish' }));
    expect(screen.getByText('Suggested by Microsoft, confirmed by you')).toBeTruthy();
  });
});
