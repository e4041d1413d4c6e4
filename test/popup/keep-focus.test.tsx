// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProfileLanguage } from '../../src/languages/language';
import { inState } from '../../src/outbox/edit';
import { undoOf } from '../../src/outbox/undo';
import { EMPTY_DRAFT } from '../../src/storage/catalogue';
import { NO_PREFERENCES, type Preferences } from '../../src/storage/preferences';
import { aChange, aLanguage, anAccount, aSnapshot, someFields } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

const german = aLanguage({ reading: 'elementary' });
const welsh = aLanguage({ id: 'welsh', displayName: 'Welsh', tag: 'cy-GB' });
const guess = (displayName: string, tag: string, confidence: number) =>
  aLanguage({ id: tag, displayName, tag, source: 'inferred', inference: { confidence }, isVerified: false });
const danish = guess('Danish', 'da-DK', 0.3);

/** An open popup with German, whose details are open, and what other windows and answers do to it. */
function open(languages: readonly ProfileLanguage[] = [german], preferences: Partial<Preferences> = {}) {
  const page = aPage(
    {
      draft: { ...EMPTY_DRAFT, openLine: german.id },
      choices: [{ ...NO_PREFERENCES, placedAtMs: 1, ...preferences }],
    },
    { snapshot: aSnapshot(languages), undo: undoOf(aChange({ spoken: 'elementary' })) },
  );
  const { state } = page;
  const store = (change: Partial<NonNullable<typeof state.value.languages>>) => {
    const { languages: kept } = state.value;
    state.value = { ...state.value, languages: kept && { ...kept, ...change } };
  };
  return {
    ...page,
    store,
    read: (...all: readonly ProfileLanguage[]) => {
      store({ snapshot: aSnapshot(all) });
    },
    choose: (order: Preferences['order']) => {
      state.value = { ...state.value, choices: [{ ...NO_PREFERENCES, order, placedAtMs: 2 }] };
    },
    shutDetails: () => {
      state.value = { ...state.value, draft: EMPTY_DRAFT };
    },
    confirm: () => {
      store({ edits: page.edits().map((edit) => inState(edit, { status: 'done' })) });
    },
  };
}
type Page = ReturnType<typeof open>;

const BEGINNING = 'Add a language';
const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const level = (name: string) => screen.getByRole('combobox', { name });
const locked = { ...german, isEditable: false };

/** Until nothing is under way any more. */
const rest = (waitMs = 200) => new Promise((resolve) => setTimeout(resolve, waitMs));

async function expectFocusOn(name: string): Promise<void> {
  await waitFor(() => {
    expect(focused()).toBe(name);
  });
}

function press(name: string): void {
  button(name).focus();
  fireEvent.click(button(name));
}

