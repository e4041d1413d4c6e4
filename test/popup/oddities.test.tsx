// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProfileLanguage } from '../../src/languages/language';
import { aLanguage, aSnapshot } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

const german = aLanguage();
const bokmal = aLanguage({ id: 'bokmal', displayName: 'Norwegian Bokmål', tag: 'nb-NO' });
const norwegian = aLanguage({ id: 'norwegian', displayName: 'Norwegian', tag: 'no-NO' });
const oddNorwegian = { ...norwegian, tag: 'no-NB' };

function open(name: string, ...languages: ProfileLanguage[]) {
  const page = aPage({}, { snapshot: aSnapshot(languages) });
  fireEvent.click(screen.getByRole('button', { name: `Details of ${name}` }));
  return page;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const marked = () =>
  screen
    .getAllByRole('listitem')
    .filter(({ textContent }) => textContent.includes('worth a look'))
    .map((row) => row.getAttribute('aria-label'));

describe('what is odd about a list', () => {
  it('is marked in the row of the later one of two that are nearly the same', () => {
    aPage({}, { snapshot: aSnapshot([norwegian, german, bokmal]) });
    expect(marked()).toEqual(['Norwegian Bokmål']);
  });

  it('is nothing in a list without such', () => {
    aPage({}, { snapshot: aSnapshot([german, bokmal]) });
    expect(marked()).toEqual([]);
  });

  it('is put right by removing one of the two, which can be undone', () => {
    const { edits } = open('Norwegian Bokmål', norwegian, bokmal);
    expect(screen.getByText('Nearly the same is on your profile: Norwegian, Conversational.')).toBeTruthy();
    press('Remove this one');
    expect(edits()).toMatchObject([{ kind: 'remove', language: 'bokmal' }]);
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  it('is not asked about again once both shall stay', () => {
    const { edits } = open('Norwegian Bokmål', norwegian, bokmal);
    press('Keep both');
    expect(edits()).toEqual([]);
    expect(marked()).toEqual([]);
    press('Undo');
    expect(marked()).toHaveLength(1);
  });

  it('says so of a language that is there twice, and puts the second one back beside the first', () => {
    const { edits } = open('Deutsch', german, aLanguage({ id: 'twice', displayName: 'Deutsch', tag: 'de' }));
    expect(screen.getByText('Also on your profile: German, Conversational.')).toBeTruthy();
    press('Remove this one');
    press('Undo');
    expect(edits().at(-1)).toMatchObject({ kind: 'add', language: 'twice', isBeside: true });
  });

  it('is not what Microsoft guesses beside it', () => {
    const guess = aLanguage({ id: 'guess', isVerified: false, inference: { confidence: 0.4 } });
    aPage({}, { snapshot: aSnapshot([guess, german]) });
    expect(marked()).toEqual([]);
  });

  it('is asked about where something can be done: not in the row that the organisation keeps', () => {
    aPage({}, { snapshot: aSnapshot([norwegian, { ...bokmal, isEditable: false }]) });
    expect(marked()).toEqual(['Norwegian']);
    cleanup();
    aPage({}, { snapshot: aSnapshot([norwegian, bokmal].map((each) => ({ ...each, isEditable: false }))) });
    expect(marked()).toEqual([]);
  });

  it('is asked about the one with an odd tag, and then about the tag, with no mend that makes a double', () => {
    open('Norwegian', oddNorwegian, bokmal);
    expect(marked()).toEqual(['Norwegian']);
    press('Keep both');
    expect(screen.getByText(/“no-NB” is no valid language tag/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Use \S+$/ })).toBeNull();
  });

  it('is mended where the tag tells what was meant', () => {
    const { edits } = open('Norwegian', oddNorwegian, german);
    press('Use nb-NO');
    expect(edits()).toMatchObject([{ kind: 'change', language: 'norwegian', changes: { tag: 'nb-NO' } }]);
  });

  it('is mended by the name where the tag does not tell, or is missing', async () => {
    const { edits } = open('German', { ...german, tag: null });
    expect(screen.getByText(/This entry has no language tag/)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Use de-DE' }));
    expect(edits()).toMatchObject([{ changes: { tag: 'de-DE' } }]);
  });

  it('stays as it is where nobody can tell what was meant, or the person says so', async () => {
    const { edits } = open('Gobbledygook', { ...german, displayName: 'Gobbledygook', tag: 'gobbledygook' });
    await import('../../src/languages/tag-for-name');
    await new Promise((resolve) => setTimeout(resolve));
    expect(screen.queryByRole('button', { name: /^Use \S+$/ })).toBeNull();
    press('Leave as is');
    expect(edits()).toEqual([]);
    expect(marked()).toEqual([]);
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe('Undo');
    });
  });

  it('leaves the focus in its row when somebody has put it right elsewhere', async () => {
    const { state } = open('Norwegian Bokmål', norwegian, bokmal);
    screen.getByRole('button', { name: 'Keep both' }).focus();
    const { languages } = state.value;
    state.value = { ...state.value, languages: languages && { ...languages, snapshot: aSnapshot([bokmal]) } };
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Level of Norwegian Bokmål');
    });
  });

  it('is noticed while adding: what is nearly there is named', async () => {
    aPage({}, { snapshot: aSnapshot([bokmal]) });
    const box = screen.getByRole('combobox', { name: 'Add a language' });
    fireEvent.focus(box);
    fireEvent.input(box, { target: { value: 'norwegian' } });
    const options = await screen.findAllByRole('option', { name: /^Norwegian/ });
    const texts = options.map(({ textContent }) => textContent);
    expect(texts.filter((text) => text.includes('already on your profile'))).toHaveLength(1);
    expect(texts.some((text) => text.endsWith('like Norwegian Bokmål on your profile'))).toBe(true);
  });
});
