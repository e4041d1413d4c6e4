// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { aPage } from './harness';

afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name, hidden: true }));

describe('a language that was removed', () => {
  it('can be put back as it was', () => {
    const { edits } = aPage();
    press('Details of German');
    press('Remove German');
    press('Recently removed');
    const dialog = screen.getByRole('dialog', { name: 'Recently removed' });
    expect(within(dialog).getByText(/^Removed .*2026$/)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Put back German' }));
    const [removal, add] = edits();
    expect(add).toMatchObject({ kind: 'add', language: 'german' });
    expect(add?.kind === 'add' && removal?.kind === 'remove' && add.fields).toEqual(
      removal?.kind === 'remove' && removal.base,
    );
    expect(screen.getByRole('listitem', { name: 'German' })).toBeTruthy();
  });

  it('is not offered while there is none, and no more once it is there again', () => {
    aPage();
    const menu = () => screen.queryByRole('button', { name: 'Recently removed', hidden: true });
    expect(menu()).toBeNull();
    press('Details of German');
    press('Remove German');
    expect(menu()).toBeTruthy();
    press('Undo');
    expect(menu()).toBeNull();
  });

  it('is not one that was only taken back', () => {
    aPage({ removed: [] });
    fireEvent.click(screen.getByRole('button', { name: 'Add Welsh' }));
    press('Undo');
    expect(screen.queryByRole('button', { name: 'Recently removed', hidden: true })).toBeNull();
  });
});
