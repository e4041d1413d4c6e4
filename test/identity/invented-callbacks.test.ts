import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzRuns } from '../support/fuzz-runs';
import { aConfiguration, REDIRECT } from './fake-directory';
import { failureOf, setUp } from './set-up';

/** What the directory really answered: the place, and the parameters after the sign. */
interface Answer {
  readonly code: string;
  readonly state: string;
}
type Bend = (answer: Answer) => string;

const callback = (values: Record<string, string> | [string, string][], address = REDIRECT, sign = '#') =>
  address + sign + new URLSearchParams(values).toString();

const text = fc.string({ minLength: 1, unit: 'grapheme' });
/** Another text of about the same look: one character more, less or else. */
const bent = fc.tuple(fc.nat(), fc.string({ maxLength: 2 })).map(([at, other]) => (whole: string) => {
  const place = at % whole.length;
  const result = whole.slice(0, place) + other + whole.slice(place + 1);
  return result === whole ? `${whole}x` : result;
});

/** Callbacks that nobody but the directory's own answer comes near to, each with something in it that must not be. */
const bends: fc.Arbitrary<Bend> = fc.oneof(
  bent.map(
    (bend) =>
      ({ code, state }: Answer) =>
        callback({ code, state: bend(state) }),
  ),
  bent.map((bend) => (answer: Answer) => callback({ ...answer }, bend(REDIRECT))),
  text.map(
    (state) =>
      ({ code }: Answer) =>
        callback({ code, state }),
  ),
  fc
    .constantFrom('?', '', '##', '/#', '%23')
    .map((sign) => (answer: Answer) => callback({ ...answer }, REDIRECT, sign)),
  fc.webUrl().map((address) => (answer: Answer) => callback({ ...answer }, address)),
  fc.tuple(fc.constantFrom('iss', 'error', 'response', 'id_token'), text).map(
    ([name, value]) =>
      (answer: Answer) =>
        callback({ ...answer, [name]: value }),
  ),
  text.map(
    (value) =>
      ({ code, state }: Answer) =>
        callback([
          ['code', code],
          ['state', state],
          ['state', value],
        ]),
  ),
  text.map(
    (value) =>
      ({ code, state }: Answer) =>
        callback([
          ['code', code],
          ['code', value],
          ['state', state],
        ]),
  ),
  fc.constant(({ state }: Answer) => callback({ state })),
  fc.constant(({ code }: Answer) => callback({ code })),
  fc
    .nat()
    .map((length) => (answer: Answer) => callback({ ...answer }).slice(0, length % (REDIRECT.length + 5))),
  text.map((whole) => () => whole),
);

describe('signIn, when the callback is invented or bent', () => {
  it('asks for no token, keeps none, and says what is the matter', async () => {
    const { directory, identity, tokens } = setUp();
    await fc.assert(
      fc.asyncProperty(bends, async (bend) => {
        directory.alterCallback = (url) => {
          const values = new URLSearchParams(url.hash.slice(1));
          return bend({ code: values.get('code') ?? '', state: values.get('state') ?? '' });
        };
        const { code } = await failureOf(identity.signIn(aConfiguration));
        expect(code).toBeTypeOf('string');
        expect(directory.tokenRequests()).toEqual([]);
      }),
      { numRuns: fuzzRuns(1_000) },
    );
    expect(tokens.held).toBeNull();
  });
});
