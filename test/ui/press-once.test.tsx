// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { aLanguage, aSnapshot } from '../support/builders';
import { aPage } from '../popup/harness';

afterEach(cleanup);

const welsh = aLanguage({ id: 'welsh', displayName: 'Welsh', tag: 'cy-GB' });
const button = (name: string) => screen.getByRole('button', { name });

/** The first click of a double click on that button. */
function click(name: string): void {
  fireEvent.mouseDown(button(name), { detail: 1 });
  fireEvent.click(button(name), { detail: 1 });
}

/** The second one, which meets what stands there then. */
function clickAgain(name: string): void {
  fireEvent.mouseDown(button(name), { detail: 2 });
  fireEvent.click(button(name), { detail: 2 });
}

describe('a double click', () => {
  it('adds one language, although the next one moves under the pointer', () => {
    const { browserTags, edits } = aPage();
    browserTags.value = ['en-GB', 'cy', 'ga'];
    click('Add Welsh');
    clickAgain('Add Irish');
    expect(edits()).toMatchObject([{ fields: { displayName: 'Welsh' } }]);
    click('Add Irish');
    expect(edits()).toHaveLength(2);
  });

  it('presses nothing in the row that moves up', () => {
    const { edits } = aPage({}, { snapshot: aSnapshot([aLanguage(), welsh]) });
    click('Details of Welsh');
    click('Details of German');
    click('Remove German');
    clickAgain('Details of Welsh');
    expect(edits()).toHaveLength(1);
    expect(button('Details of Welsh').getAttribute('aria-expanded')).toBe('false');
    const level = screen.getByRole('combobox', { name: 'Level of Welsh' });
    // A browser would open it.
    expect(fireEvent.mouseDown(level, { detail: 2 })).toBe(false);
  });

  it('on one button that stays is two clicks', () => {
    aPage();
    click('Details of German');
    clickAgain('Details of German');
    expect(button('Details of German').getAttribute('aria-expanded')).toBe('false');
  });
});

describe('a key that is held', () => {
  it('presses no button again', () => {
    aPage();
    const details = button('Details of German');
    expect(fireEvent.keyDown(details, { key: 'Enter' })).toBe(true);
    expect(fireEvent.keyDown(details, { key: 'Enter', repeat: true })).toBe(false);
    expect(fireEvent.keyDown(details, { key: ' ', repeat: true })).toBe(false);
    expect(fireEvent.keyDown(details, { key: 'Tab', repeat: true })).toBe(true);
  });

  it('types on in the search, and picks nothing again', () => {
    aPage();
    const box = screen.getByRole('combobox', { name: 'Add a language' });
    expect(fireEvent.keyDown(box, { key: ' ', repeat: true })).toBe(true);
    expect(fireEvent.keyDown(box, { key: 'Enter', repeat: true })).toBe(false);
  });
});
