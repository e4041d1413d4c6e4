import { describe, expect, it } from 'vitest';
import type { ProfileLanguage } from '../../src/languages/language';
import { asAnswered, type KnownWrite, rememberWrite, withKnownWrites } from '../../src/outbox/known-writes';
import { aLanguage, someFields } from '../support/builders';

const AT_MS = 1_000_000;
const before = aLanguage({ modifiedAt: '2026-01-01T00:00:00.000Z' });
const after = aLanguage({ spoken: 'elementary', modifiedAt: '2026-01-02T00:00:00.000Z' });
const elsewhere = aLanguage({ spoken: 'fullProfessional', modifiedAt: '2026-01-03T00:00:00.000Z' });
const other = aLanguage({ id: 'welsh', displayName: 'Welsh', tag: 'cy' });

function aWrite(write: Partial<KnownWrite> = {}): KnownWrite {
  const asked = { spoken: 'elementary' };
  return { id: 'german', asked, answered: after, replaced: [before], atMs: AT_MS, ...write };
}

const creation = aWrite({ asked: someFields(), answered: after, replaced: [null] });
const removal = aWrite({ asked: {}, answered: null });
/** An organisation shows it to nobody but the person, whatever they asked for. */
const overruled = aWrite({ asked: { audience: 'everyone' }, answered: aLanguage({ audience: 'me' }) });

describe('a read after an own write', () => {
  const SOON = AT_MS + 59_999;
  const LATE = AT_MS + 60_000;

  it.each<[string, KnownWrite, ProfileLanguage[], number, ProfileLanguage[], boolean]>([
    ['that shows it', aWrite(), [other, after], SOON, [other, after], true],
    ['that has not heard of a change', aWrite(), [before, other], SOON, [after, other], true],
    ['that has not heard of a new language', creation, [other], SOON, [other, after], true],
    ['that has not heard of a removal', removal, [before, other], SOON, [other], true],
    ['that shows a removal', removal, [other], SOON, [other], true],
    ['that shows what somebody else wrote since', aWrite(), [elsewhere], SOON, [elsewhere], true],
    ['that shows that somebody removed it since', aWrite(), [other], SOON, [other], true],
    ['that shows that somebody has it back since', removal, [elsewhere], SOON, [elsewhere], true],
    ['that shows it and comes late', aWrite(), [after], LATE, [after], false],
    ['that comes too late for a lag', aWrite(), [before], LATE, [before], true],
    ['that comes before it, by a clock that was set back', aWrite(), [before], AT_MS - 1, [after], true],
    // What was asked and what was answered are needed for the next merge, for as long as it is so.
    [
      'that shows what overruled it, late',
      overruled,
      [aLanguage({ audience: 'me' })],
      LATE,
      [aLanguage({ audience: 'me' })],
      true,
    ],
  ])('%s', (_, write, listed, nowMs, languages, isRemembered) => {
    const known = { languages: write.answered ? [other, write.answered] : [other], knownWrites: [write] };
    const read = withKnownWrites(listed, known, nowMs);
    expect(read.languages).toEqual(languages);
    expect(read.knownWrites.some(({ id }) => id === 'german')).toBe(isRemembered);
  });

  it('is older than a write where it shows what any of several writes has replaced', () => {
    const third = aLanguage({ spoken: 'limitedWorking', modifiedAt: '2026-01-04T00:00:00.000Z' });
    const second = aWrite({
      asked: { spoken: 'limitedWorking' },
      answered: third,
      replaced: [after],
      atMs: AT_MS + 10,
    });
    const writes = rememberWrite(rememberWrite([], aWrite()), second);
    for (const lagging of [before, after]) {
      const known = { languages: [third], knownWrites: writes };
      expect(withKnownWrites([lagging], known, AT_MS + 20).languages).toEqual([third]);
    }
  });

  it('is of another version where only the time of the last change differs', () => {
    const touched = { ...before, modifiedAt: '2026-01-05T00:00:00.000Z' };
    const known = { languages: [after], knownWrites: [aWrite()] };
    expect(withKnownWrites([touched], known, AT_MS).languages).toEqual([touched]);
  });
});

describe('a read after another read', () => {
  const read = withKnownWrites([elsewhere], { languages: [before, other], knownWrites: [] }, AT_MS);

  it('does not take back what the other has shown', () => {
    for (const lagging of [[before, other], [before], [other], []]) {
      expect(withKnownWrites(lagging, read, AT_MS + 1).languages).toEqual(
        lagging.length === 0 || !lagging.includes(before) ? [] : [elsewhere],
      );
    }
  });

  it('is believed where it shows a new version, and after a minute', () => {
    expect(withKnownWrites([after], read, AT_MS + 1).languages).toEqual([after]);
    expect(withKnownWrites([before], read, AT_MS + 60_000).languages).toEqual([before]);
  });

  it('does not take for overruled what somebody else wrote', () => {
    const known = { languages: [after], knownWrites: [aWrite()] };
    const [write] = withKnownWrites([elsewhere], known, AT_MS + 1).knownWrites;
    expect(asAnswered(after, write)).toEqual(after);
  });
});

describe('own writes', () => {
  it('of several languages stand beside each other', () => {
    const welsh = aWrite({ id: 'welsh' });
    expect(rememberWrite(rememberWrite([], aWrite()), welsh)).toEqual([aWrite(), welsh]);
  });

  it('of one language become one: all that was replaced, and the last answer', () => {
    const second = aWrite({ answered: elsewhere, replaced: [after], atMs: 2 });
    expect(rememberWrite([aWrite()], second)).toEqual([{ ...second, replaced: [before, after] }]);
  });

  it('of one language remember the last eight versions', () => {
    const many = Array.from({ length: 12 }, (_, index) => aLanguage({ spoken: String(index) }));
    const writes = many.reduce<KnownWrite[]>(
      (known, version) => rememberWrite(known, aWrite({ replaced: [version] })),
      [],
    );
    expect(writes[0]?.replaced).toEqual(many.slice(-8));
  });
});

describe('what the person saw', () => {
  it('stays as it is where nothing was written, or where it was removed', () => {
    expect(asAnswered(someFields(), undefined)).toEqual(someFields());
    expect(asAnswered(someFields(), removal)).toEqual(someFields());
  });

  it('is what the service made of it, where it was asked for something else', () => {
    const seen = someFields({ audience: 'everyone' });
    expect(asAnswered(seen, overruled)).toEqual(someFields({ audience: 'me' }));
  });

  it('stays as it is in a field that was not asked for, and in one that they saw otherwise', () => {
    expect(asAnswered(someFields(), aWrite())).toEqual(someFields());
    const seen = someFields({ audience: 'organization' });
    expect(asAnswered(seen, overruled)).toEqual(seen);
  });
});
