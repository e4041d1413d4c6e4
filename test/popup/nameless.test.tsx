// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { aLanguage, aSnapshot } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));
const withName = (displayName: string, tag: string | null = 'cy-GB') =>
  aLanguage({ id: 'nameless', displayName, tag });
const rows = () => screen.getAllByRole('listitem').map((row) => row.getAttribute('aria-label'));

describe('a language without a name', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \u00a0\u3000'],
    ['a mark of direction', '\u200f'],
    ['an override of direction between blanks', ' \u202e '],
    ['a filler', '\u3164'],
  ])('that is %s is called by its own name', (_, displayName) => {
    aPage({}, { snapshot: aSnapshot([withName(displayName)]) });
    expect(rows()).toEqual(['Cymraeg']);
  });

  it.each([
    ['its tag where nobody knows its own name', 'zz', 'zz'],
    ['unnamed where it has no tag either', null, 'Unnamed language'],
    ['unnamed where its tag cannot be seen', ' \u200f', 'Unnamed language'],
    ['what the table of languages says where the browser does not', 'gsg', 'Deutsche Gebärdensprache'],
  ])('is called %s', async (_, tag, name) => {
    aPage({}, { snapshot: aSnapshot([withName('', tag)]) });
    await waitFor(() => {
      expect(rows()).toEqual([name]);
    });
  });

  it('is called so where it is guessed', () => {
    const guess = { ...withName('\u200f'), source: 'inferred', isVerified: false } as const;
    aPage({}, { snapshot: aSnapshot([guess]) });
    const suggestions = screen.getByRole('group', { name: 'Suggestions' });
    expect(suggestions.textContent).toContain('Microsoft suggests Cymraeg');
    expect(within(suggestions).getByRole('button', { name: 'Confirm Cymraeg' })).toBeTruthy();
    expect(within(suggestions).getByRole('button', { name: 'Dismiss Cymraeg' })).toBeTruthy();
  });

  it('is called so once it was removed, and on the way back', () => {
    aPage({}, { snapshot: aSnapshot([withName('')]) });
    press('Details of Cymraeg');
    press('Remove Cymraeg');
    expect(screen.getByRole('button', { name: 'Undo' }).title).toBe('Undo removing Cymraeg');
    press('Recently removed');
    const dialog = screen.getByRole('dialog', { name: 'Recently removed' });
    expect(within(dialog).getByText('Cymraeg')).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: 'Put back Cymraeg' })).toBeTruthy();
  });
});
