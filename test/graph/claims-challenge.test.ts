import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../src/graph/claims-challenge';
import { fuzzRuns } from '../support/fuzz-runs';

const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const bearer = (claims: string) => `Bearer realm="", error="insufficient_claims", claims="${claims}"`;
/** An object whose JSON has this size. */
const objectOf = (sizeBytes: number) => `{"a":"${'x'.repeat(sizeBytes - 8)}"}`;

describe('readClaims', () => {
  it.each<[string, string]>([
    [
      'as Graph sends them',
      `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="x", error="insufficient_claims", claims="${base64(CLAIMS)}"`,
    ],
    ['in any order', `Bearer claims="${base64(CLAIMS)}", error="insufficient_claims"`],
    ['beside other challenges', `Basic realm="a, b", ${bearer(base64(CLAIMS))}, Negotiate`],
    ['of the second of two', `Bearer realm="x", ${bearer(base64(CLAIMS))}`],
    ['without padding', bearer(base64(CLAIMS).replace(/=+$/, ''))],
    ['without quotes', `Bearer claims=${base64(CLAIMS)}`],
  ])('reads them %s', (_, header) => {
    expect(readClaims(header)).toBe(CLAIMS);
  });

  it('reads base64url and other scripts', () => {
    const claims = '{"a":"ÿþ?>日本"}';
    const encoded = Buffer.from(claims).toString('base64url');
    expect(encoded).toMatch(/[-_]/);
    expect(readClaims(bearer(encoded))).toBe(claims);
  });

  it('reads 4 KB and no more', () => {
    expect(readClaims(bearer(base64(objectOf(4096))))).toHaveLength(4096);
    expect(readClaims(bearer(base64(objectOf(4097))))).toBeNull();
  });

  it.each<[string, string | null]>([
    ['no header', null],
    ['an empty header', ''],
    ['a challenge without claims', 'Bearer error="invalid_token"'],
    ['another scheme', `PoP claims="${base64(CLAIMS)}"`],
    ['what is not base64', bearer('{"access_token":{}}')],
    ['base64 of a length that cannot be', bearer('abcde')],
    ['what is not UTF-8', bearer(base64(Buffer.from('{"a":"\xFF"}', 'latin1')))],
    ['what is not JSON', bearer(base64('{"a":'))],
    ['a list', bearer(base64('[]'))],
    ['null', bearer(base64('null'))],
    ['a text', bearer(base64('"x"'))],
    ['nothing in quotes', bearer('')],
  ])('reads none from %s', (_, header) => {
    expect(readClaims(header)).toBeNull();
  });

  it('are one JSON object of at most 4 KB, or none, whatever the header', () => {
    const claims = fc.oneof(fc.object(), fc.jsonValue()).map((value) => base64(JSON.stringify(value)));
    const header = fc.oneof(
      fc.string(),
      claims.map(bearer),
      // Two parts of a good one change places, are repeated or are missing.
      fc.tuple(claims.map(bearer), fc.nat(), fc.nat()).map(([whole, from, to]) => {
        return whole.slice(from % whole.length) + whole.slice(0, to % whole.length);
      }),
      fc
        .tuple(claims, fc.string())
        .map(([encoded, noise]) => `${noise}, Bearer ${noise}claims=${encoded}${noise}`),
    );
    let found = 0;
    fc.assert(
      fc.property(header, (given) => {
        const read = readClaims(given);
        if (read === null) return;
        found += 1;
        expect(JSON.parse(read)).toBeTypeOf('object');
        expect(read).toMatch(/^\s*\{/);
        expect(Buffer.byteLength(read)).toBeLessThanOrEqual(4096);
      }),
      { numRuns: fuzzRuns(1_000) },
    );
    expect(found).toBeGreaterThan(0); // else the inventions would prove nothing
  });
});
