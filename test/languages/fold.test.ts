import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFolded, fold } from '../../src/languages/fold';

describe('fold', () => {
  it.each([
    ['  Norsk   Bokmål ', 'norsk bokmal'],
    ['Português (Brasil)', 'portugues brasil'],
    ['Tiếng Việt', 'tieng viet'],
    ['Türk İşaret Dili', 'turk isaret dili'],
    ['føroyskt, íslenska', 'foroyskt islenska'],
    ['ślōnski / łódzki', 'slonski lodzki'],
    ['GROẞ straße', 'gross strasse'],
    ['ʻŌlelo Hawaiʻi', 'olelo hawaii'],
    ['n´ko n′ko n＇ko', 'nko nko nko'],
    ['Finland-Swedish', 'finland swedish'],
    ['pt_BR', 'pt br'],
    ['ｄｅｕｔｓｃｈ', 'deutsch'],
    ['中文（简体）', '中文 简体'],
    ['Ελληνικός', 'ελληνικοσ'],
    ['<!-- -->', ''],
  ])('compares %j as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('does nothing more the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('findFolded', () => {
  it.each([
    ['Norwegian Bokmål', 'bokmal', 'Bokmål'],
    ['Weißrussisch', 'weissr', 'Weißr'],
    ['Weißrussisch', 'weis', 'Weiß'],
    ['srpski (latinica)', 'latin', 'latin'],
    ['中文（简体）', '简体', '简体'],
    ['Hawaiʻi Pidgin', 'hawaii', 'Hawaiʻi'],
    // The beginning of a word before the inside of one.
    ['Romanian (Moldova), an example', 'an', 'an'],
    ['Swiss-German', 'swiss german', 'Swiss-German'],
    ['हिन्दी', 'ह', 'हि'],
    ['𑄌𑄋𑄴𑄟𑄳𑄦', '𑄋', '𑄋𑄴'],
  ])('finds in %j by %j: %j', (text, folded, found) => {
    const place = findFolded(text, folded);

    expect(place && text.slice(place.start, place.end)).toBe(found);
  });

  it('points to a beginning of a word if there is one', () => {
    expect(findFolded('Romanian (an)', 'an')).toEqual({ start: 10, end: 12 });
  });

  it('finds nothing that is not there', () => {
    expect(findFolded('Deutsch', 'deutsche')).toBeNull();
  });

  it('finds every part of a text, and what it finds folds to what was asked', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zé ø']{1,12}$/), fc.nat(11), fc.nat(11), (text, from, length) => {
        const part = fold(fold(text).slice(from, from + length + 1));
        fc.pre(part !== '');
        const place = findFolded(text, part);

        expect(place && fold(text.slice(place.start, place.end))).toBe(part);
      }),
    );
  });
});
