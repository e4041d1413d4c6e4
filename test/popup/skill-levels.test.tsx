// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { aLanguage, aSnapshot } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

const FOR_ALL = 'Use “Conversational” for all three';

function open(fields: Parameters<typeof aLanguage>[0], name = 'German') {
  const page = aPage({}, { snapshot: aSnapshot([aLanguage(fields)]) });
  fireEvent.click(screen.getByRole('button', { name: `Details of ${name}` }));
  return page;
}

describe('the details of a language', () => {
  it('say what its level means', () => {
    open({});
    expect(screen.getByText('Everyday conversations and short messages.')).toBeTruthy();
  });

  it('say nothing of a level that is unknown here, or that nobody has said', () => {
    open({ proficiency: null, spoken: 'aLaterWord', reading: null, written: null });
    expect(screen.getByRole('group', { name: 'Details of German' }).querySelector('p')).toBeNull();
    expect(screen.queryByRole('button', { name: /for all three/ })).toBeNull();
  });

  it('lead back to one level for all skills, and the focus with it', async () => {
    const { edits } = open({ reading: 'elementary' });
    const forAll = screen.getByRole('button', { name: FOR_ALL });
    forAll.focus();
    fireEvent.click(forAll);
    expect(edits()).toMatchObject([{ kind: 'change', changes: { reading: 'conversational' } }]);
    expect(screen.queryByRole('button', { name: FOR_ALL })).toBeNull();
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('aria-label')).toBe('Level of German');
    });
  });

  it('offer that only where skills differ', () => {
    open({});
    expect(screen.queryByRole('button', { name: FOR_ALL })).toBeNull();
  });

  it('show the level of a sign language that has only that of its row', () => {
    const nothing = { spoken: null, reading: null, written: null };
    open({ displayName: 'British Sign Language', tag: 'bfi', ...nothing }, 'British Sign Language');
    const signing = screen.getByRole<HTMLSelectElement>('combobox', { name: /^Signing/ });
    expect(signing.value).toBe('conversational');
  });

  it('tell of no day that is none', () => {
    open({ createdAt: 'yesterday' });
    expect(screen.getByText('Added by you')).toBeTruthy();
  });

  it('know one level of a sign language, and call it signing', () => {
    open(
      { displayName: 'American Sign Language', tag: 'ase', reading: 'elementary' },
      'American Sign Language',
    );
    expect(screen.getByRole('combobox', { name: 'Signing of American Sign Language' })).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: /^Reading of/ })).toBeNull();
    expect(screen.queryByRole('button', { name: FOR_ALL })).toBeNull();
  });

  it.each(['Signing of American Sign Language', 'Level of American Sign Language'])(
    'write all of a sign language by "%s"',
    (name) => {
      const { edits } = open(
        { displayName: 'American Sign Language', tag: 'ase', reading: 'elementary' },
        'American Sign Language',
      );
      fireEvent.change(screen.getByRole('combobox', { name }), { target: { value: 'nativeOrBilingual' } });
      const [edit] = edits();
      expect(edit?.kind === 'change' && edit.changes).toMatchObject({
        spoken: 'nativeOrBilingual',
        reading: 'nativeOrBilingual',
        written: 'nativeOrBilingual',
      });
    },
  );
});
