import { describe, expect, it } from 'vitest';
import { absentOf, type Removed, withRemoved } from '../../src/outbox/removed';
import { someFields } from '../support/builders';

const DAY_MS = 24 * 60 * 60_000;
const of = (displayName: string, tag: string, atMs: number): Removed => ({
  fields: someFields({ displayName, tag }),
  atMs,
});
const german = of('German', 'de-DE', 1_000);
const welsh = of('Welsh', 'cy-GB', 2_000);

describe('what was removed lately', () => {
  it('is kept latest first, and each language once as it was last', () => {
    expect(withRemoved([german], welsh)).toEqual([welsh, german]);
    const again = of('Deutsch', 'de', 3_000);
    expect(withRemoved([welsh, german], again)).toEqual([again, welsh]);
  });

  it('is ten languages at most', () => {
    const tags = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh', 'ii', 'jj', 'kk'];
    const all = tags.reduce<Removed[]>((list, tag, atMs) => withRemoved(list, of(tag, tag, atMs)), []);
    expect(all.map(({ fields }) => fields.tag)).toEqual(tags.slice(1).reverse());
  });

  it('is forgotten after thirty days', () => {
    const nowMs = german.atMs + 30 * DAY_MS;
    expect(absentOf([welsh, german], [], nowMs)).toEqual([welsh]);
    expect(withRemoved([german], { ...welsh, atMs: nowMs })).toEqual([{ ...welsh, atMs: nowMs }]);
  });

  it('is not offered where it is there again', () => {
    expect(absentOf([welsh, german], [someFields({ tag: 'de' })], 3_000)).toEqual([welsh]);
  });
});
