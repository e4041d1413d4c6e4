// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from '../support/browser';
import { aLanguage, aSnapshot } from '../support/builders';
import { aPage } from './harness';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const chips = () =>
  within(screen.getByRole('group', { name: 'Suggestions' })).queryAllByRole('button', { name: /^Add / });

const box = (): HTMLInputElement => screen.getByRole('combobox', { name: 'Add a language' });
const names = () => screen.queryAllByRole('listitem').map((row) => row.getAttribute('aria-label'));

async function type(text: string): Promise<HTMLElement[]> {
  fireEvent.focus(box());
  fireEvent.input(box(), { target: { value: text } });
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

  it.each([
    ['zh-TW', 'Chinese', 'zh-TW'],
    ['sr-latn-rs', 'Serbian (Latin)', 'sr-Latn-RS'],
    ['pt br', 'Portuguese (Brazil)', 'pt-BR'],
    ['no-NB', 'Norwegian Bokmål', 'nb-NO'],
  ])('by the tag %s is shown and written as that, wherever the person browses', async (query, name, tag) => {
    const { edits, browserTags } = aPage({}, { snapshot: aSnapshot([]) });
    browserTags.value = ['zh-CN', 'pt-PT', 'no'];
    const [first] = await type(query);
    expect(first?.textContent).toMatch(new RegExp(`${tag}$`));
    fireEvent.click(first ?? document.body);
    expect(edits()).toMatchObject([{ fields: { displayName: name, tag } }]);
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

describe('the language in which the person browses', () => {
  it('is Bokmål where the browser says Norwegian, also in the tag', async () => {
    const { edits, browserTags } = aPage({}, { snapshot: aSnapshot([]) });
    await act(() => {
      browserTags.value = ['no'];
    });
    fireEvent.click(screen.getByRole('button', { name: 'Add Norwegian Bokmål' }));
    expect(edits()).toMatchObject([{ fields: { displayName: 'Norwegian Bokmål', tag: 'nb-NO' } }]);
  });

  it('is written as tags usually are, however the browser has it', async () => {
    const { edits, browserTags } = aPage({}, { snapshot: aSnapshot([]) });
    await act(() => {
      browserTags.value = ['EN-us', 'pt_pt'];
    });
    fireEvent.click(screen.getByRole('button', { name: 'Add English' }));
    const [portuguese] = await type('portug');
    fireEvent.click(portuguese ?? document.body);
    expect(edits()).toMatchObject([{ fields: { tag: 'en-US' } }, { fields: { tag: 'pt-PT' } }]);
  });
});

describe('Enter before anything is found', () => {
  const add = (query: string) => {
    const page = aPage({}, { snapshot: aSnapshot([]) });
    fireEvent.focus(box());
    fireEvent.input(box(), { target: { value: query } });
    fireEvent.keyDown(box(), { key: 'Enter' });
    return page;
  };

  it('picks the first language once it is there', async () => {
    const { edits } = add('welsh');
    await waitFor(() => {
      expect(names()).toEqual(['Welsh']);
    });
    expect(edits()).toHaveLength(1);
    await waitFor(() => {
      expect(box().value).toBe('');
    });
  });

  it('waits for all languages where what is known so far is only nearly meant', async () => {
    const { edits } = add('araki');
    await waitFor(() => {
      expect(names()).toEqual(['Araki']);
    });
    expect(edits()).toHaveLength(1);
  });

  it.each([
    ['another letter', () => null],
    ['Escape', () => fireEvent.keyDown(box(), { key: 'Escape' })],
  ])('is forgotten by %s', async (_, forget) => {
    const { edits } = add('welsh');
    forget();
    await type('dan');
    expect(edits()).toEqual([]);
  });

  it('is forgotten by leaving', async () => {
    const { edits } = add('welsh');
    fireEvent.blur(box());
    fireEvent.focus(box());
    await screen.findByRole('listbox', { name: 'Languages that match' });
    expect(edits()).toEqual([]);
  });

  it('is forgotten once it has picked', async () => {
    const { edits } = add('welsh');
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Level of Welsh');
    });
    await type('danish');
    expect(edits()).toHaveLength(1);
  });
});

describe('a composition', () => {
  const composing = [
    ['isComposing', { isComposing: true }],
    ['keyCode 229', { keyCode: 229 }],
  ] as const;

  /** What happy-dom has not laid out cannot be chosen. */
  const layOut = () => vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1);

  it.each(composing)('is ended by Enter (%s), which picks nothing', async (_, how) => {
    layOut();
    const { edits } = aPage({}, { snapshot: aSnapshot([]) });
    await type('日本');
    fireEvent.compositionStart(box());
    await type('日本語');
    fireEvent.keyDown(box(), { key: 'Enter', ...how });
    expect(edits()).toEqual([]);
    fireEvent.compositionEnd(box());
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(edits()).toMatchObject([{ fields: { displayName: 'Japanese' } }]);
  });

  it.each(composing)('is ended by Escape (%s), which leaves what was typed', async (_, how) => {
    aPage();
    await type('ger');
    fireEvent.keyDown(box(), { key: 'Escape', ...how });
    expect(box().value).toBe('ger');
    fireEvent.keyDown(box(), { key: 'Escape' });
    expect(box().value).toBe('');
  });

  it('is ended by Enter before anything is found, which is not remembered', async () => {
    const { edits } = aPage({}, { snapshot: aSnapshot([]) });
    fireEvent.focus(box());
    fireEvent.input(box(), { target: { value: 'welsh' } });
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    await screen.findByRole('listbox', { name: 'Languages that match' });
    expect(edits()).toEqual([]);
  });
});

it('a letter of a search does not show the list again', async () => {
  aPage();
  const read = vi.spyOn(fakeBrowser.i18n, 'getMessage');
  const words = () => read.mock.calls.map(([key]) => key);
  await type('dan');
  expect(words()).toContain('searchResults');
  expect(words()).not.toContain('yourLanguages');
  fireEvent.click(screen.getByRole('button', { name: 'Details of German' }));
  expect(words()).toContain('yourLanguages');
});

it('the popup opens with the focus in the search', () => {
  aPage();
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Add a language' }));
});

it('a row says that its skills are at different levels', () => {
  aPage({}, { snapshot: aSnapshot([aLanguage({ spoken: 'elementary', reading: 'fullProfessional' })]) });
  expect(screen.getByRole('listitem', { name: 'German' }).textContent).toContain('levels differ');
});
