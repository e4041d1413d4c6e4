// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { aLanguage, aSnapshot } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

const chips = () =>
  within(screen.getByRole('group', { name: 'Suggestions' })).queryAllByRole('button', { name: /^Add / });

async function type(text: string): Promise<HTMLElement[]> {
  const box = screen.getByRole('combobox', { name: 'Add a language' });
  fireEvent.focus(box);
  fireEvent.input(box, { target: { value: text } });
  return within(await screen.findByRole('listbox', { name: 'Languages that match' })).getAllByRole('option');
}

describe('a language that is searched', () => {
  it('is written with the tag that was shown: the variety in which the person browses', async () => {
    const { edits, browserTags } = aPage({}, { snapshot: aSnapshot([]) });
    browserTags.value = ['en-GB', 'pt-PT', 'zh-TW'];
    const [portuguese] = await type('portug');
    expect(portuguese?.textContent).toMatch(/^Portuguese.*pt-PT$/);
    fireEvent.click(portuguese ?? document.body);
    expect(edits()).toMatchObject([{ fields: { displayName: 'Portuguese', tag: 'pt-PT' } }]);
  });

  it('is written in the variety of most of its speakers, or in the one that was picked', async () => {
    const { edits, browserTags } = aPage({}, { snapshot: aSnapshot([]) });
    browserTags.value = ['en-GB'];
    const [first] = await type('arabic');
    expect(first?.textContent).toMatch(/ar-EG$/);
    const picked = (await type('zh-Hant')).find(({ textContent }) => textContent.endsWith('zh-Hant'));
    fireEvent.click(picked ?? document.body);
    expect(edits()).toMatchObject([{ fields: { tag: 'zh-Hant' } }]);
  });

  it('is not the only one that a short search means, and the note says so', async () => {
    aPage();
    const options = await type('sign');
    expect(options).toHaveLength(20);
    expect(screen.getByText('The first 20 are shown. Type more to find others.')).toBeTruthy();
  });

  it('is told from one of the same name by the tag of that', async () => {
    const norwegian = aLanguage({ id: 'n', displayName: 'Norwegian', tag: 'no-NB' });
    aPage({}, { snapshot: aSnapshot([norwegian]) });
    const options = await type('norwegian');
    expect(options.map(({ textContent }) => textContent).join()).toContain('like no-NB on your profile');
  });
});

describe('a language that the person browses in', () => {
  it('is suggested no more once they say so, until they take it back', async () => {
    const { edits } = aPage({}, { snapshot: aSnapshot([]) });
    const before = chips().map(({ textContent }) => textContent);
    expect(before).toContain('+ Welsh');
    fireEvent.click(screen.getByRole('button', { name: 'Do not suggest Welsh' }));
    expect(chips().map(({ textContent }) => textContent)).toEqual(
      before.filter((each) => each !== '+ Welsh'),
    );
    expect(edits()).toEqual([]);
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe('Undo');
    });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(chips().map(({ textContent }) => textContent)).toEqual(before);
  });
});

it('the popup opens with the focus in the search', () => {
  aPage();
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Add a language' }));
});

it('a row says that its skills are at different levels', () => {
  aPage({}, { snapshot: aSnapshot([aLanguage({ spoken: 'elementary', reading: 'fullProfessional' })]) });
  expect(screen.getByRole('listitem', { name: 'German' }).textContent).toContain('levels differ');
});
