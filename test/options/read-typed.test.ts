import { describe, expect, it, vi } from 'vitest';
import { readTypedClientId, readTypedTenant } from '../../src/options/read-typed';

const GUID = '6731de76-14a6-49ae-97bc-6eba6914391e';
const OTHER_GUID = '14dad69e-099b-42c9-810b-d002981feec1';

describe('a tenant', () => {
  it.each([
    [GUID, GUID],
    [GUID.toUpperCase(), GUID],
    [`{${GUID}}`, GUID],
    [`"${GUID}",`, GUID],
    [` ${GUID}\n`, GUID],
    [`\ufeff${GUID}\u200b`, GUID],
    [`Directory (tenant) ID : ${GUID}`, GUID],
    [`Directory (tenant) ID\n${GUID}`, GUID],
    [`${GUID} ${GUID}`, null],
    ['6731de76 - 14a6 - 49ae - 97bc - 6eba6914391e', GUID],
    ['6731de76–14a6–49ae–97bc–6eba6914391e', GUID],
    ['6731de7614a649ae97bc6eba6914391e', GUID],
    ['６７３１de76-14a6-49ae-97bc-6eba6914391e', GUID],
    ['Contoso.com', 'contoso.com'],
    [' contoso.onmicrosoft.com. ', null],
    ['ada@contoso.com', 'contoso.com'],
    ['@contoso.com', 'contoso.com'],
    ['Ada_example.com#EXT#@contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
    ['https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize?client_id=1', 'contoso.com'],
    [`https://login.microsoftonline.com/${GUID}/v2.0`, GUID],
    [`https://login.microsoftonline.us/${GUID}`, GUID],
    ['login.partner.microsoftonline.cn/contoso.cn/', 'contoso.cn'],
    ['', null],
    ['contoso', null],
    ['contoso.com fabrikam.com', null],
    ['https://login.microsoftonline.com/', null],
    ['https://login.microsoftonline.com.evil.example/contoso.com/', null],
    ['contoso.com/', 'contoso.com'],
    ['https://contoso.com/', 'contoso.com'],
    ['http://Contoso.com', 'contoso.com'],
    ['https://contoso.com//', null],
    ['https://contoso.com/about', null],
    ['http://login.microsoftonline.com/', null],
    ['login.microsoftonline.us', null],
    // As keyboards for Japanese and Chinese write a dot, wide and narrow.
    ['contoso。com', 'contoso.com'],
    ['contoso｡com', 'contoso.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['ada@BÜCHER.example', 'xn--bcher-kva.example'],
    ['https://例え。テスト/', 'xn--r8jz45g.xn--zckzah'],
    ['bücher!.example', null],
    ['https://portal.azure.com/#home', null],
    ['common', null],
    [`${GUID}0`, null],
  ])('of %j is %j', (text, value) => {
    expect(readTypedTenant(text).value).toBe(value);
  });

  it.each([
    GUID,
    GUID.toUpperCase(),
    `{${GUID}}`,
    '6731DE7614A649AE97BC6EBA6914391E',
    'contoso.onmicrosoft.com',
    'a-b.co.uk',
    '1and1.com',
    'commons.org',
    'bücher.example',
    'contoso。com',
    'http://contoso.com/',
    'https://contoso.com',
    'ada.lovelace@contoso.com',
    'https://login.microsoftonline.com/contoso.com',
    `login.microsoftonline.us/${GUID}`,
  ])('is never called wrong while somebody types %s', (text) => {
    const tooEarly = beginnings(text).filter((begun) => {
      const { value, canBecome } = readTypedTenant(begun);
      return value === null && !canBecome;
    });
    expect(tooEarly).toEqual([]);
    expect(readTypedTenant(text).value).not.toBeNull();
  });

  it.each(['con toso', 'contoso!', 'contoso..', '-', 'https://e!', 'ftp:', 'a@b@c', 'x'.repeat(10_000)])(
    'is called wrong at once where nothing can mend it: %j',
    (text) => {
      expect(readTypedTenant(text)).toEqual({ value: null, canBecome: false, why: 'tenantWrong' });
    },
  );

  it.each(['common', 'Organizations', 'consumers', 'https://login.microsoftonline.com/common'])(
    'is refused with the reason where it stands for many: %s',
    (text) => {
      expect(readTypedTenant(text)).toEqual({ value: null, canBecome: true, why: 'tenantEverybody' });
    },
  );

  it('is refused at once where the address of many goes on', () => {
    const { canBecome, why } = readTypedTenant('https://login.microsoftonline.com/common/oauth2');
    expect([canBecome, why]).toEqual([false, 'tenantEverybody']);
  });
});

describe('a client id', () => {
  it.each([
    [GUID, GUID],
    [`{${GUID.toUpperCase()}}`, GUID],
    ['6731de76 14a6 49ae 97bc 6eba6914391e', GUID],
    [`Application (client) ID : ${GUID.toUpperCase()}`, GUID],
    [`api://${GUID}`, GUID],
    [`api://${GUID}/User.Read`, GUID],
    // Nobody knows which of two is meant, and where a longer one begins or ends.
    [`${GUID} ${OTHER_GUID}`, null],
    [`api://${GUID}0`, null],
    [`id ${GUID}-1`, null],
    ['', null],
    ['1234', null],
    ['contoso.com', null],
  ])('of %j is %j', (text, value) => {
    expect(readTypedClientId(text).value).toBe(value);
  });

  it.each([GUID, `{${GUID}}`, GUID.replaceAll('-', ''), GUID.toUpperCase()])(
    'is never called wrong while somebody types %s',
    (text) => {
      expect(beginnings(text).filter((begun) => !readTypedClientId(begun).canBecome)).toEqual([]);
    },
  );

  it.each(['g', '6731de76-14a64', `${GUID}0`, 'Profile Languages', 'ada@contoso.com'])(
    'is called wrong at once where nothing can mend it: %s',
    (text) => {
      expect(readTypedClientId(text)).toEqual({ value: null, canBecome: false, why: 'clientIdWrong' });
    },
  );
});

describe('a text that is longer than any address', () => {
  const commas = ','.repeat(3_900);

  it.each([readTypedTenant, readTypedClientId])(
    'is called wrong at once, and is not looked at: %o',
    (read) => {
      const normalize = vi.spyOn(String.prototype, 'normalize');
      expect(read(`${GUID}${commas}${commas}`)).toMatchObject({ value: null, canBecome: false });
      expect(normalize).not.toHaveBeenCalled();
      expect(read(`${GUID}${commas}`).value).toBe(GUID);
      expect(normalize).toHaveBeenCalled();
      normalize.mockRestore();
    },
  );
});

/** The text after each letter but the last. */
function beginnings(text: string): string[] {
  return Array.from({ length: text.length }, (_, length) => text.slice(0, length));
}
