import { beforeEach, describe, expect, it } from 'vitest';
import { appendEdit } from '../../src/storage/append-edit';
import { toAccountRecord } from '../../src/storage/account-record';
import * as catalogue from '../../src/storage/catalogue';
import { type PageState, watchPageState } from '../../src/storage/page-state';
import { saveDraft } from '../../src/storage/save-draft';
import { toRecord } from '../../src/storage/stored';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, anAccount, anAdd, aSnapshot } from '../support/builders';

const { local } = fakeBrowser.storage;

beforeEach(resetBrowser);

describe('watchPageState', () => {
  it('gives all that a page paints after one read', async () => {
    await local.set({
      ...toRecord(catalogue.account, anAccount()),
      ...toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot(), edits: [anAdd()] }),
    });
    const shown: PageState[] = [];
    await watchPageState((state) => shown.push(state), new AbortController().signal);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ account: { key: ACCOUNT_KEY }, languages: { snapshot: aSnapshot() } });
    expect(shown[0]?.languages?.edits).toHaveLength(1);
  });

  it('follows what pages and worker store, until it is ended', async () => {
    await local.set(toRecord(catalogue.account, anAccount()));
    const shown: PageState[] = [];
    const ending = new AbortController();
    await watchPageState((state) => shown.push(state), ending.signal);
    await appendEdit(anAdd(), null);
    expect(shown.at(-1)?.languages?.edits).toHaveLength(1);
    ending.abort();
    await local.remove(catalogue.account.key);
    expect(shown.at(-1)?.account).not.toBeNull();
  });

  it('tells nobody of a draft alone, which every page has for itself', async () => {
    await local.set(toRecord(catalogue.account, anAccount()));
    const shown: PageState[] = [];
    await watchPageState((state) => shown.push(state), new AbortController().signal);
    await saveDraft(ACCOUNT_KEY, { ...catalogue.EMPTY_DRAFT, query: 'ger' });
    expect(shown).toHaveLength(1);
    await local.set({
      ...toRecord(catalogue.draft(ACCOUNT_KEY), { ...catalogue.EMPTY_DRAFT, query: 'germ' }),
      ...toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot() }),
    });
    expect(shown).toHaveLength(2);
  });

  it('keeps a change that came while the first read was under way', async () => {
    const shown: PageState[] = [];
    const watching = watchPageState((state) => shown.push(state), new AbortController().signal);
    await local.set(toRecord(catalogue.account, anAccount()));
    await watching;
    expect(shown.at(-1)?.account?.key).toBe(ACCOUNT_KEY);
  });

  it('rejects where storage cannot be read: that is no empty storage', async () => {
    local.failReadsWith(new Error('An unexpected error occurred'));
    const shown: PageState[] = [];
    const watching = watchPageState((state) => shown.push(state), new AbortController().signal);
    await expect(watching).rejects.toThrow('unexpected');
    expect(shown).toEqual([]);
  });

  it('forgets an account that was signed out', async () => {
    await local.set(toRecord(catalogue.account, anAccount()));
    const shown: PageState[] = [];
    await watchPageState((state) => shown.push(state), new AbortController().signal);
    await local.remove(catalogue.account.key);
    expect(shown.at(-1)?.account).toBeNull();
  });
});
