import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLanguage } from '../../src/graph/wire';
import { aWireLanguage } from './fake-fetch';

const read = (fields: object) => readLanguage(aWireLanguage(fields));

describe('readLanguage', () => {
  it('reads a language that was written through this API', () => {
    expect(readLanguage(aWireLanguage())).toEqual({
      id: '0fb4c1e3-c1e3-0fb4-e3c1-b40fe3c1b40f',
      displayName: 'Norwegian Bokmål',
      tag: 'nb-NO',
      proficiency: null,
      spoken: 'nativeOrBilingual',
      written: 'fullProfessional',
      reading: 'nativeOrBilingual',
      audience: 'organization',
      source: 'user',
      isEditable: true,
      inference: null,
      createdAt: '2020-07-06T06:34:12.229Z',
      modifiedAt: '2020-07-07T06:34:12.229Z',
    });
  });

  // After the profile in Microsoft's reference, trimmed.
  it('reads a language that the directory gave', () => {
    const language = readLanguage({
      '@odata.type': '#microsoft.graph.languageProficiency',
      id: 'd1f3',
      displayName: 'English (United States)',
      tag: 'en-US',
      proficiency: null,
      allowedAudiences: 'everyone',
      createdDateTime: '0001-01-01T00:00:00Z',
      lastModifiedDateTime: '0001-01-01T00:00:00Z',
      createdBy: { application: { displayName: 'AAD', id: null }, device: null, user: null },
    });
    expect(language).toMatchObject({
      spoken: null,
      audience: 'everyone',
      source: 'directory',
      isEditable: false,
      createdAt: null,
      modifiedAt: null,
    });
  });

  it('reads a language of which there is only the id', () => {
    expect(readLanguage({ id: 'a' })).toEqual({
      id: 'a',
      displayName: '',
      tag: null,
      proficiency: null,
      spoken: null,
      written: null,
      reading: null,
      audience: null,
      source: 'other',
      isEditable: true,
      inference: null,
      createdAt: null,
      modifiedAt: null,
    });
  });

  it.each([
    undefined,
    null,
    '',
    0,
    [],
    {},
    { id: null },
    { id: 7 },
    { id: '' },
    { id: '..' },
    { id: 'x'.repeat(257) },
  ])('reads nothing from %j', (item) => {
    expect(readLanguage(item)).toBeNull();
  });

  it.each<[string, object, object]>([
    ['a level by number', { spoken: 4 }, { spoken: 'fullProfessional' }],
    ['a level by number as text', { spoken: '4' }, { spoken: 'fullProfessional' }],
    ['an audience by number as text', { allowedAudiences: '8' }, { audience: 'organization' }],
    ['several audiences', { allowedAudiences: 'me,everyone' }, { audience: 'me,everyone' }],
    ['a level of later', { spoken: 'superb' }, { spoken: 'superb' }],
    ['an empty level', { spoken: '' }, { spoken: null }],
    ['a level that is an object', { spoken: { value: 4 } }, { spoken: null }],
    ['a level that is a novel', { spoken: 'x'.repeat(300) }, { spoken: null }],
    [
      'the beginning of a name that is a novel',
      { displayName: 'x'.repeat(300) },
      { displayName: `${'x'.repeat(257)}…` },
    ],
    ['a name that is markup, as it is', { displayName: '<img src=x>' }, { displayName: '<img src=x>' }],
    ['a name that is none', { displayName: ['x'] }, { displayName: '' }],
    ['a tag that is a novel', { tag: 'x'.repeat(65) }, { tag: null }],
    ['a tag as long as one can be', { tag: 'x'.repeat(64) }, { tag: 'x'.repeat(64) }],
    ['an empty tag', { tag: '' }, { tag: null }],
    [
      'a date with an offset',
      { createdDateTime: '2020-07-06T09:34:12+03:00' },
      { createdAt: '2020-07-06T06:34:12.000Z' },
    ],
    ['year one with an offset', { createdDateTime: '0001-01-01T00:00:00-08:00' }, { createdAt: null }],
    ['a date that is none', { createdDateTime: 'last summer' }, { createdAt: null }],
    ['a day that is none', { createdDateTime: '2020-13-45T00:00:00Z' }, { createdAt: null }],
    ['a date that is a number', { createdDateTime: 1594017252 }, { createdAt: null }],
    [
      'an inference',
      { inference: { confidenceScore: 0.7, userHasVerifiedAccuracy: true } },
      { inference: { confidence: 0.7 }, isVerified: true },
    ],
    [
      'an odd inference',
      { inference: { confidenceScore: 7, userHasVerifiedAccuracy: null } },
      { inference: { confidence: null }, isVerified: false },
    ],
    ['an inference that is none', { inference: 'sure' }, { inference: null }],
  ])('reads %s', (_, fields, expected) => {
    expect(read(fields)).toMatchObject(expected);
  });

  describe('and where it came from', () => {
    const DIRECTORY = '4ce763dd-9214-4eff-af7c-da491cc3782d';
    const API = '46a57efc-33f8-4eec-a512-b90039ad6187';

    it.each<[string, object, object]>([
      [
        'names the source sourceId',
        { sources: [{ sourceId: DIRECTORY, isDefaultSource: true }] },
        { source: 'directory' },
      ],
      [
        'names the source id',
        { sources: [{ id: DIRECTORY, isDefaultSource: true }] },
        { source: 'directory' },
      ],
      [
        'names a default source and others',
        { sources: [{ sourceId: API }, { sourceId: DIRECTORY, isDefaultSource: true }] },
        { source: 'directory', isEditable: false },
      ],
      ['names no default source', { sources: [{ sourceId: API }] }, { source: 'user', isEditable: true }],
      [
        'has odd sources',
        { sources: [null, 7, { sourceId: [] }, { sourceId: DIRECTORY }] },
        { source: 'directory' },
      ],
      ['has sources that are none', { sources: 'AAD' }, { source: 'user' }],
      ['has one type', { source: { type: 'UPA' } }, { source: 'sharepoint', isEditable: false }],
      ['has several types', { source: { type: ['Galaxy', null, 'UPA'] } }, { source: 'sharepoint' }],
      ['has a type that is none', { source: { type: 7 } }, { source: 'user' }],
      ['has a source that is none', { source: 'UPA' }, { source: 'user' }],
      ['has a creator without an id', { createdBy: { user: { displayName: 'Ada' } } }, { source: 'other' }],
    ])('reads an item that %s', (_, fields, expected) => {
      expect(read({ sources: [], source: null, ...fields })).toMatchObject(expected);
    });
  });

  it('copies what it knows into a fresh object and nothing else', () => {
    const item: unknown = JSON.parse(
      '{"id":"a","displayName":"x","@microsoft.graph.tips":"y","secret":1,"__proto__":{"tag":"cy","isAdmin":true}}',
    );
    const language = readLanguage(item);
    expect(language).toMatchObject({ id: 'a', displayName: 'x', tag: null });
    expect(language).not.toHaveProperty('secret');
    expect(language).not.toHaveProperty('isAdmin');
    expect(Object.getPrototypeOf(language)).toBe(Object.prototype);
  });

  it('reads whatever has an id, and never throws', () => {
    const keys = Object.keys(aWireLanguage()).filter((key) => key !== 'id');
    const odd = fc.record(Object.fromEntries(keys.map((key) => [key, fc.jsonValue()])), { requiredKeys: [] });
    fc.assert(
      fc.property(odd, (fields) => {
        const language = readLanguage({ ...fields, id: 'a' });
        return language?.id === 'a' && typeof language.displayName === 'string';
      }),
      { numRuns: 2_000 },
    );
  });
});
