import { describe, expect, it } from 'vitest';
import { isWritableAudience, isWritableLevel, toAudienceWord, toLevelWord } from '../../src/graph/wire-words';

describe('toLevelWord', () => {
  it.each([
    ['0', 'elementary'],
    ['1', 'conversational'],
    ['2', 'limitedWorking'],
    ['3', 'professionalWorking'],
    ['4', 'fullProfessional'],
    ['5', 'nativeOrBilingual'],
    ['6', 'unknownFutureValue'],
    ['7', '7'],
    ['05', '05'],
    ['elementary', 'elementary'],
    ['advancedProfessional', 'advancedProfessional'],
    ['constructor', 'constructor'],
  ])('turns %s into %s', (given, word) => {
    expect(toLevelWord(given)).toBe(word);
  });
});

describe('toAudienceWord', () => {
  it.each([
    ['0', 'me'],
    ['1', 'family'],
    ['8', 'organization'],
    ['64', 'unknownFutureValue'],
    ['24', 'organization,federatedOrganizations'],
    ['63', 'family,contacts,groupMembers,organization,federatedOrganizations,everyone'],
    ['128', '128'],
    ['-1', '-1'],
    ['8.5', '8.5'],
    ['organization', 'organization'],
    ['me, organization', 'me, organization'],
    ['neighbours', 'neighbours'],
  ])('turns %s into %s', (given, words) => {
    expect(toAudienceWord(given)).toBe(words);
  });
});

describe('isWritableLevel', () => {
  it.each([
    ['elementary', true],
    ['nativeOrBilingual', true],
    ['unknownFutureValue', false],
    ['advancedProfessional', false],
    ['Elementary', false],
    ['toString', false],
    ['4', false],
    ['', false],
  ])('of %j is %s', (word, expected) => {
    expect(isWritableLevel(word)).toBe(expected);
  });
});

describe('isWritableAudience', () => {
  it.each([
    ['me', true],
    ['organization,federatedOrganizations', true],
    ['organization, everyone', true],
    ['organization,neighbours', false],
    ['organization,unknownFutureValue', false],
    ['organization,', false],
    ['__proto__', false],
    ['8', false],
    ['', false],
  ])('of %j is %s', (words, expected) => {
    expect(isWritableAudience(words)).toBe(expected);
  });
});
