// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { needsLater } from '../../src/popup/needs-later';
import { asPrescribed } from '../../src/popup/prescribed';
import { NO_POLICY, type Policy } from '../../src/storage/policy';
import { policy } from '../../src/storage/registration-keys';
import { toRecord } from '../../src/storage/stored';
import { aSnapshot, someFields } from '../support/builders';
import { aPage } from './harness';

afterEach(cleanup);

const record = (given: Partial<Policy>) => toRecord(policy, { ...NO_POLICY, ...given });

describe('where the organisation prescribes it', () => {
  it('a language that is added gets its audience, and its name in its language', () => {
    const { edits } = aPage(
      { record: record({ defaultAudience: 'me', displayNameLanguage: 'de' }) },
      { snapshot: aSnapshot([]) },
    );
    fireEvent.click(screen.getByRole('button', { name: 'Add Welsh' }));
    expect(edits()).toMatchObject([{ fields: { displayName: 'Walisisch', tag: 'cy-GB', audience: 'me' } }]);
  });

  it.each([
    ['de-DE', 'German', 'Deutsch'],
    ['zh-Hant', 'Traditional Chinese', 'Chinesisch (Traditionell)'],
    ['gsw-CH', 'Swiss German', 'Schweizerdeutsch'],
    ['bfi', 'British Sign Language', 'British Sign Language'],
    [null, 'Gobbledygook', 'Gobbledygook'],
  ])('%s (%s) is called %s', (tag, displayName, name) => {
    const fields = someFields({ tag, displayName });
    expect(asPrescribed(fields, record({ displayNameLanguage: 'de' })).displayName).toBe(name);
  });

  it('nobody chooses an audience, and the details say why', () => {
    aPage({ record: record({ lockAudience: true }) });
    fireEvent.click(screen.getByRole('button', { name: 'Details of German' }));
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Who can see German' }).disabled).toBe(
      true,
    );
    expect(screen.getByText('Your organisation has set this. It cannot be changed here.')).toBeTruthy();
  });

  it('the first paint waits for what knows it', () => {
    expect(needsLater(aPage({ record: record({}) }).state.value, true)).toBe(true);
  });
});
