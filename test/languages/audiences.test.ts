import { describe, expect, it } from 'vitest';
import { audienceFlag, AUDIENCES, isAudience, narrower } from '../../src/languages/audiences';
import { OFFERED_AUDIENCES } from '../../src/languages/offered-audiences';
import { readAudiences } from '../../src/languages/several-audiences';

describe('audiences', () => {
  it.each([
    ['me', 0],
    ['family', 1],
    ['contacts', 2],
    ['groupMembers', 4],
    ['organization', 8],
    ['federatedOrganizations', 16],
    ['everyone', 32],
  ] as const)('gives %s the flag %i', (audience, flag) => {
    expect(audienceFlag(audience)).toBe(flag);
  });

  it('offers what an organisation can set, narrowest first', () => {
    expect(AUDIENCES.filter((audience) => OFFERED_AUDIENCES.some((offered) => offered === audience))).toEqual(
      OFFERED_AUDIENCES,
    );
  });

  it.each(['', 'Me', 'me, organization', 'unknownFutureValue', null])('does not know %j as one', (word) => {
    expect(isAudience(word)).toBe(false);
  });

  it('finds the narrower of two, whichever comes first', () => {
    for (const [index, wide] of AUDIENCES.entries()) {
      for (const narrow of AUDIENCES.slice(0, index + 1)) {
        expect([narrower(narrow, wide), narrower(wide, narrow)]).toEqual([narrow, narrow]);
      }
    }
  });
});

describe('readAudiences', () => {
  it.each([
    ['me', ['me']],
    ['organization, federatedOrganizations', ['organization', 'federatedOrganizations']],
    ['federatedOrganizations,organization', ['organization', 'federatedOrganizations']],
    ['everyone, everyone', ['everyone']],
    // Its flag is 0, so it says nothing beside others.
    ['me, contacts', ['contacts']],
  ])('reads %j', (word, audiences) => {
    expect(readAudiences(word)).toEqual(audiences);
  });

  it.each([
    '',
    'organization, ',
    'organization, unknownFutureValue',
    'organization federatedOrganizations',
    '8',
  ])('says no to %j', (word) => {
    expect(readAudiences(word)).toBeNull();
  });
});
