import { withOneLevel, withSkill } from '../../src/languages/each-skill';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFields } from '../../src/languages/fields';
import { isLinked, newLanguage, rowLevel, SKILLS, withLevel } from '../../src/languages/skills';
import { anyFields, anyLevel, someFields } from './languages';

const A = 'elementary';
const B = 'conversational';
const C = 'fullProfessional';
const LATER = 'aLaterWord';

describe('rowLevel', () => {
  it.each([
    [{ proficiency: A, spoken: B }, A],
    [{ spoken: B, reading: C, written: A }, B],
    [{ reading: C, written: A }, C],
    [{ written: A }, A],
    [{}, null],
    [{ spoken: LATER }, LATER],
  ])('of %j is %s', (fields, level) => {
    expect(rowLevel(someFields(fields))).toBe(level);
  });
});

describe('isLinked', () => {
  it.each([
    [{}, true],
    [{ proficiency: A }, true],
    [{ reading: A }, true],
    [{ spoken: A, reading: A, written: A }, true],
    [{ proficiency: A, spoken: A, reading: A, written: A }, true],
    [{ spoken: A, reading: B }, false],
    [{ proficiency: A, spoken: B, reading: B, written: B }, false],
    [{ proficiency: A, written: B }, false],
  ])('of %j is %s', (fields, linked) => {
    expect(isLinked(someFields(fields))).toBe(linked);
  });
});

describe('withLevel', () => {
  it.each([
    ['sets everything where nothing is said', {}, { proficiency: B, spoken: B, written: B, reading: B }],
    [
      'sets every skill while they are linked',
      { spoken: A, written: A, reading: A },
      { spoken: B, written: B, reading: B },
    ],
    ['fills missing skills while they are linked', { reading: A }, { spoken: B, written: B, reading: B }],
    [
      'takes the level as a whole along where there is one',
      { proficiency: A, spoken: A, written: A, reading: A },
      { proficiency: B, spoken: B, written: B, reading: B },
    ],
    [
      'gives skills to a language that has only the level as a whole',
      { proficiency: A },
      { proficiency: B, spoken: B, written: B, reading: B },
    ],
    ['sets speaking only when the skills differ', { spoken: A, reading: C }, { spoken: B }],
    [
      'sets speaking and the level as a whole when the skills differ',
      { proficiency: A, spoken: A, reading: C },
      { spoken: B, proficiency: B },
    ],
    ['leaves out what is so already', { spoken: A, written: A, reading: B }, { spoken: B }],
    ['changes nothing where the row says so already', { reading: B }, {}],
    ['replaces words of a later version', { spoken: LATER }, { spoken: B, written: B, reading: B }],
  ])('%s', (_, fields, changes) => {
    expect(withLevel(someFields(fields), B)).toEqual(changes);
  });

  it('shows the chosen level, touches nothing but levels, and needs no second time', () => {
    fc.assert(
      fc.property(anyFields, anyLevel, (fields, level) => {
        const changes = withLevel(fields, level);
        const changed = applyFields(fields, changes);

        expect(rowLevel(changed)).toBe(level);
        expectOnlyRealLevelChanges(fields, changes);
        expect(withLevel(changed, level)).toEqual({});
      }),
    );
  });
});

describe('withSkill', () => {
  it.each([
    ['sets one skill', { spoken: A, written: A, reading: A }, 'reading', { reading: B }],
    [
      'takes the level as a whole along with speaking',
      { proficiency: A, spoken: A, written: C, reading: C },
      'spoken',
      { proficiency: B, spoken: B },
    ],
    [
      'gives no level as a whole to a language without one',
      { spoken: A, written: C, reading: C },
      'spoken',
      { spoken: B },
    ],
    [
      'leaves the level as a whole alone for the others',
      { proficiency: A, spoken: A, written: A, reading: A },
      'written',
      { written: B },
    ],
    [
      'keeps for missing skills what a linked row showed',
      { reading: A },
      'reading',
      { reading: B, spoken: A, written: A },
    ],
    [
      'keeps for missing skills the level as a whole',
      { proficiency: A },
      'spoken',
      { proficiency: B, spoken: B, written: A, reading: A },
    ],
    ['fills nothing where nothing was shown', {}, 'written', { written: B }],
    ['fills nothing where the skills differ already', { spoken: A, written: C }, 'written', { written: B }],
    // A word of a later version may be shown, but never written.
    ['fills nothing with a word that it does not know', { spoken: LATER }, 'reading', { reading: B }],
    ['changes nothing where the skill says so already', { spoken: A, reading: B }, 'reading', {}],
  ] as const)('%s', (_, fields, skill, changes) => {
    expect(withSkill(someFields(fields), skill, B)).toEqual(changes);
  });

  it('sets the skill, touches nothing but levels, and needs no second time', () => {
    fc.assert(
      fc.property(anyFields, fc.constantFrom(...SKILLS), anyLevel, (fields, skill, level) => {
        const changes = withSkill(fields, skill, level);
        const changed = applyFields(fields, changes);

        expect(changed[skill]).toBe(level);
        expectOnlyRealLevelChanges(fields, changes);
        expect(withSkill(changed, skill, level)).toEqual({});
      }),
    );
  });

  it('never changes what the row shows unless the skill is speaking or the row was empty', () => {
    fc.assert(
      fc.property(
        anyFields,
        fc.constantFrom('written' as const, 'reading' as const),
        anyLevel,
        (fields, skill, level) => {
          const isKept = fields.proficiency !== null || fields.spoken !== null;
          fc.pre(isKept);

          expect(rowLevel(applyFields(fields, withSkill(fields, skill, level)))).toBe(rowLevel(fields));
        },
      ),
    );
  });
});

describe('newLanguage', () => {
  it('says the same in every level', () => {
    const fields = newLanguage({ displayName: 'Welsh', tag: 'cy-GB', level: C, audience: 'me' });

    expect(fields).toEqual(someFields({ proficiency: C, spoken: C, written: C, reading: C, audience: 'me' }));
  });
});

function expectOnlyRealLevelChanges(fields: object, changes: object): void {
  const levels: string[] = [...SKILLS, 'proficiency'];
  expect(Object.keys(changes).filter((name) => !levels.includes(name))).toEqual([]);
  expect(fields).not.toMatchObject(Object.keys(changes).length > 0 ? changes : { none: true });
  expect(Object.values(changes)).not.toContain(LATER);
}

describe('withOneLevel', () => {
  it('gives every skill the level of the row', () => {
    const mixed = someFields({
      proficiency: 'elementary',
      spoken: 'elementary',
      reading: 'fullProfessional',
    });
    const changes = withOneLevel(mixed);
    expect(changes).toEqual({ written: 'elementary', reading: 'elementary' });
    expect(isLinked({ ...mixed, ...changes })).toBe(true);
  });

  it('claims nothing where nobody has said a level that is known', () => {
    const none = { proficiency: null, spoken: null, written: null, reading: null };
    expect(withOneLevel(someFields(none))).toEqual({});
    expect(withOneLevel(someFields({ ...none, spoken: LATER }))).toEqual({});
  });
});