describe('the focus on what another window or an answer takes away', () => {
  it.each<[string, () => HTMLElement, (page: Page) => void, string]>([
    [
      'a handle',
      () => button('Move German'),
      ({ choose }) => {
        choose('added');
      },
      'Level of German',
    ],
    [
      'a button that moves',
      () => button('Move down'),
      ({ choose }) => {
        choose('added');
      },
      'Level of German',
    ],
    [
      'a level',
      () => level('Level of German'),
      ({ read }) => {
        read(locked);
      },
      'Move German',
    ],
    [
      'a skill',
      () => level('Reading of German'),
      ({ read }) => {
        read(locked);
      },
      'Move German',
    ],
    [
      '"for all three"',
      () => button(/for all/),
      ({ read }) => {
        read(aLanguage());
      },
      'Level of German',
    ],
    [
      'details',
      () => button('Remove German'),
      ({ shutDetails }) => {
        shutDetails();
      },
      'Level of German',
    ],
  ])('goes to its row: %s', async (_, holder, change, heir) => {
    const page = open([german, welsh], { order: 'hand', places: [german.id, welsh.id] });
    holder().focus();
    change(page);
    await expectFocusOn(heir);
  });

  it.each<[string, () => HTMLElement, (page: Page) => void]>([
    [
      'a row',
      () => level('Level of German'),
      ({ read }) => {
        read(danish);
      },
    ],
    [
      'Undo',
      () => button('Undo'),
      ({ store }) => {
        store({ undo: null });
      },
    ],
    [
      'a suggestion',
      () => button('Add Welsh'),
      ({ read }) => {
        read(german, welsh);
      },
    ],
    [
      'a guess',
      () => button('Dismiss Danish'),
      ({ read }) => {
        read(german);
      },
    ],
  ])('goes to the search: %s', async (_, holder, change) => {
    const page = open([german, danish]);
    holder().focus();
    change(page);
    await expectFocusOn(BEGINNING);
  });

  it('goes there too where the browser does not tell of it', async () => {
    const end = new AbortController();
    const hide = (event: Event) => {
      event.stopImmediatePropagation();
    };
    window.addEventListener('focusout', hide, { capture: true, signal: end.signal });
    const { store } = open();
    button('Undo').focus();
    store({ undo: null });
    await expectFocusOn(BEGINNING);
    end.abort();
  });

  it('stays in the dialog that is open', async () => {
    const atMs = new Date('2026-11-20').getTime();
    const gone = [{ fields: someFields({ displayName: 'Welsh', tag: 'cy-GB' }), atMs }];
    const { state } = aPage({
      removed: [...gone, { fields: someFields({ displayName: 'Irish', tag: 'ga' }), atMs }],
    });
    fireEvent.click(screen.getByRole('button', { name: 'Recently removed', hidden: true }));
    button('Put back Irish').focus();
    state.value = { ...state.value, removed: gone };
    await expectFocusOn('Put back Welsh');
  });

  it('is left alone where the person had left it', async () => {
    const { read } = open([german, welsh]);
    level('Level of Welsh').focus();
    await rest();
    level('Level of Welsh').blur();
    await rest();
    read(german);
    await rest();
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the focus after a guess was confirmed and that is taken back', () => {
  const surer = [guess('Swedish', 'sv-SE', 0.9), guess('Finnish', 'fi-FI', 0.8)];

  it.each<[string, readonly ProfileLanguage[]]>([
    ['it had been dismissed', []],
    ['others are surer', surer],
  ])('is in the search where the guess is not shown again: %s', async (_, others) => {
    const { confirm } = open([german, danish, ...others], {
      putAside: others.length > 0 ? [] : [{ question: `guess:${danish.id}`, isAside: true, atMs: 1 }],
    });
    const box = level(BEGINNING);
    fireEvent.focus(box);
    fireEvent.input(box, { target: { value: 'danish' } });
    fireEvent.click(await screen.findByRole('option', { name: /dansk.*da-DK$/ }));
    await expectFocusOn('Level of Danish');
    confirm();
    press('Undo');
    await expectFocusOn('Level of Danish');
    confirm();
    await expectFocusOn(BEGINNING);
    press('Add Welsh');
    await expectFocusOn('Level of Welsh');
  });
});

describe('what is wanted and never comes', () => {
  it('gives the focus to the search and is forgotten', async () => {
    const { store } = open();
    press('Remove German');
    // Another window did something that cannot be taken back.
    store({ undo: null });
    await expectFocusOn(BEGINNING);
    await rest(1_000);
    store({ undo: undoOf(aChange({ spoken: 'elementary' })) });
    await screen.findByRole('button', { name: 'Undo' });
    expect(focused()).toBe(BEGINNING);
  });
});

describe('the focus when somebody', () => {
  it('signs out is on the button that signs in, and after that in the search', async () => {
    const { state } = open();
    const { languages } = state.value;
    button('Account and settings').focus();
    state.value = { ...state.value, account: null, languages: null };
    await expectFocusOn('Sign in');
    state.value = { ...state.value, account: anAccount(), languages };
    await expectFocusOn(BEGINNING);
  });
});
