import { describe, expect, it } from 'vitest';
import { fold } from '../../src/outbox/fold';
import { afterWrite } from '../../src/outbox/snapshot';
import { aChange, aLanguage, aSnapshot } from '../support/builders';

const answered = aLanguage({ audience: 'me' });
/** The profile after "everyone" was asked for, as the service answered it. */
const after = (asked: object) => afterWrite(aSnapshot(), { id: 'german', asked, answered, atMs: 1 });

describe('an audience that was answered with another one', () => {
  it('is known beside the one that counts', () => {
    const snapshot = after({ audience: 'everyone' });
    expect(fold(snapshot, [])).toMatchObject([{ audience: 'me', overruled: 'everyone' }]);
  });

  it('is none where the service did as asked, or was not asked', () => {
    expect(fold(after({ audience: 'me' }), [])).toMatchObject([{ overruled: null }]);
    expect(fold(after({ spoken: 'elementary' }), [])).toMatchObject([{ overruled: null }]);
    const gone = afterWrite(aSnapshot(), { id: 'german', asked: {}, answered: null, atMs: 1 });
    expect(fold({ ...gone, languages: [aLanguage()] }, [])).toMatchObject([{ overruled: null }]);
  });

  it('is forgotten as soon as another one is asked for', () => {
    const snapshot = after({ audience: 'everyone' });
    const again = aChange({ audience: 'organization' });
    expect(fold(snapshot, [again])).toMatchObject([{ audience: 'organization', overruled: null }]);
    const level = aChange({ spoken: 'elementary' });
    expect(fold(snapshot, [level])).toMatchObject([{ audience: 'me', overruled: 'everyone' }]);
  });
});
